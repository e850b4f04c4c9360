import type { CodeArray } from '../store/code-column.ts';
import type { Snapshot } from '../store/snapshot.ts';
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
  const total = new Uint32Array(bins);
  const failed = new Uint32Array(bins);
  const denied = new Uint32Array(bins);
  const outcome = snapshot.column('outcome');
  const failedCode = outcome?.values.indexOf('failed') ?? -1;
  const deniedCode = outcome?.values.indexOf('denied') ?? -1;
  const { timeMs } = snapshot;
  // Matches are in order of time: where a bin ends is found by halves, and no match is asked for its time.
  let from = countLeading(matches, (event) => timeMs[event]! < startMs);
  for (let bin = 0; bin < bins; bin++) {
    const isIn = (eventMs: number) =>
      eventMs < endMs && (bin === bins - 1 || Math.floor((eventMs - startMs) / binMs) <= bin);
    const to = countLeading(matches, (event) => isIn(timeMs[event]!));
    total[bin] = Math.max(0, to - from);
    if (outcome !== undefined) {
      failed[bin] = countCode(outcome.codes, failedCode, matches, from, to);
      denied[bin] = countCode(outcome.codes, deniedCode, matches, from, to);
    }
    from = Math.max(from, to);
  }
  return { startMs, binMs, total, failed, denied };
}

/** How many events of a half-open range have a code. */
function countCode(
  codes: CodeArray,
  wanted: number,
  events: Uint32Array,
  start: number,
  end: number,
): number {
  let count = 0;
  // No branch: failures are spread so that they cannot be foretold.
  for (let at = start; at < end; at++) count += codes[events[at]!] === wanted ? 1 : 0;
  return count;
}
