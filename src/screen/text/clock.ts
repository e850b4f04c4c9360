import { zoneOffsets } from '../../query/zone.ts';

/**
 * Times as the screen shows them, in one zone. Arithmetic, not `Intl`,
 * for every line drawn: only offsets are asked of it.
 */
export type Clock = {
  /** What stands behind a time: `UTC`, or the zone's name. */
  readonly label: string;
  /** Days since 1970 in the zone. */
  dayOf(timeMs: number): number;
  /** `2026-03-04` */
  date(timeMs: number): string;
  /** `09:14:02` */
  time(timeMs: number): string;
};

const dayMs = 86_400_000;
const clocks = new Map<string, Clock>();

/** The clock of an IANA zone or `UTC`. */
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

/** Whether two times, in ms, lie in different years of a zone: then a day without its year says too little. */
export function spansYears(firstMs: number, lastMs: number, zone: string): boolean {
  const clock = clockFor(zone);
  return clock.date(firstMs).slice(0, -6) !== clock.date(lastMs).slice(0, -6);
}

function makeClock(zone: string): Clock {
  const offsetAt = zoneOffsets(zone);
  const local = (timeMs: number) => timeMs + offsetAt(timeMs);
  return {
    label: zone,
    dayOf: (timeMs) => Math.floor(local(timeMs) / dayMs),
    date: (timeMs) => isoText(local(timeMs)).slice(0, -14),
    time: (timeMs) => isoText(local(timeMs)).slice(-13, -5),
  };
}

// Times beyond what a Date can hold have been seen in hostile logs.
function isoText(timeMs: number): string {
  return Math.abs(timeMs) <= 8.64e15 ? new Date(timeMs).toISOString() : '????-??-??T??:??:??.000Z';
}
