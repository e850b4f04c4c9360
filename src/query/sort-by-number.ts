import { release } from '../decode/release.ts';

/**
 * Codes sorted by a number that each has, the highest or the lowest first; those with the same number stay in the order
 * given. A counting sort: for numbers that are not much higher than there are events.
 */
export function sortByNumber(
  codes: Uint32Array,
  numbers: Uint32Array,
  first: 'highest' | 'lowest',
): Uint32Array {
  const lowestFirst = first === 'lowest';
  let highest = 0;
  let inOrder = true;
  let before = lowestFirst ? 0 : Number.POSITIVE_INFINITY;
  for (let at = 0; at < codes.length; at++) {
    const number = numbers[codes[at]!]!;
    if (number > highest) highest = number;
    if (lowestFirst ? number < before : number > before) inOrder = false;
    before = number;
  }
  if (inOrder) return codes;
  const next = new Uint32Array(highest + 2);
  for (let at = 0; at < codes.length; at++) {
    const number = numbers[codes[at]!]!;
    next[(lowestFirst ? number : highest - number) + 1]!++;
  }
  for (let slot = 1; slot < next.length; slot++) next[slot]! += next[slot - 1]!;
  const sorted = new Uint32Array(codes.length);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    const number = numbers[code]!;
    sorted[next[lowestFirst ? number : highest - number]!++] = code;
  }
  release(next);
  return sorted;
}
