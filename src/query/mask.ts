import type { Snapshot } from '../store/snapshot.ts';

/**
 * What is decided about each event, by event index: the tree of a question is evaluated on these. A third value
 * stands for tests on records that have not been streamed yet.
 *
 * The values are chosen so that `and` and `or` are those of bits, and four events are joined at once:
 *
 *     No 00   Maybe 01   Yes 11
 */
export type Mask = Uint8Array;

/** The event does not match. */
export const No = 0;
/** Tests on its record decide. */
export const Maybe = 1;
/** The event matches. */
export const Yes = 3;

/** A mask that says no about every event. Its length is rounded up, so that it can be read in words. */
export function emptyMask(length: number): Mask {
  return new Uint8Array((length + 3) & ~3);
}

/** A mask of one value throughout. */
export function filledMask(length: number, value: number): Mask {
  return emptyMask(length).fill(value);
}

/** The opposite of a mask. */
export function invert(mask: Mask): Mask {
  const inverted = emptyMask(mask.length);
  const [from, to] = [wordsOf(mask), wordsOf(inverted)];
  for (let at = 0; at < from.length; at++) {
    // The high bit of the opposite is what the low bit is not, and the other way round.
    const flipped = ~from[at]!;
    to[at] = ((flipped & 0x01010101) << 1) | ((flipped & 0x02020202) >>> 1);
  }
  return inverted;
}

/** All of some masks. */
export function allOf(masks: readonly Mask[]): Mask {
  const result = masks[0]!.slice();
  const into = wordsOf(result);
  for (const mask of masks.slice(1)) {
    const words = wordsOf(mask);
    for (let at = 0; at < into.length; at++) into[at] = into[at]! & words[at]!;
  }
  return result;
}

/** Any of some masks. */
export function anyOf(masks: readonly Mask[]): Mask {
  const result = masks[0]!.slice();
  const into = wordsOf(result);
  for (const mask of masks.slice(1)) {
    const words = wordsOf(mask);
    for (let at = 0; at < into.length; at++) into[at] = into[at]! | words[at]!;
  }
  return result;
}

function wordsOf(mask: Mask): Uint32Array {
  return new Uint32Array(mask.buffer, mask.byteOffset, mask.length >>> 2);
}

/** Of events fewer than one in so many, it is cheaper to put them in order than to walk the order. */
const sparse = 32;

/** The events that a mask says yes about, in total order; folded copies are left out. */
export function eventsOf(mask: Mask, { order, rank }: Pick<Snapshot, 'order' | 'rank'>): Uint32Array {
  const count = countYes(mask);
  if (count === 0) return new Uint32Array(0);
  return count * sparse < order.length
    ? fewEventsOf(mask, count, order, rank)
    : manyEventsOf(mask, count, order);
}

/** How many sums of bytes fit into a byte. */
const mostAdded = 255;

/** Four masks at once: of `Yes` alone the high bit is set. */
function countYes(mask: Mask): number {
  const words = wordsOf(mask);
  let count = 0;
  for (let at = 0; at < words.length; ) {
    const end = Math.min(words.length, at + mostAdded);
    let sums = 0;
    for (; at < end; at++) sums = (sums + ((words[at]! >>> 1) & 0x01010101)) | 0;
    count += (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
  }
  return count;
}

function fewEventsOf(mask: Mask, count: number, order: Uint32Array, rank: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(count);
  let found = 0;
  for (let event = mask.indexOf(Yes); event >= 0; event = mask.indexOf(Yes, event + 1)) {
    if (order[rank[event]!] === event) ranks[found++] = rank[event]!;
  }
  return ranks
    .subarray(0, found)
    .sort()
    .map((position) => order[position]!);
}

/** @param most At least as many as there are: copies that are folded count. */
function manyEventsOf(mask: Mask, most: number, order: Uint32Array): Uint32Array {
  const events = new Uint32Array(most + 1);
  let count = 0;
  for (let position = 0; position < order.length; position++) {
    const event = order[position]!;
    // Written whether it counts or not: the next one that does overwrites it, and no branch is mispredicted.
    events[count] = event;
    count += mask[event]! >>> 1;
  }
  return events.subarray(0, count);
}
