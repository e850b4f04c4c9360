import Fuse from 'fuse.js';
import { abbreviationRanges, beginsPart, holdsInOrder, withoutVowelsRanges } from './name-parts.ts';

/**
 * How well a typed word fits a name, in tiers. A better tier anywhere hides the worse ones, so that a word that
 * stands somewhere as it was typed does not drag in what it might have been a slip of.
 */
export const Fit = {
  none: 0,
  /** One letter in five at most is missing, too much or wrong. */
  typo: 1,
  /** Two neighbouring letters are swapped. */
  swapped: 2,
  /** Parts with their vowels left out: `secgrp`. */
  withoutVowels: 3,
  /** Initials or beginnings of parts: `descinst`. */
  abbreviation: 4,
  /** Stands within the name. */
  inside: 5,
  /** Stands at the beginning of a part of the name. */
  part: 6,
} as const;

/** Share of a word's letters that may be wrong; 0.2 is one in five. Measured on real names to be cleaner than 0.3. */
const fuseThreshold = 0.2;
/** Words shorter than this are never taken for slips: another word is always one letter away. */
const shortestTypo = 5;

const fuseOptions = {
  threshold: fuseThreshold,
  ignoreLocation: true,
  includeMatches: true,
  minMatchCharLength: 2,
};

/**
 * How a word (in small letters) fits a name, apart from slips.
 *
 * @param folded The name in small letters.
 */
export function fitOf(word: string, name: string, folded = name.toLowerCase()): number {
  let at = folded.indexOf(word);
  if (at < 0) return shortenedFit(word, name, folded);
  if (!beginsPart(word, 0)) return Fit.part;
  for (; at >= 0; at = folded.indexOf(word, at + 1)) if (beginsPart(name, at)) return Fit.part;
  return Fit.inside;
}

function shortenedFit(word: string, name: string, folded: string): number {
  if (!holdsInOrder(word, folded)) return Fit.none;
  if (abbreviationRanges(word, name) !== undefined) return Fit.abbreviation;
  return withoutVowelsRanges(word, name) === undefined ? Fit.none : Fit.withoutVowels;
}

/** The least tier that counts, when the best that the names have is `best`. */
export function leastFit(best: number): number {
  if (best === Fit.part) return Fit.inside;
  return best === Fit.inside ? Fit.abbreviation : Math.max(best, Fit.typo);
}

/** How a word (in small letters) fits a name as a slip of the finger, when it fits in no better way. */
export function slipFitOf(word: string, name: string, folded = name.toLowerCase()): number {
  if (word.length < shortestTypo || !sharesLetters(word, folded)) return Fit.none;
  if (swappedRange(word, folded) !== undefined) return Fit.swapped;
  return Fuse.match(word, name, fuseOptions).isMatch ? Fit.typo : Fit.none;
}

/** Where a name has what a word (in small letters) is a slip of the finger away from: half-open ranges in order, or undefined. */
export function slipRanges(word: string, name: string): [number, number][] | undefined {
  const folded = name.toLowerCase();
  if (word.length < shortestTypo || !sharesLetters(word, folded)) return undefined;
  const swapped = swappedRange(word, folded);
  if (swapped !== undefined) return [swapped];
  const result = Fuse.match(word, name, fuseOptions);
  return result.isMatch ? (result.indices ?? []).map(([first, last]) => [first, last + 1]) : undefined;
}

/**
 * A cheap look before fuse.js: a slip costs the word at most one of its letters and two of its pairs of letters (two
 * swapped ones: three). A name that lacks more of them cannot be meant.
 */
function sharesLetters(word: string, folded: string): boolean {
  const slips = Math.floor(word.length * fuseThreshold);
  return lacksFew(word, 1, folded, slips) && lacksFew(word, 2, folded, 2 * slips + 1);
}

/** Whether no more than `most` of the word's runs of that length are missing in a name. */
function lacksFew(word: string, length: number, name: string, most: number): boolean {
  let missing = 0;
  for (let at = 0; at + length <= word.length; at++) {
    if (!name.includes(word.slice(at, at + length)) && ++missing > most) return false;
  }
  return true;
}

/** Two neighbouring letters typed in the wrong order count as one slip; fuse.js counts two. */
function swappedRange(word: string, folded: string): [number, number] | undefined {
  for (let index = 0; index + 1 < word.length; index++) {
    const swapped = word.slice(0, index) + word[index + 1] + word[index] + word.slice(index + 2);
    const at = folded.indexOf(swapped);
    if (at >= 0) return [at, at + word.length];
  }
  return undefined;
}
