import { zoneOffsets } from '../query/zone.ts';
import { formatTime } from '../record/time.ts';

/**
 * A function from ms since 1970 UTC to the time in a zone, as RFC 3339 with the zone's offset: `2026-03-01T09:15:00Z`,
 * `2026-03-01T10:15:00+01:00`.
 */
export function zonedTime(zone: string): (timeMs: number) => string {
  if (zone === 'UTC') return formatTime;
  const offsetAt = zoneOffsets(zone);
  return (timeMs) => {
    const offsetMs = offsetAt(timeMs);
    return formatTime(timeMs + offsetMs).replace(/Z$/, offsetText(offsetMs));
  };
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hours = Math.floor(minutes / 60);
  return `${offsetMs < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
