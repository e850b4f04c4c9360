import type { FrameRow } from './frame.ts';

/**
 * Rows that moved together: those in the half-open range of rows are now where
 * they are `by` rows further down in the frame before; negative: further up.
 */
export type Scroll = { readonly top: number; readonly bottom: number; readonly by: number };

// Rows within a moved region that changed as well, such as the selected line, which changes its look.
const changedWithin = 3;

/**
 * The region of rows that looks most as if it had been scrolled, or
 * undefined. Whether scrolling pays is the painter's to say.
 */
export function findScroll(before: readonly FrameRow[], after: readonly FrameRow[]): Scroll | undefined {
  const places = uniquePlaces(before);
  const votes = new Map<number, number[]>();
  for (const [source, row] of uniquePlaces(after)) {
    const from = places.get(source);
    if (from === undefined || from === row || source === '') continue;
    const rows = votes.get(from - row);
    if (rows === undefined) votes.set(from - row, [row]);
    else rows.push(row);
  }
  let best: Scroll | undefined;
  let bestSize = 1;
  for (const [by, rows] of votes) {
    for (const run of runsOf(rows.sort((a, b) => a - b))) {
      if (run.length <= bestSize) continue;
      bestSize = run.length;
      const [first, last] = [run[0]!, run.at(-1)!];
      best = { top: Math.min(first, first + by), bottom: Math.max(last, last + by) + 1, by };
    }
  }
  return best;
}

/** Where each row stands, those left out that stand in several places. */
function uniquePlaces(rows: readonly FrameRow[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  rows.forEach((row, index) => {
    if (places.has(row.source)) repeated.add(row.source);
    places.set(row.source, index);
  });
  for (const source of repeated) places.delete(source);
  return places;
}

/** Ascending rows cut where more rows are missing than may have changed on the way. */
function runsOf(rows: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && row - run.at(-1)! <= changedWithin) run.push(row);
    else runs.push([row]);
  }
  return runs;
}
