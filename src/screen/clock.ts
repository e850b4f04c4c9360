/** Times as the screen shows them, in one zone. Arithmetic, not `Intl`, for every line drawn: only offsets are asked of it. */
export type Clock = {
  /** What stands behind a time: `UTC`, or the zone's name. */
  readonly label: string;
  /** Days since 1970 in the zone. */
  dayOf(timeMs: number): number;
  /** `2026-03-04` */
  date(timeMs: number): string;
  /** `09:14:02` */
  time(timeMs: number): string;
  /** Milliseconds since 1970 UTC of a time of day, given in ms since midnight, on that day of the zone. */
  at(day: number, timeOfDayMs: number): number;
};

const dayMs = 86_400_000;
// Offsets change at most on quarter hours.
const quarterMs = 900_000;
const clocks = new Map<string, Clock>();

/** The clock of an IANA zone or `UTC`; a zone that is not known shows as UTC. */
export function clockFor(zone: string): Clock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** A length of time in two units at most: `8 min`, `2 h 5 min`, `3 d 4 h`, `12 s`. */
export function durationText(lengthMs: number): string {
  const seconds = Math.round(lengthMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

function makeClock(zone: string): Clock {
  const offsetAt = zone === 'UTC' ? () => 0 : zoneOffsets(zone);
  const local = (timeMs: number) => timeMs + (offsetAt?.(timeMs) ?? 0);
  return {
    label: offsetAt === undefined ? 'UTC' : zone,
    dayOf: (timeMs) => Math.floor(local(timeMs) / dayMs),
    date: (timeMs) => isoText(local(timeMs)).slice(0, -14),
    time: (timeMs) => isoText(local(timeMs)).slice(-13, -5),
    at: (day, timeOfDayMs) => {
      const wall = day * dayMs + timeOfDayMs;
      const guess = wall - (offsetAt?.(wall) ?? 0);
      return wall - (offsetAt?.(guess) ?? 0);
    },
  };
}

// Times beyond what a Date can hold have been seen in hostile logs.
function isoText(timeMs: number): string {
  return Math.abs(timeMs) <= 8.64e15 ? new Date(timeMs).toISOString() : '????-??-??T??:??:??.000Z';
}

function zoneOffsets(zone: string): ((timeMs: number) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  const known = new Map<number, number>();
  return (timeMs) => {
    const quarter = Math.floor(timeMs / quarterMs);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsetOf(format, quarter * quarterMs);
      if (known.size > 10_000) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}

function offsetOf(format: Intl.DateTimeFormat, timeMs: number): number {
  if (!(Math.abs(timeMs) <= 8.64e15)) return 0;
  const part: { [type: string]: number } = {};
  for (const { type, value } of format.formatToParts(timeMs)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return wall - timeMs;
}
