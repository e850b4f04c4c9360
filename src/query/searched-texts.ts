import type { ColumnValues } from '../store/snapshot.ts';
import { Fit, fitOf, mostSlips } from './fuzzy.ts';
import { lettersOf, missingLetters } from './letters.ts';
import { searchedBytes } from './searched-bytes.ts';
import { isShortened } from './shortened-name.ts';
import { fold } from './value-predicate.ts';

/** Tells of the text with an index. */
export type TextTest = (index: number) => boolean;

/**
 * Tests of texts for words in small letters. Where texts are kept as bytes, they are looked through without a string of
 * each.
 */
export type SearchedTexts = {
  is(word: string): TextTest;
  startsWith(word: string): TextTest;
  /** Whether a word stands where a part of a text begins. */
  beginsPart(word: string): TextTest;
  holdsAny(words: readonly string[]): TextTest;
  /** Whether a text can be shortened to a word, with all vowels of the letters taken or, of longer words, with fewer. */
  isShortened(word: string, skipVowels: boolean): TextTest;
  /** Whether a text may hold a word but for slips of the finger: a closer look tells. */
  maybeSlipped(word: string): TextTest;
};

/** The values of a column. */
export function searchedTextsOf(values: ColumnValues): SearchedTexts {
  const packed = values.packed();
  const strings = searchedStrings(values.valueAt);
  return packed === undefined ? strings : searchedBytes(values, packed, strings);
}

/** @param textAt Gives the text with an index. */
export function searchedStrings(textAt: (index: number) => string): SearchedTexts {
  const foldedAt = (index: number) => fold(textAt(index));
  return {
    is: (word) => (index) => foldedAt(index) === word,
    startsWith: (word) => (index) => foldedAt(index).startsWith(word),
    beginsPart: (word) => (index) => fitOf(word, textAt(index)) === Fit.part,
    holdsAny: (words) => (index) => {
      const folded = foldedAt(index);
      return words.some((word) => folded.includes(word));
    },
    isShortened: (word, skipVowels) => (index) =>
      isShortened(word, textAt(index), foldedAt(index), skipVowels),
    maybeSlipped(word) {
      const missing = missingLetters(word);
      return (index) => missing(lettersOf(foldedAt(index))) <= mostSlips(word);
    },
  };
}
