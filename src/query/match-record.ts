import { byteSearchFor, findBytes } from './byte-search.ts';
import { pathReader } from './path-values.ts';
import { anchorOf, unicodeEscapeFinder } from './plain-anchor.ts';
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
  const read = pathReader(path, [textWithin(test)]);
  return (bytes, start, end) => read(bytes, start, end).some(passes);
}

/** A text that a record must hold to pass, or an empty one. A number may be written otherwise than it is printed. */
function textWithin(test: ValueTest): string {
  if (test.how === 'any' || test.how === 'cidr' || test.how === 'either' || test.how === 'list') return '';
  return /^[-+.\deE]*$/.test(test.text) ? '' : test.text;
}
