import Fuse from 'fuse.js';
import { beginsPart, longestAnchored, shortestAbbreviation } from './name-parts.ts';
import { isShortened } from './shortened-name.ts';

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
export const shortestTypo = 5;

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

/** Where a word does not stand in a name, it takes more than one part of it to abbreviate it to that word. */
function shortenedFit(word: string, name: string, folded: string): number {
  const mayLackVowels = word.length > longestAnchored;
  if (!isShortened(word, name, folded, mayLackVowels)) return Fit.none;
  // What fits with all its vowels fits with some of them left out: most names fit neither way, and are looked at once.
  const isWhole = !mayLackVowels || isShortened(word, name, folded, false);
  return isWhole ? Fit.abbreviation : Fit.withoutVowels;
}

/**
 * Whether a name that a word does not fit, apart from slips, may be fit by a longer word that begins with it: at two
 * lengths there are more ways to shorten a name than at the length before.
 *
 * @param length Of the shorter word.
 */
export function mayFitLonger(length: number): boolean {
  return length === shortestAbbreviation - 1 || length === longestAnchored;
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
  if (!mayHoldSlip(word, folded)) return Fit.none;
  return Fuse.match(word, name, fuseOptions).isMatch ? Fit.typo : Fit.none;
}

/**
 * Where a name has what a word (in small letters) is a slip of the
 * finger away from: half-open ranges in order, or undefined.
 */
export function slipRanges(word: string, name: string): [number, number][] | undefined {
  const folded = name.toLowerCase();
  if (word.length < shortestTypo || !sharesLetters(word, folded)) return undefined;
  const swapped = swappedRange(word, folded);
  if (swapped !== undefined) return [swapped];
  const result = Fuse.match(word, name, fuseOptions);
  return result.isMatch ? (result.indices ?? []).map(([first, last]) => [first, last + 1]) : undefined;
}

/** What is looked for in name after name: worked out for the last word alone. */
type Slips = {
  readonly word: string;
  readonly most: number;
  readonly letters: readonly string[];
  readonly pairs: readonly string[];
  /** The word in one piece more than it may have slips: each of these leaves the other pieces whole. */
  readonly pieces: readonly string[];
  /** The word with two neighbouring letters swapped, by the first of them. */
  readonly swapped: readonly string[];
};

let lastSlips: Slips | undefined;

function slipsOf(word: string): Slips {
  if (lastSlips?.word === word) return lastSlips;
  const runs = (length: number) =>
    Array.from({ length: word.length - length + 1 }, (_, at) => word.slice(at, at + length));
  const swapped = runs(2).map((pair, at) => word.slice(0, at) + pair[1] + pair[0] + word.slice(at + 2));
  const most = mostSlips(word);
  lastSlips = { word, most, letters: runs(1), pairs: runs(2), pieces: piecesOf(word, most + 1), swapped };
  return lastSlips;
}

function piecesOf(word: string, count: number): string[] {
  const at = (piece: number) => Math.floor((piece * word.length) / count);
  return Array.from({ length: count }, (_, piece) => word.slice(at(piece), at(piece + 1)));
}

/** Words longer than this fuse.js looks for in parts. */
const longestWhole = 32;

/**
 * A closer look before fuse.js: slips leave one of the word's pieces whole, and around it the name has all of its
 * letters but for those that the slips cost.
 */
function mayHoldSlip(word: string, folded: string): boolean {
  if (word.length > longestWhole) return true;
  const { most, letters, pieces } = slipsOf(word);
  let offset = 0;
  for (const piece of pieces) {
    for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) {
      const start = at - offset - most;
      const around = folded.slice(Math.max(0, start), start + word.length + 2 * most);
      if (lacksFew(letters, around, most)) return true;
    }
    offset += piece.length;
  }
  return false;
}

/** Runs of letters of which a name holds one that holds a slip of a word; each with its place in the word. */
export type SlipAnchor = { readonly text: string; readonly offset: number };

/** Where to look for slips of a word; undefined where they may be anywhere. */
export function slipAnchors(word: string): readonly SlipAnchor[] | undefined {
  if (word.length > longestWhole) return undefined;
  const { pieces, swapped, most } = slipsOf(word);
  let offset = 0;
  const anchors = pieces.map((text) => {
    offset += text.length;
    return { text, offset: offset - text.length };
  });
  // Letters swapped where one of two pieces ends leave neither whole.
  if (most === 1) anchors.push({ text: swapped[pieces[0]!.length - 1]!, offset: 0 });
  return anchors;
}

/** A word with two neighbouring letters swapped: each way there is. */
export function swappedWords(word: string): readonly string[] {
  return slipsOf(word).swapped;
}

/** How many letters of a word may be wrong. */
export function mostSlips(word: string): number {
  return word.length < shortestTypo ? 0 : Math.floor(word.length * fuseThreshold);
}

/**
 * A cheap look before fuse.js: a slip costs the word at most one of its letters and two of its pairs of letters (two
 * swapped ones: three). A name that lacks more of them cannot be meant.
 */
function sharesLetters(word: string, folded: string): boolean {
  const { most, letters, pairs } = slipsOf(word);
  return lacksFew(letters, folded, most) && lacksFew(pairs, folded, 2 * most + 1);
}

/** Whether no more than `most` of a word's runs of letters are missing in a name. */
function lacksFew(runs: readonly string[], name: string, most: number): boolean {
  let missing = 0;
  for (const run of runs) if (!name.includes(run) && ++missing > most) return false;
  return true;
}

/** Two neighbouring letters typed in the wrong order count as one slip; fuse.js counts two. */
function swappedRange(word: string, folded: string): [number, number] | undefined {
  for (const swapped of slipsOf(word).swapped) {
    const at = folded.indexOf(swapped);
    if (at >= 0) return [at, at + word.length];
  }
  return undefined;
}
