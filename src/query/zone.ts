/**
 * Wall-clock times in a named zone. Intl knows the offset of a zone at an instant; the instant of a wall-clock
 * time is found by guessing with that offset and correcting once.
 */

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Milliseconds to add to UTC to get the wall-clock time of a zone at an instant. An unknown zone is taken as UTC. */
export function offsetMsAt(timeMs: number, zone: string): number {
  const format = formatOf(zone);
  if (format === undefined || !Number.isFinite(timeMs) || Math.abs(timeMs) > 8.64e15) return 0;
  const part: { [type: string]: number } = {};
  for (const { type, value } of format.formatToParts(timeMs)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour! % 24, part.minute!, part.second!);
  return wall - Math.floor(timeMs / 1000) * 1000;
}

// Zones change their offset at whole quarters of an hour, so one answer holds for all of a quarter.
const quarterMs = 15 * 60_000;
const quartersKept = 10_000;

/** The same for one zone and many instants: a function that remembers what it was asked. */
export function zoneOffsets(zone: string): (timeMs: number) => number {
  if (zone === 'UTC') return () => 0;
  const known = new Map<number, number>();
  return (timeMs) => {
    const quarter = Math.floor(timeMs / quarterMs);
    let offsetMs = known.get(quarter);
    if (offsetMs === undefined) {
      offsetMs = offsetMsAt(quarter * quarterMs, zone);
      if (known.size > quartersKept) known.clear();
      known.set(quarter, offsetMs);
    }
    return offsetMs;
  };
}

/**
 * The instant at which clocks of a zone show a wall-clock time, given as if it were UTC. Of the two instants of an
 * hour that comes twice the earlier; for an hour that is left out, the instant that many minutes later.
 */
export function instantOf(wallMs: number, zone: string): number {
  const dayMs = 86_400_000;
  const before = offsetMsAt(wallMs - dayMs, zone);
  const after = offsetMsAt(wallMs + dayMs, zone);
  const early = wallMs - before;
  if (before === after || offsetMsAt(early, zone) === before) return early;
  const late = wallMs - after;
  return offsetMsAt(late, zone) === after ? late : early;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (zone === 'UTC') return undefined;
  if (!formats.has(zone)) formats.set(zone, createFormat(zone));
  return formats.get(zone);
}

function createFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: undefined,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
}
