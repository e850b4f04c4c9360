/**
 * The first of some items as `compare` orders them, which no two items may be equal for. Most of the others are compared
 * with the last of these alone.
 */
export function firstOf<T>(items: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  if (items.length <= most) return items.toSorted(compare);
  let first: T[] = [];
  let last: T | undefined;
  for (const item of most > 0 ? items : []) {
    if (last !== undefined && compare(item, last) > 0) continue;
    // Collected to twice as many before they are sorted: once for each would be too often.
    if (first.push(item) < 2 * most) continue;
    first = first.sort(compare).slice(0, most);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, most);
}
