import type { PackedTexts } from '../store/packed-texts.ts';
import { runToEnd } from '../store/run-to-end.ts';
import type { ColumnValues } from '../store/snapshot.ts';
import { foldPacked } from './fold-packed.ts';
import { foldedValues } from './folded.ts';
import { letterBits, lettersOfAll } from './letters.ts';

/** Texts in small letters, by index. Where there are many, they are looked through without a string of each. */
export type FoldedTexts = {
  at(index: number): string;
  /** @param word In small letters, as with the others. */
  startsWith(index: number, word: string): boolean;
  includes(index: number, word: string): boolean;
  is(index: number, word: string): boolean;
  /** Of each its letters, as `lettersOf` gives them. May be longer. */
  letters(): Int32Array;
};

/** Lists of fewer values are as soon folded. */
const manyValues = 1 << 15;

/** The values of a column in small letters. */
export function foldedTextsOf(list: ColumnValues): FoldedTexts {
  const packed = list.valueCount < manyValues ? undefined : list.packed();
  return packed === undefined
    ? foldedStrings(foldedValues(list.values, list.valueCount))
    : foldedBytes(() => runToEnd(foldPacked(list, packed)), list.valueCount);
}

/** Strings that are in small letters already. */
export function foldedStrings(folded: readonly string[]): FoldedTexts {
  return {
    at: (index) => folded[index]!,
    startsWith: (index, word) => folded[index]!.startsWith(word),
    includes: (index, word) => folded[index]!.includes(word),
    is: (index, word) => folded[index] === word,
    letters: () => lettersOfAll(folded, folded.length),
  };
}

/** @param fold Gives the texts in small letters; called when they are first looked at. */
export function foldedBytes(fold: () => PackedTexts, count: number): FoldedTexts {
  let texts: PackedTexts | undefined;
  let letters: Int32Array | undefined;
  let lastWord = '';
  let lastBytes: Uint8Array = new Uint8Array();

  function bytesOf(word: string): Uint8Array {
    if (word !== lastWord) [lastWord, lastBytes] = [word, Buffer.from(word)];
    return lastBytes;
  }

  /** Whether a word stands in a text from one of the first places on, which are `places` in number. */
  function stands(index: number, word: Uint8Array, places: number): boolean {
    texts ??= fold();
    const { bytes, ends } = texts;
    const start = index === 0 ? 0 : ends[index - 1]!;
    const last = Math.min(start + places - 1, ends[index]! - word.length);
    for (let at = start; at <= last; at++) {
      let same = 0;
      while (same < word.length && bytes[at + same] === word[same]) same++;
      if (same === word.length) return true;
    }
    return false;
  }

  return {
    at(index) {
      texts ??= fold();
      const { bytes, ends } = texts;
      return Buffer.from(bytes.buffer, bytes.byteOffset).toString('utf8', ends[index - 1] ?? 0, ends[index]);
    },
    startsWith: (index, word) => stands(index, bytesOf(word), 1),
    includes: (index, word) => stands(index, bytesOf(word), Number.POSITIVE_INFINITY),
    is(index, word) {
      const bytes = bytesOf(word);
      texts ??= fold();
      return texts.ends[index]! - (texts.ends[index - 1] ?? 0) === bytes.length && stands(index, bytes, 1);
    },
    letters() {
      if (letters !== undefined) return letters;
      texts ??= fold();
      const { bytes, ends } = texts;
      letters = new Int32Array(count);
      for (let index = 1, at = 0; index < count; index++) {
        let found = 0;
        for (; at < ends[index]!; at++) found |= letterBits[bytes[at]!]!;
        letters[index] = found;
      }
      return letters;
    },
  };
}
