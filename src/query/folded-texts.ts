import { type PackedTexts, startOf } from '../store/packed-texts.ts';
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
  /** Those of some indices, in order, whose texts hold the word. */
  holding(word: string, among: Uint32Array): Uint32Array;
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
    holding: (word, among) => among.filter((index) => folded[index]!.includes(word)),
    is: (index, word) => folded[index] === word,
    letters: () => lettersOfAll(folded, folded.length),
  };
}

/** @param fold Gives the texts in small letters; called when they are first looked at. */
export function foldedBytes(fold: () => PackedTexts, count: number): FoldedTexts {
  let texts: PackedTexts | undefined;
  const folded = () => {
    texts ??= fold();
    return texts;
  };
  let letters: Int32Array | undefined;
  let lastWord = '';
  let lastBytes: Uint8Array = new Uint8Array();

  function bytesOf(word: string): Uint8Array {
    if (word !== lastWord) [lastWord, lastBytes] = [word, Buffer.from(word)];
    return lastBytes;
  }

  function begins(index: number, word: Uint8Array): boolean {
    const { bytes, ends } = folded();
    const start = startOf(ends, index);
    if (ends[index]! - start < word.length) return false;
    for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word[i]) return false;
    return true;
  }

  /** By index 1 for the texts that hold a word. Going through all their bytes at once takes a fraction of one by one. */
  function holders(word: Uint8Array): Uint8Array {
    const { bytes: all, ends } = folded();
    const bytes = Buffer.from(all.buffer, all.byteOffset, ends[count - 1]);
    const holds = new Uint8Array(count);
    for (let index = 1, at = bytes.indexOf(word); at >= 0; ) {
      while (ends[index]! <= at) index++;
      const isWithin = at + word.length <= ends[index]!;
      if (isWithin) holds[index] = 1;
      at = bytes.indexOf(word, isWithin ? ends[index]! : at + 1);
    }
    return holds;
  }

  return {
    at(index) {
      const { bytes, ends } = folded();
      return Buffer.from(bytes.buffer, bytes.byteOffset).toString('utf8', startOf(ends, index), ends[index]);
    },
    startsWith: (index, word) => begins(index, bytesOf(word)),
    holding(word, among) {
      if (word === '') return among;
      const holds = holders(bytesOf(word));
      return among.filter((index) => holds[index] === 1);
    },
    is(index, word) {
      const bytes = bytesOf(word);
      const { ends } = folded();
      return ends[index]! - startOf(ends, index) === bytes.length && begins(index, bytes);
    },
    letters() {
      if (letters !== undefined) return letters;
      const { bytes, ends } = folded();
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
