import type { CodeArray } from '../store/code-column.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { countLeading } from './count-leading.ts';

/** Matches over time. Bin `i` covers the times from `startMs + i * binMs`, half-open; counts are by bin. */
export type Histogram = {
  /** Where bin 0 begins, ms since 1970 UTC. */
  readonly startMs: number;
  /** Length of a bin. */
  readonly binMs: number;
  /** Events, whatever came of them. */
  readonly total: Uint32Array;
  /** Of these: failed, denials left out. */
  readonly failed: Uint32Array;
  /** Of these: denied. */
  readonly denied: Uint32Array;
};

/**
 * The matches (in total order) over a half-open stretch of time, in bins of equal length. Matches without a readable
 * time, or outside, are not counted.
 */
export function histogramOf(
  snapshot: Snapshot,
  matches: Uint32Array,
  startMs: number,
  endMs: number,
  bins: number,
): Histogram {
  const binMs = Math.max(endMs - startMs, 1) / Math.max(bins, 1);
  const { timeMs } = snapshot;
  const first = countLeading(matches, (event) => timeMs[event]! < startMs);
  const ends = new Uint32Array(bins);
  const total = new Uint32Array(bins);
  // Matches are in order of time: where a bin ends is found by halves, and no match is asked for its time.
  for (let bin = 0, end = first; bin < bins; bin++) {
    const isIn = (eventMs: number) =>
      eventMs < endMs && (bin === bins - 1 || Math.floor((eventMs - startMs) / binMs) <= bin);
    const start = end;
    end = Math.max(
      start,
      countLeading(matches, (event) => isIn(timeMs[event]!)),
    );
    ends[bin] = end;
    total[bin] = end - start;
  }
  const outcome = snapshot.column('outcome');
  const sums =
    outcome === undefined
      ? new Float64Array(bins)
      : addUp(weightsOf(outcome), outcome.codes, matches, first, ends);
  const failed = Uint32Array.from(sums, (sum) => sum % deniedWeight);
  const denied = Uint32Array.from(sums, (sum) => Math.floor(sum / deniedWeight));
  return { startMs, binMs, total, failed, denied };
}

/** Counts of both outcomes fit into one number: no store holds so many events, and of as many denials it is exact. */
const deniedWeight = 2 ** 27;

/** By code of an outcome what an event that has it adds to a sum. */
function weightsOf({ values, valueCount }: Column): Float64Array {
  const weightOf = (value: string) => (value === 'failed' ? 1 : value === 'denied' ? deniedWeight : 0);
  return Float64Array.from({ length: valueCount }, (_, code) => weightOf(values[code]!));
}

/** The weights of runs of events added up, each of which ends where the next begins: one pass, without a branch. */
function addUp(
  weights: Float64Array,
  codes: CodeArray,
  events: Uint32Array,
  first: number,
  ends: Uint32Array,
): Float64Array {
  const sums = new Float64Array(ends.length);
  for (let run = 0, at = first; run < ends.length; run++) {
    let sum = 0;
    for (const end = ends[run]!; at < end; at++) sum += weights[codes[events[at]!]!]!;
    sums[run] = sum;
  }
  return sums;
}
