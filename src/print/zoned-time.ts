import { offsetMsAt } from '../query/zone.ts';
import { formatTime } from '../record/time.ts';

// Zones change their offset at whole quarters of an hour, so one answer holds for all of a quarter.
const quarterMs = 15 * 60_000;

/**
 * A function from ms since 1970 UTC to the time in a zone, as RFC 3339 with the zone's offset: `2026-03-01T09:15:00Z`,
 * `2026-03-01T10:15:00+01:00`.
 */
export function zonedTime(zone: string): (timeMs: number) => string {
  if (zone === 'UTC') return formatTime;
  const offsets = new Map<number, number>();
  return (timeMs) => {
    const quarter = Math.floor(timeMs / quarterMs);
    let offsetMs = offsets.get(quarter);
    if (offsetMs === undefined) {
      offsetMs = offsetMsAt(quarter * quarterMs, zone);
      offsets.set(quarter, offsetMs);
    }
    return formatTime(timeMs + offsetMs).replace(/Z$/, offsetText(offsetMs));
  };
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hours = Math.floor(minutes / 60);
  return `${offsetMs < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
