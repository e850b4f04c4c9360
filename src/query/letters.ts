/**
 * Which letters a text has, as bits of one number: a look at that number tells of most texts that they cannot have what
 * is looked for.
 */

const remembered = new WeakMap<readonly string[], { letters: Int32Array; count: number }>();

/** A bit for each letter from a to z, for each two digits, and one for everything else. */
export function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at++) letters |= 1 << bitOf(folded.charCodeAt(at));
  return letters;
}

const digitBits = 26;
const otherBit = 31;

function bitOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97;
  return unit >= 48 && unit <= 57 ? digitBits + ((unit - 48) >> 1) : otherBit;
}

/** By byte of a text in small letters the bit that it has in `lettersOf`. */
export const letterBits = Int32Array.from({ length: 256 }, (_, byte) => 1 << bitOf(byte));

/**
 * The letters of each text of a list; made once for each of a list that is only appended to. May be longer than asked.
 *
 * @param folded The texts in small letters.
 */
export function lettersOfAll(folded: readonly string[], count: number): Int32Array {
  const known = remembered.get(folded) ?? { letters: new Int32Array(0), count: 0 };
  remembered.set(folded, known);
  if (known.letters.length < count) {
    const longer = new Int32Array(known.letters.length === 0 ? count : count * 2);
    longer.set(known.letters);
    known.letters = longer;
  }
  for (; known.count < count; known.count++) known.letters[known.count] = lettersOf(folded[known.count]!);
  return known.letters;
}

/** A function that counts how many of a word's letters are missing for certain in a text with these letters. */
export function missingLetters(word: string): (letters: number) => number {
  const bits = Array.from({ length: word.length }, (_, at) => 1 << bitOf(word.charCodeAt(at)));
  const all = lettersOf(word);
  return (letters) => {
    if ((letters & all) === all) return 0;
    let missing = 0;
    for (let at = 0; at < bits.length; at++) if ((letters & bits[at]!) === 0) missing++;
    return missing;
  };
}
