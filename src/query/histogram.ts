import type { CodeArray } from '../store/code-column.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { countLeading } from './count-leading.ts';

/** Matches over time. Bin `i` covers the times from `startMs + i * binMs`, half-open; counts are by bin. */
export type Histogram = {
  readonly startMs: number;
  readonly binMs: number;
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

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Lengths of bins that people read without arithmetic, in ms. */
const readableMs = [
  second,
  2 * second,
  5 * second,
  10 * second,
  15 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
  28 * day,
  91 * day,
  182 * day,
  364 * day,
];

/** How to cut a stretch of time. */
export type Bins = {
  readonly startMs: number;
  /** One past the last bin. */
  readonly endMs: number;
  readonly binMs: number;
  readonly count: number;
};

/**
 * Bins of a readable length that cover the times from first to last, both included, begin at a multiple of their
 * length in the zone shown, and are no more than `most`.
 *
 * @param offsetMs What the zone shown adds to UTC.
 */
export function binsFor(firstMs: number, lastMs: number, most: number, offsetMs = 0): Bins {
  for (const binMs of readableMs) {
    const bins = cut(firstMs, lastMs, binMs, offsetMs);
    if (bins.count <= most) return bins;
  }
  return cut(
    firstMs,
    lastMs,
    Math.ceil((lastMs - firstMs + 1) / Math.max(most - 1, 1) / day) * day,
    offsetMs,
  );
}

/** The shortest readable length that is at least so long and a multiple of the bins'; undefined when there is none. */
export function readableStep(leastMs: number, binMs: number): number | undefined {
  return readableMs.find((lengthMs) => lengthMs >= leastMs && lengthMs % binMs === 0);
}

function cut(firstMs: number, lastMs: number, binMs: number, offsetMs: number): Bins {
  const startMs = Math.floor((firstMs + offsetMs) / binMs) * binMs - offsetMs;
  const count = Math.floor((lastMs - startMs) / binMs) + 1;
  return { startMs, endMs: startMs + count * binMs, binMs, count };
}
