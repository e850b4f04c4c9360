import { smallBytes } from './byte-search.ts';
import { kindOf, longestAnchored, shortestAbbreviation, unitBeginsPart } from './name-parts.ts';
import { isVowel, mostLetters } from './shortened-name.ts';

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

/** By the kinds of three bytes, two bits each, whether a part begins at the one in the middle. */
const beginsPart = Uint8Array.from({ length: 64 }, (_, three) => {
  const unitOf = (kind: number) => kinds.indexOf(kind & 3);
  return unitBeginsPart(unitOf(three >> 4), unitOf(three >> 2), unitOf(three)) ? 1 : 0;
});

/** The kind of what is beyond the ends of a text: no letter or digit. */
const noKind = kindOf(Number.NaN);

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
    while (at < end && kinds[bytes[at]!] === noKind) at++;
    if (end - at < word.length) return false;
    if (isAnchored && smallBytes[bytes[at]!] !== word.charCodeAt(0)) return false;
    // As in `isShortened`: where the first letter may stand, and which letters can stand before, or right before.
    let [first, before, near] = [1, 0, 0];
    for (; at < end; at++) {
      const byte = smallBytes[bytes[at]!]!;
      const places = placesOf[byte]!;
      const ifBegins = places & ((before << 1) | first);
      let here = places & (near << 1);
      if (isAnchored) first = 0;
      // Whether a part begins there is asked only where it decides something.
      if (ifBegins === 0 && here === 0 && (near === 0 || !skipVowels)) {
        near = 0;
        continue;
      }
      const kindBefore = at === start ? noKind : kinds[bytes[at - 1]!]!;
      const kindAfter = at + 1 === end ? noKind : kinds[bytes[at + 1]!]!;
      const begins = beginsPart[(kindBefore << 4) | (kinds[bytes[at]!]! << 2) | kindAfter] === 1;
      if (begins) here = ifBegins;
      if ((here & whole) !== 0) return true;
      near = skipVowels && !begins && isVowel(byte) ? near | here : here;
      before |= here;
    }
    return false;
  };
}
