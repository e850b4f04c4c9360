/**
 * Names as people abbreviate them: `CreateAccessKey` has the parts Create, Access, Key, and is typed `crak`, `cak`
 * or `creakey`.
 */

/** The indices at which the parts of a name begin: at capitals, digits, and after anything that is no letter or digit. */
function partStarts(name: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < name.length; at++) if (beginsPart(name, at)) starts.push(at);
  return starts;
}

/** True when a part of the name begins at an index. Of a run of capitals the last belongs to the small letters after it. */
export function beginsPart(name: string, at: number): boolean {
  return unitBeginsPart(name.charCodeAt(at - 1), name.charCodeAt(at), name.charCodeAt(at + 1));
}

/** The same for a code unit with those before and after it; beyond the ends of a name stands `NaN`. */
export function unitBeginsPart(before: number, unit: number, after: number): boolean {
  const kind = kindOf(unit);
  if (kind === other) return false;
  const kindBefore = kindOf(before);
  if (kindBefore === other) return true;
  if (kind === upper) return kindBefore !== upper || kindOf(after) === lower;
  return (kind === digit) !== (kindBefore === digit);
}

const [other, digit, upper, lower] = [0, 1, 2, 3];
/** The kinds of ASCII characters. */
const kinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const char = String.fromCharCode(unit);
  if (/[a-z]/.test(char)) return lower!;
  return /[A-Z]/.test(char) ? upper! : /[0-9]/.test(char) ? digit! : other!;
});

/** The kind of a code unit; what is beyond ASCII counts as a small letter. */
export function kindOf(unit: number): number {
  if (unit < kinds.length) return kinds[unit]!;
  return Number.isNaN(unit) ? other! : lower!;
}

/** Words shorter than this are no abbreviations: nearly every name would have their letters. */
export const shortestAbbreviation = 3;
/** Words up to this long must begin where the name does; longer ones may begin at any part. */
export const longestAnchored = 4;

/**
 * Where the letters of a word stand in a name of which it is an abbreviation: a few first letters of some of its
 * parts, in order, of two parts at least. Undefined when it is none.
 *
 * @param word In small letters.
 * @param folded The name in small letters.
 * @returns Half-open ranges of the name, in order.
 */
export function abbreviationRanges(
  word: string,
  name: string,
  folded = name.toLowerCase(),
): [number, number][] | undefined {
  const ranges = shortenedRanges(word, name, folded, false);
  return ranges !== undefined && ranges.length > 1 ? ranges : undefined;
}

/** The same where vowels were left out as well, as in `secgrp` or `dcrypt`; one part will do. */
export function withoutVowelsRanges(
  word: string,
  name: string,
  folded = name.toLowerCase(),
): [number, number][] | undefined {
  return word.length > longestAnchored ? shortenedRanges(word, name, folded, true) : undefined;
}

/** Both of them, also where it is a single part. */
export function shortenedRanges(
  word: string,
  name: string,
  folded: string,
  skipVowels: boolean,
): [number, number][] | undefined {
  if (word.length < shortestAbbreviation || name.length < word.length) return undefined;
  if (folded.length !== name.length || !holdsInOrder(word, folded)) return undefined;
  const firsts = firstPlaces(word, name, folded);
  if (firsts.length === 0) return undefined;
  const search: Search = { word, name: folded, starts: partStarts(name), skipVowels, failed: new Set() };
  for (const first of firsts) {
    const places = placesFrom(search, 0, first);
    if (places !== undefined) return rangesOf(places);
  }
  return undefined;
}

/** Where the first letter of a word begins a part of a name: for most names nowhere. */
function firstPlaces(word: string, name: string, folded: string): number[] {
  const letter = word.charAt(0);
  const places: number[] = [];
  for (let at = folded.indexOf(letter); at >= 0; at = folded.indexOf(letter, at + 1)) {
    if (!beginsPart(name, at)) continue;
    if (word.length > longestAnchored) places.push(at);
    else return hasPartBefore(name, at) ? [] : [at];
  }
  return places;
}

/** Whether any part of a name begins before an index. */
function hasPartBefore(name: string, before: number): boolean {
  for (let at = 0; at < before; at++) if (beginsPart(name, at)) return true;
  return false;
}

/** Whether a name holds the letters of a word in order: a cheap look, which most names do not pass. */
export function holdsInOrder(word: string, name: string): boolean {
  let at = -1;
  for (let index = 0; index < word.length; index++) {
    at = name.indexOf(word.charAt(index), at + 1);
    if (at < 0) return false;
  }
  return true;
}

type Search = {
  readonly word: string;
  readonly name: string;
  readonly starts: readonly number[];
  readonly skipVowels: boolean;
  /** Pairs of letter and place from which nothing was found. */
  readonly failed: Set<number>;
};

/** Places of the word's letters from `letter` on, the first at `at`: the next follows at once, or begins a later part. */
function placesFrom(search: Search, letter: number, at: number): number[] | undefined {
  const { word, name, starts, skipVowels, failed } = search;
  if (name[at] !== word[letter]) return undefined;
  if (letter === word.length - 1) return [at];
  const key = letter * name.length + at;
  if (failed.has(key)) return undefined;
  const nextPart = starts.find((start) => start > at) ?? name.length;
  for (let next = at + 1; next < nextPart; next++) {
    const places = placesFrom(search, letter + 1, next);
    if (places !== undefined) return [at, ...places];
    if (!skipVowels || !'aeiou'.includes(name[next]!)) break;
  }
  for (const start of starts) {
    const places = start > at ? placesFrom(search, letter + 1, start) : undefined;
    if (places !== undefined) return [at, ...places];
  }
  failed.add(key);
  return undefined;
}

function rangesOf(places: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === place) last[1]++;
    else ranges.push([place, place + 1]);
  }
  return ranges;
}
