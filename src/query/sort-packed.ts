import { release } from '../decode/release.ts';
import { type PackedTexts, startOf } from '../store/packed-texts.ts';

/** Bytes in a key: as many as fit with their bits, of which one more tells that the text goes on. */
const keyBytes = 3;
const byteBits = 9;
const byteMask = 2 ** byteBits - 1;
/** So few are sorted by putting each in its place. */
const few = 16;
/** Codes that are looked at between two yields: less than a few milliseconds. */
const piece = 1 << 15;

/**
 * Sorts codes in place by their texts, in pieces: yields between them. A quicksort by three bytes of each text at a time;
 * those that are equal so far are parted by the next three.
 *
 * @param forms By byte its place in the order.
 * @param sortEqual Puts those in order whose texts have the same places throughout.
 */
export function* sortPacked(
  { bytes, ends }: PackedTexts,
  codes: Uint32Array,
  forms: Uint8Array,
  sortEqual: (codes: Uint32Array) => void,
): Generator<void, void> {
  const keys = new Uint32Array(codes.length);
  /** Ranges still to be sorted, three numbers each: from, to, and where in each text the bytes of its key stand. */
  const waiting: number[] = [];
  let looked = 0;

  function readKeys(from: number, to: number, depth: number): void {
    looked += to - from;
    for (let i = from; i < to; i++) {
      const code = codes[i]!;
      const end = ends[code]!;
      let at = startOf(ends, code) + depth;
      let key = 0;
      for (let byte = 0; byte < keyBytes; byte++, at++)
        key = (key << byteBits) | (at < end ? forms[bytes[at]!]! + 1 : 0);
      keys[i] = key;
    }
  }

  /** Sets about a range of codes whose keys are equal. */
  function sortAlike(from: number, to: number, depth: number): void {
    if (to - from < 2) return;
    if ((keys[from]! & byteMask) === 0) sortEqual(codes.subarray(from, to));
    else {
      readKeys(from, to, depth + keyBytes);
      waiting.push(from, to, depth + keyBytes);
    }
  }

  for (let from = 0; from < codes.length; from += piece, yield)
    readKeys(from, Math.min(codes.length, from + piece), 0);
  waiting.push(0, codes.length, 0);
  while (waiting.length > 0) {
    const depth = waiting.pop()!;
    const to = waiting.pop()!;
    const from = waiting.pop()!;
    looked += to - from;
    if (to - from <= few) {
      placeEach(keys, codes, from, to);
      for (let start = from, end = from + 1; start < to; start = end++) {
        while (end < to && keys[end] === keys[start]) end++;
        sortAlike(start, end, depth);
      }
    } else {
      const [alike, above] = part(keys, codes, from, to);
      waiting.push(from, alike, depth, above, to, depth);
      sortAlike(alike, above, depth);
    }
    if (looked < piece) continue;
    looked = 0;
    yield;
  }
  release(keys);
}

function placeEach(keys: Uint32Array, codes: Uint32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const [key, code] = [keys[i]!, codes[i]!];
    let at = i;
    for (; at > from && keys[at - 1]! > key; at--) {
      keys[at] = keys[at - 1]!;
      codes[at] = codes[at - 1]!;
    }
    keys[at] = key;
    codes[at] = code;
  }
}

/** Parts a range by one of its keys. Gives where those that have it begin, and where those above it do. */
function part(
  keys: Uint32Array,
  codes: Uint32Array,
  from: number,
  to: number,
): readonly [alike: number, above: number] {
  const pivot = middleOf(keys[from]!, keys[(from + to) >>> 1]!, keys[to - 1]!);
  let alike = from;
  let above = to;
  for (let at = from; at < above; ) {
    const key = keys[at]!;
    if (key === pivot) at++;
    else if (key < pivot) swap(keys, codes, alike++, at++);
    else swap(keys, codes, at, --above);
  }
  return [alike, above];
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(keys: Uint32Array, codes: Uint32Array, a: number, b: number): void {
  const [key, code] = [keys[a]!, codes[a]!];
  keys[a] = keys[b]!;
  codes[a] = codes[b]!;
  keys[b] = key;
  codes[b] = code;
}
