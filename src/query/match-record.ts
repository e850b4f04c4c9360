import type { Json } from '../record/json.ts';
import { valuesAt } from '../record/paths.ts';
import { type ByteSearch, byteSearchFor, findBytes } from './byte-search.ts';
import { writePlainText } from './plain-text.ts';
import type { RecordTest, ValueTest } from './record-test.ts';
import { fold, jsonPredicate } from './value-predicate.ts';

/** Tells whether the record in a half-open range of bytes (one JSON object) passes. */
export type RecordMatcher = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * A function that tells whether a record passes a test, from its bytes. Bytes that are no JSON pass no path test.
 * Made once for each test and thread: it keeps a buffer of its own.
 */
export function recordMatcher(test: RecordTest): RecordMatcher {
  return test.kind === 'text' ? textMatcher(test.text) : pathMatcher(test.path, test.test);
}

/**
 * Characters that JSON as it is written escapes only as `\uXXXX`, if at all: ASCII but for controls, quotation marks,
 * backslash and slash.
 */
const plainRun = /[ !#-.0-[\]-~]+/g;

/** The longest run of plain characters: a record without it, and without `\u`, cannot hold the text. */
function anchorOf(text: string): string {
  return (text.match(plainRun) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    '',
  );
}

function textMatcher(text: string): RecordMatcher {
  const anchor = anchorOf(text);
  const search = anchor === '' ? undefined : byteSearchFor(anchor);
  const verify = decodedMatcher(text);
  // A text with punctuation of JSON could be found across two values; only decoding tells.
  const sure = anchor === text && !/[\s,:[\]{}]/.test(text);
  return (bytes, start, end) => {
    const at = search === undefined ? start : findBytes(search, bytes, start, end);
    if (at < 0) return hasUnicodeEscape(bytes, start, end) && verify(bytes, start, end);
    return (sure && !afterEscape(bytes, at, start)) || verify(bytes, start, end);
  };
}

/** Whether an escape sequence begins so shortly before a place that the place may lie within it. */
function afterEscape(bytes: Uint8Array, at: number, start: number): boolean {
  for (let before = Math.max(start, at - 5); before < at; before++) if (bytes[before] === 92) return true;
  return false;
}

function hasUnicodeEscape(bytes: Uint8Array, start: number, end: number): boolean {
  // A view of its own, so that looking ends with the record and not with the document.
  const record = bytes.subarray(start, end);
  for (let at = record.indexOf(92); at >= 0; at = record.indexOf(92, at + 2))
    if (record[at + 1] === 117) return true;
  return false;
}

/** Looks for a text in the decoded texts of a record. */
function decodedMatcher(text: string): RecordMatcher {
  const wanted = fold(text);
  const search = /^[\x00-\x7f]+$/.test(text) ? byteSearchFor(text) : undefined;
  const decoder = new TextDecoder();
  let plain = new Uint8Array(4096);
  return (bytes, start, end) => {
    if (plain.length < end - start) plain = new Uint8Array((end - start) * 2);
    const length = writePlainText(bytes, start, end, plain);
    if (search !== undefined) return findBytes(search, plain, 0, length) >= 0;
    return fold(decoder.decode(plain.subarray(0, length))).includes(wanted);
  };
}

function pathMatcher(path: readonly string[], test: ValueTest): RecordMatcher {
  const passes = jsonPredicate(test);
  const searches = [...path.filter((key) => key !== '[]'), textWithin(test)]
    .map(anchorOf)
    .filter((text) => text !== '')
    .map(byteSearchFor);
  const decoder = new TextDecoder();
  return (bytes, start, end) => {
    if (!mayHold(searches, bytes, start, end) && !hasUnicodeEscape(bytes, start, end)) return false;
    const record = parseJson(decoder.decode(bytes.subarray(start, end)));
    return record !== undefined && valuesAt(record, path).some(passes);
  };
}

function mayHold(searches: readonly ByteSearch[], bytes: Uint8Array, start: number, end: number): boolean {
  return searches.every((search) => findBytes(search, bytes, start, end) >= 0);
}

/** A text that a record must hold to pass, or an empty one. A number may be written otherwise than it is printed. */
function textWithin(test: ValueTest): string {
  if (test.how === 'any' || test.how === 'cidr' || test.how === 'either' || test.how === 'list') return '';
  return /^[-+.\deE]*$/.test(test.text) ? '' : test.text;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
