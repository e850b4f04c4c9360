import {
  beginsPart,
  holdsInOrder,
  longestAnchored,
  shortenedRanges,
  shortestAbbreviation,
} from './name-parts.ts';

/** The letters of a word that have a bit each. */
export const mostLetters = 31;
const asciiUnits = 128;

/** Where a word has a letter: a bit for each place in the word. */
type Places = {
  readonly word: string;
  readonly ascii: Int32Array;
  readonly others: ReadonlyMap<number, number>;
};

let lastPlaces: Places = { word: '', ascii: new Int32Array(asciiUnits), others: new Map() };

/** Worked out for the last word alone: it is looked for in name after name. */
function placesOf(word: string): Places {
  if (lastPlaces.word === word) return lastPlaces;
  const ascii = new Int32Array(asciiUnits);
  const others = new Map<number, number>();
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < asciiUnits) ascii[unit]! |= 1 << at;
    else others.set(unit, (others.get(unit) ?? 0) | (1 << at));
  }
  lastPlaces = { word, ascii, others };
  return lastPlaces;
}

const vowels = Uint8Array.from({ length: asciiUnits }, (_, unit) =>
  'aeiou'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** Whether a code unit is a small vowel. */
export function isVowel(unit: number): boolean {
  return unit < asciiUnits && vowels[unit] === 1;
}

/**
 * Whether a name can be shortened to a word, as `abbreviationRanges` and `withoutVowelsRanges` do it, of one part as of
 * several. One walk over the name: at each letter, which letters of the word can stand there.
 *
 * @param word In small letters.
 * @param folded The name in small letters.
 * @param skipVowels Whether vowels may be left out.
 */
export function isShortened(word: string, name: string, folded: string, skipVowels: boolean): boolean {
  if (word.length > mostLetters) return shortenedRanges(word, name, folded, skipVowels) !== undefined;
  if (word.length < shortestAbbreviation || name.length < word.length) return false;
  if (folded.length !== name.length || !holdsInOrder(word, folded)) return false;
  const { ascii, others } = placesOf(word);
  const isAnchored = word.length <= longestAnchored;
  const whole = 1 << (word.length - 1);
  let at = 0;
  while (at < name.length && !beginsPart(name, at)) at++;
  if (isAnchored && folded.charCodeAt(at) !== word.charCodeAt(0)) return false;
  /** The word's first letter, where it may stand; and letters that can stand before, or so near that the next may follow. */
  let first = 1;
  let before = 0;
  let near = 0;
  for (; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const places = unit < asciiUnits ? ascii[unit]! : (others.get(unit) ?? 0);
    if (places === 0 && near === 0) continue;
    const begins = beginsPart(name, at);
    const here = places & (begins ? (before << 1) | first : near << 1);
    if ((here & whole) !== 0) return true;
    const isLeftOut = skipVowels && !begins && isVowel(unit);
    near = isLeftOut ? near | here : here;
    before |= here;
    if (isAnchored) first = 0;
  }
  return false;
}
