/**
 * How many events, from the first on, a condition holds for: found by halves, so it must not hold again after the first
 * event that it does not hold for.
 */
export function countLeading(events: Uint32Array, holds: (event: number) => boolean): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(events[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
