import { parseJson } from '../record/json.ts';
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
  const beyondAscii = /[^\x00-\x7f]/.test(text);
  const search = anchor === '' ? undefined : byteSearchFor(anchor);
  const find = (bytes: Uint8Array, start: number, end: number): number => {
    if (search !== undefined) return findBytes(search, bytes, start, end);
    return beyondAscii ? findBeyondAscii(bytes, start, end) : start;
  };
  const hasUnicodeEscape = unicodeEscapeFinder();
  const verify = decodedMatcher(text);
  // A text with punctuation of JSON could be found across two values; only decoding tells.
  const sure = anchor === text && !/[\s,:[\]{}]/.test(text);
  return (bytes, start, end) => {
    const at = find(bytes, start, end);
    if (at < 0) return hasUnicodeEscape(bytes, start, end) && verify(bytes, start, end);
    return (sure && !afterEscape(bytes, at, start)) || verify(bytes, start, end);
  };
}

/** Whether an escape sequence begins so shortly before a place that the place may lie within it. */
function afterEscape(bytes: Uint8Array, at: number, start: number): boolean {
  for (let before = Math.max(start, at - 5); before < at; before++) if (bytes[before] === 92) return true;
  return false;
}

/** The first byte beyond ASCII, or -1. */
function findBeyondAscii(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at]! > 127) return at;
  return -1;
}

/**
 * A function that tells whether `\u` stands in a record. The next place of it in a document is remembered, so that
 * records asked about in order cost one native search through the document.
 */
function unicodeEscapeFinder(): RecordMatcher {
  let known: Buffer = Buffer.alloc(0);
  let from = 0;
  let next = 0;
  return (bytes, start, end) => {
    const same =
      known.buffer === bytes.buffer && known.byteOffset === bytes.byteOffset && known.length === bytes.length;
    if (!same) known = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (!same || start < from || start > next) {
      from = start;
      const place = known.indexOf('\\u', start, 'latin1');
      next = place < 0 ? bytes.length : place;
    }
    return next < end - 1;
  };
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
  const hasUnicodeEscape = unicodeEscapeFinder();
  const decoder = new TextDecoder();
  return (bytes, start, end) => {
    if (!hasUnicodeEscape(bytes, start, end) && !mayHold(searches, bytes, start, end)) return false;
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
