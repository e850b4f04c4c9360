import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { codesOf } from './codes.ts';

/** How often each code of a field occurs among some events, and when. All arrays are by code. */
export type Tally = {
  readonly values: readonly string[];
  readonly counts: Uint32Array;
  /** Times of the first and last event with the code, ms since 1970 UTC; NaN when none has a readable time. */
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
};

/** Counts the values of a field among events, in one pass. */
export function tallyOf(snapshot: Snapshot, events: Uint32Array, field: FieldName): Tally {
  const { codes, values, valueCount } = codesOf(snapshot, field, events);
  return { values, ...tallyCodes(codes, valueCount, snapshot.timeMs, events) };
}

/** Counts codes that are given by the position of their event. */
export function tallyCodes(
  codes: Uint32Array,
  codeCount: number,
  timeMs: Float64Array,
  events: Uint32Array,
): Omit<Tally, 'values'> {
  const counts = new Uint32Array(codeCount);
  const firstMs = new Float64Array(codeCount).fill(Number.NaN);
  const lastMs = new Float64Array(codeCount).fill(Number.NaN);
  for (let index = 0; index < events.length; index++) {
    const code = codes[index]!;
    const time = timeMs[events[index]!]!;
    counts[code]!++;
    if (Number.isNaN(time)) continue;
    // Written so that a time replaces NaN.
    if (!(firstMs[code]! <= time)) firstMs[code] = time;
    if (!(lastMs[code]! >= time)) lastMs[code] = time;
  }
  return { counts, firstMs, lastMs };
}
