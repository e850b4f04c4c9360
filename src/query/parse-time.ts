import { offsetMsOf } from '../record/time.ts';
import type { TimeBound } from './question.ts';
import { instantOf } from './zone.ts';

const unitMs: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** The forms a time may take, for messages and completion. */
export const timeForms = ['2026-03-01', '2026-03-01T09:15Z', '09:15', '-2h', 'now-1d'];

/** A time as written: its bound, and how long the stretch is that it names (a day, an hour, a minute, a second). */
export type WrittenTime = {
  readonly bound: TimeBound;
  /** 0 for times that name an instant. */
  readonly lengthMs: number;
  /** Midnight of the day it names, as wall-clock time taken as UTC; undefined for relative times and clock times. */
  readonly dayWallMs: number | undefined;
  /** Minutes before or after UTC that were written with it, as a text; empty for none. */
  readonly offset: string;
};

/**
 * The bound that a time names: `2026-03-01`, `2026-03-01T09:15Z`, `09:15`, `-2h` (before the newest event),
 * `now-1d`; undefined when it cannot be read. Dates without a zone are in `zone`.
 */
export function parseTimeBound(text: string, zone = 'UTC'): TimeBound | undefined {
  return readTime(text.trim(), zone)?.bound;
}

/** Reads a time; undefined when the text is none. */
export function readTime(text: string, zone: string): WrittenTime | undefined {
  return readRelative(text) ?? readClock(text) ?? readDate(text, zone);
}

/** Reads `09:40` as a time on the day of another, in its zone; undefined when the text is no clock time. */
export function readClockOn(text: string, day: WrittenTime, zone: string): WrittenTime | undefined {
  const clock = clockOf(text);
  if (clock === undefined || day.dayWallMs === undefined) return undefined;
  const timeMs = instantIn(day.dayWallMs + clock.timeOfDayMs, day.offset, zone);
  return {
    bound: { kind: 'at', timeMs },
    lengthMs: clock.lengthMs,
    dayWallMs: day.dayWallMs,
    offset: day.offset,
  };
}

const relative = /^(now)?(?:-((?:\d+(?:\.\d+)?(?:ms|[smhdw]))+))?$/i;

function readRelative(text: string): WrittenTime | undefined {
  const parts = relative.exec(text);
  if (text === '' || parts === null) return undefined;
  let byMs = 0;
  for (const [, number, unit] of (parts[2] ?? '').matchAll(/([\d.]+)(ms|[smhdw])/gi)) {
    byMs += Number(number) * unitMs[unit!.toLowerCase()]!;
  }
  const what = parts[1] === undefined ? 'newest' : 'now';
  return { bound: { kind: 'before', what, byMs }, lengthMs: 0, dayWallMs: undefined, offset: '' };
}

function clockOf(text: string): { readonly timeOfDayMs: number; readonly lengthMs: number } | undefined {
  const parts = /^(\d{1,2}):(\d\d)(?::(\d\d)(\.\d+)?)?$/.exec(text);
  if (parts === null) return undefined;
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return undefined;
  const fractionMs = Math.floor(Number(parts[4] ?? 0) * 1000);
  const lengthMs = parts[3] === undefined ? 60_000 : parts[4] === undefined ? 1000 : 0;
  return { timeOfDayMs: ((hour * 60 + minute) * 60 + second) * 1000 + fractionMs, lengthMs };
}

function readClock(text: string): WrittenTime | undefined {
  const clock = clockOf(text);
  if (clock === undefined) return undefined;
  const bound = { kind: 'clock', timeOfDayMs: clock.timeOfDayMs } as const;
  return { bound, lengthMs: clock.lengthMs, dayWallMs: undefined, offset: '' };
}

const date =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d{1,2}(?::\d\d(?::\d\d(?:\.\d+)?)?)?)(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

function readDate(text: string, zone: string): WrittenTime | undefined {
  const parts = date.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const dayWallMs = Date.UTC(year, month - 1, day);
  if (!new Date(dayWallMs).toISOString().startsWith(text.slice(0, 10))) return undefined;
  const offset = parts[5] ?? '';
  const written = parts[4];
  if (written === undefined) {
    return {
      bound: { kind: 'at', timeMs: instantOf(dayWallMs, zone) },
      lengthMs: unitMs.d!,
      dayWallMs,
      offset,
    };
  }
  const clock = clockOf(written.includes(':') ? written : `${written}:00`);
  const timeMs = clock === undefined ? Number.NaN : instantIn(dayWallMs + clock.timeOfDayMs, offset, zone);
  if (clock === undefined || Number.isNaN(timeMs)) return undefined;
  const lengthMs = written.includes(':') ? clock.lengthMs : unitMs.h!;
  return { bound: { kind: 'at', timeMs }, lengthMs, dayWallMs, offset };
}

/** The instant of a wall-clock time with an offset as written, or in a zone when there is none; NaN for a wrong offset. */
function instantIn(wallMs: number, offset: string, zone: string): number {
  return offset === '' ? instantOf(wallMs, zone) : wallMs - offsetMsOf(offset);
}
