import { isAsciiPacked, type PackedTexts, startOf } from '../store/packed-texts.ts';
import type { ColumnValues } from '../store/snapshot.ts';
import { smallBytes } from './byte-search.ts';
import { letterBits, lettersOf } from './letters.ts';
import { fold } from './value-predicate.ts';

/** What is known of texts that are kept as bytes before their bytes are looked at. */
export type PackedLetters = {
  /** By code the letters of its text, as `lettersOf` gives them. May be longer than there are values. */
  readonly letters: Int32Array;
  /** The codes of the few texts that hold ASCII letters when in small letters that they do not hold as they are. */
  readonly odd: ReadonlySet<number>;
};

type Known = { letters: Int32Array; readonly odd: Set<number>; count: number };

const remembered = new WeakMap<object, Known>();

/** Values that are looked at between two yields. */
const piece = 1 << 13;

/**
 * The letters of the values of a list, in pieces of a few milliseconds: yields between them. Made once for each value of a
 * list that is only appended to.
 */
export function* findLetters(
  { list, valueAt, valueCount }: ColumnValues,
  packed: PackedTexts,
): Generator<void, PackedLetters> {
  const known: Known = remembered.get(list) ?? { letters: new Int32Array(0), odd: new Set(), count: 0 };
  remembered.set(list, known);
  // Between two pieces somebody may have asked for all of them.
  while (known.count < valueCount) {
    if (known.letters.length < valueCount) known.letters = longer(known.letters, valueCount);
    const { letters, odd } = known;
    const last = Math.min(known.count + piece, valueCount);
    for (let code = known.count; code < last; code++) {
      letters[code] = lettersWithin(packed.bytes, startOf(packed.ends, code), packed.ends[code]!);
      if (isAsciiPacked(packed, code) || !oddLetters.test(valueAt(code))) continue;
      odd.add(code);
      letters[code] = lettersOf(fold(valueAt(code)));
    }
    known.count = last;
    yield;
  }
  return known;
}

/** The large I with a dot, and the sign for kelvin. */
const oddLetters = /[\u0130\u212a]/;

/** By byte the bit that its small letter has among letters. */
const bits = Int32Array.from(smallBytes, (byte) => letterBits[byte]!);

/** The letters of the text in a half-open range of bytes. */
export function lettersWithin(bytes: Uint8Array, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end; at++) letters |= bits[bytes[at]!]!;
  return letters;
}

/** Longer than needed once it has to grow, so that loading does not copy it with every snapshot. */
function longer(letters: Int32Array, length: number): Int32Array {
  const grown = new Int32Array(letters.length === 0 ? length : length * 2);
  grown.set(letters);
  return grown;
}
