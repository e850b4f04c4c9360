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
  /** Where bin 0 begins, ms since 1970 UTC. */
  readonly startMs: number;
  /** One past the last bin. */
  readonly endMs: number;
  /** Length of a bin. */
  readonly binMs: number;
  /** Number of bins. */
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
