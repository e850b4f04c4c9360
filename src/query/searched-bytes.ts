import { isAscii } from 'node:buffer';
import { isAsciiPacked, isAsciiWithin, type PackedTexts, startOf } from '../store/packed-texts.ts';
import { runToEnd } from '../store/run-to-end.ts';
import type { ColumnValues } from '../store/snapshot.ts';
import { byteSearchFor, findBytes, smallBytes } from './byte-search.ts';
import { mostSlips, slipAnchors } from './fuzzy.ts';
import { lettersOf, missingLetters } from './letters.ts';
import { unitBeginsPart } from './name-parts.ts';
import { findLetters, lettersWithin } from './packed-letters.ts';
import type { SearchedTexts, TextTest } from './searched-texts.ts';
import { shortenedInBytes } from './shortened-bytes.ts';

/** Tells of the text in a half-open range of bytes, which has these letters. */
type RangeTest = (bytes: Uint8Array, start: number, end: number, letters: number) => boolean;

/**
 * Tests values as they are kept. To words in ASCII a byte beyond it is a letter that they do not have; other words are left
 * to strings, and so are the few texts that hold ASCII letters in small letters alone.
 */
export function searchedBytes(
  values: ColumnValues,
  packed: PackedTexts,
  strings: SearchedTexts,
): SearchedTexts {
  const { bytes, ends } = packed;

  /** @param lettersDo Tells by a text's letters which are looked at at all. */
  function testBy(lettersDo: (letters: number) => boolean, passes: RangeTest, whereOdd: TextTest): TextTest {
    const { letters, odd } = runToEnd(findLetters(values, packed));
    return (index) => {
      if (!lettersDo(letters[index]!)) return false;
      if (odd.size > 0 && odd.has(index)) return whereOdd(index);
      return passes(bytes, startOf(ends, index), ends[index]!, letters[index]!);
    };
  }

  return {
    is(word) {
      if (!isAsciiWord(word)) return strings.is(word);
      const passes: RangeTest = (bytes, start, end) =>
        end - start === word.length && standsAt(word, bytes, start);
      return testBy(having(word), passes, strings.is(word));
    },
    startsWith(word) {
      if (!isAsciiWord(word)) return strings.startsWith(word);
      const passes: RangeTest = (bytes, start, end) =>
        end - start >= word.length && standsAt(word, bytes, start);
      return testBy(having(word), passes, strings.startsWith(word));
    },
    beginsPart(word) {
      if (!isAsciiWord(word)) return strings.beginsPart(word);
      return testBy(having(word), beginsPart(word), strings.beginsPart(word));
    },
    holdsAny(words) {
      const inStrings = strings.holdsAny(words);
      if (!words.every(isAsciiWord)) {
        const mayHold = (index: number) => words.some(isAsciiWord) || !isAsciiPacked(packed, index);
        return (index) => mayHold(index) && inStrings(index);
      }
      if (words.length === 1) return testBy(having(words[0]!), holds(words[0]!), inStrings);
      const tests = words.map(holds);
      const passes: RangeTest = (...range) => tests.some((test) => test(...range));
      return testBy(() => true, passes, inStrings);
    },
    isShortened(word, skipVowels) {
      const inStrings = strings.isShortened(word, skipVowels);
      if (!isAsciiWord(word)) return inStrings;
      const inBytes = shortenedInBytes(word, skipVowels);
      if (inBytes !== undefined) return testBy(having(word), inBytes, inStrings);
      const mayBe = testBy(having(word), () => true, inStrings);
      return (index) => mayBe(index) && inStrings(index);
    },
    maybeSlipped(word) {
      if (!isAsciiWord(word)) return strings.maybeSlipped(word);
      const missing = missingLetters(word);
      const most = mostSlips(word);
      return testBy((letters) => missing(letters) <= most, holdsNearly(word), strings.maybeSlipped(word));
    },
  };
}

function isAsciiWord(word: string): boolean {
  return isAscii(Buffer.from(word));
}

/** Tells of letters whether those of a word are among them. */
function having(word: string): (letters: number) => boolean {
  const needed = lettersOf(word);
  return (letters) => (letters & needed) === needed;
}

function standsAt(word: string, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < word.length; at++)
    if (smallBytes[bytes[start + at]!] !== word.charCodeAt(at)) return false;
  return true;
}

/** Of a single letter the letters alone tell. */
function holds(word: string): RangeTest {
  const has = having(word);
  if (/^[a-z]$/.test(word)) return (_bytes, _start, _end, letters) => has(letters);
  const search = byteSearchFor(word);
  return (bytes, start, end, letters) => has(letters) && findBytes(search, bytes, start, end) >= 0;
}

/** As `fitOf` has it: what begins with a sign is a part wherever it stands. */
function beginsPart(word: string): RangeTest {
  const search = byteSearchFor(word);
  const isSign = !unitBeginsPart(Number.NaN, word.charCodeAt(0), Number.NaN);
  return (bytes, start, end) => {
    let at = findBytes(search, bytes, start, end);
    for (; at >= 0; at = findBytes(search, bytes, at + 1, end)) {
      const before = at === start ? Number.NaN : bytes[at - 1]!;
      const after = at + 1 === end ? Number.NaN : bytes[at + 1]!;
      if (isSign || unitBeginsPart(before, bytes[at]!, after)) return true;
    }
    return false;
  };
}

/** One of the word's anchors, and around it all of its letters but for as many as may be wrong. */
function holdsNearly(word: string): RangeTest {
  const most = mostSlips(word);
  const missing = missingLetters(word);
  const anchors = slipAnchors(word)?.map(({ text, offset }) => ({
    has: having(text),
    search: byteSearchFor(text),
    offset,
  }));
  if (anchors === undefined) return () => true;
  return (bytes, start, end, letters) => {
    for (const { has, search, offset } of anchors) {
      if (!has(letters)) continue;
      let at = findBytes(search, bytes, start, end);
      for (; at >= 0; at = findBytes(search, bytes, at + 1, end)) {
        const first = Math.max(start, at - offset - most);
        const last = Math.min(end, at - offset + word.length + most);
        if (missing(lettersWithin(bytes, first, last)) <= most) return true;
        // A slip beyond ASCII is of several bytes: letters of the word may stand farther away.
        if (!isAsciiWithin(bytes, first, last)) return true;
      }
    }
    return false;
  };
}
