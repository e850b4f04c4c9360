/**
 * Codes sorted by a number that each has, the highest or the lowest first; those with the same number stay in the order
 * given. A counting sort: for numbers that are not much higher than there are events.
 */
export function sortByNumber(
  codes: Uint32Array,
  numbers: Uint32Array,
  first: 'highest' | 'lowest',
): Uint32Array {
  let highest = 0;
  for (const code of codes) highest = Math.max(highest, numbers[code]!);
  const slotOf = first === 'lowest' ? (number: number) => number : (number: number) => highest - number;
  const next = new Uint32Array(highest + 2);
  for (const code of codes) next[slotOf(numbers[code]!) + 1]!++;
  for (let slot = 1; slot < next.length; slot++) next[slot]! += next[slot - 1]!;
  const sorted = new Uint32Array(codes.length);
  for (const code of codes) sorted[next[slotOf(numbers[code]!)]!++] = code;
  return sorted;
}
