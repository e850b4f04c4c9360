import { asText, type Json, parseJson } from '../record/json.ts';
import { valuesAt } from '../record/paths.ts';
import { type ByteSearch, byteSearchFor, findBytes } from './byte-search.ts';
import { anchorOf, unicodeEscapeFinder } from './plain-anchor.ts';

/** The values at a path into some records, as pairs of an event and a value. */
export type PathValues = {
  /** The events whose records were looked at, those without a value too. */
  readonly looked: Uint32Array;
  /** By pair the event. */
  readonly events: Uint32Array;
  /** By pair the index of its value in `texts`. */
  readonly codes: Uint32Array;
  /** The distinct values. */
  readonly texts: readonly string[];
};

/** Gives the values at a path in the record in a half-open range of bytes (one JSON object). */
export type PathReader = (bytes: Uint8Array, start: number, end: number) => readonly Json[];

/**
 * A reader of the values at a path; of bytes that are no JSON there are none. Made once for each path and thread: it
 * keeps what it learns about a document.
 *
 * @param within Texts that a record must hold to be of interest, besides the keys of the path.
 */
export function pathReader(path: readonly string[], within: readonly string[] = []): PathReader {
  const searches = [...path.filter((key) => key !== '[]'), ...within]
    .map(anchorOf)
    .filter((text) => text !== '')
    .map(byteSearchFor);
  const hasUnicodeEscape = unicodeEscapeFinder();
  const decoder = new TextDecoder();
  return (bytes, start, end) => {
    if (!hasUnicodeEscape(bytes, start, end) && !mayHold(searches, bytes, start, end)) return [];
    const record = parseJson(decoder.decode(bytes.subarray(start, end)));
    return record === undefined ? [] : valuesAt(record, path);
  };
}

/**
 * The texts at a path in the records of one document, as pairs; events are the positions of the ranges. A value that a
 * record holds several times is one pair; null, empty texts, objects and lists are none.
 *
 * @param ranges Pairs (start, end) within the bytes.
 */
export function readPathValues(read: PathReader, bytes: Uint8Array, ranges: Uint32Array): PathValues {
  const numbers = new Map<string, number>();
  const pairs: number[] = [];
  const codes: number[] = [];
  for (let record = 0; record * 2 < ranges.length; record++) {
    const texts = read(bytes, ranges[record * 2]!, ranges[record * 2 + 1]!).map(asText);
    for (const text of new Set(texts)) {
      if (text === undefined || text === '') continue;
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      pairs.push(record);
      codes.push(number);
    }
  }
  return {
    looked: Uint32Array.from({ length: ranges.length / 2 }, (_, record) => record),
    events: Uint32Array.from(pairs),
    codes: Uint32Array.from(codes),
    texts: [...numbers.keys()],
  };
}

function mayHold(searches: readonly ByteSearch[], bytes: Uint8Array, start: number, end: number): boolean {
  return searches.every((search) => findBytes(search, bytes, start, end) >= 0);
}
