import { smallBytes } from './byte-search.ts';
import { longestAnchored, shortestAbbreviation, unitBeginsPart } from './name-parts.ts';
import { isVowel, mostLetters } from './shortened-name.ts';

/** Stands for what is beyond the ends of a text: no letter or digit. */
const noByte = 0;

/**
 * A function that tells of the text in a half-open range of bytes whether it can be shortened to a word, as `isShortened`
 * tells of strings; undefined for words that are too long.
 *
 * @param word In small letters, ASCII.
 */
export function shortenedInBytes(
  word: string,
  skipVowels: boolean,
): ((bytes: Uint8Array, start: number, end: number) => boolean) | undefined {
  if (word.length > mostLetters) return undefined;
  if (word.length < shortestAbbreviation) return () => false;
  /** By byte, of small letters, a bit for each place where the word has it. */
  const placesOf = new Int32Array(256);
  for (let at = 0; at < word.length; at++) placesOf[word.charCodeAt(at)]! |= 1 << at;
  const isAnchored = word.length <= longestAnchored;
  const whole = 1 << (word.length - 1);
  return (bytes, start, end) => {
    let at = start;
    while (at < end && !unitBeginsPart(noByte, bytes[at]!, noByte)) at++;
    if (end - at < word.length) return false;
    if (isAnchored && smallBytes[bytes[at]!] !== word.charCodeAt(0)) return false;
    // As in `isShortened`: where the first letter may stand, and which letters can stand before, or right before.
    let [first, before, near] = [1, 0, 0];
    for (; at < end; at++) {
      const byte = smallBytes[bytes[at]!]!;
      const places = placesOf[byte]!;
      if (places === 0 && near === 0) continue;
      const unitBefore = at === start ? noByte : bytes[at - 1]!;
      const begins = unitBeginsPart(unitBefore, bytes[at]!, at + 1 === end ? noByte : bytes[at + 1]!);
      const here = places & (begins ? (before << 1) | first : near << 1);
      if ((here & whole) !== 0) return true;
      near = skipVowels && !begins && isVowel(byte) ? near | here : here;
      before |= here;
      if (isAnchored) first = 0;
    }
    return false;
  };
}
