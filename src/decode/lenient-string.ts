import { decodeUtf8 } from './decode-utf8.ts';
import { isSingleQuote, looseKeyAt, quoteLength, skipAnySpace } from './lenient-text.ts';

/** A string read leniently. */
export type LenientString = {
  /** Its text as JSON, in plain quotes. */
  readonly json: string;
  /** Where reading goes on. */
  readonly end: number;
  /** What was wrong with it, and where. */
  readonly mends: readonly { readonly what: string; readonly offset: number }[];
};

/**
 * Reads the string whose opening quote stands at `start`, where JSON's own rule has failed: quotes of any kind; quotes
 * within that nobody escaped; raw control characters; a closing quote that is missing, told by a line that goes on with
 * the next key. Undefined when the end comes before the string is over.
 */
export function readLenientString(bytes: Uint8Array, start: number, end: number): LenientString | undefined {
  const mends: { what: string; offset: number }[] = [];
  const mend = (what: string, offset: number) => mends.push({ what, offset });
  const openLength = quoteLength(bytes, start);
  const single = isSingleQuote(bytes, start);
  if (bytes[start] !== 0x22) mend(quoteName(bytes, start), start);
  const bodyStart = start + openLength;
  let json = '"';
  let kept = bodyStart; // [bodyStart, kept) is in json
  const keep = (to: number, then: string, next: number) => {
    json += decodeUtf8(bytes, kept, to) + then;
    kept = next;
  };

  for (let at = bodyStart; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0x5c) {
      if (at + 1 >= end) return undefined;
      const length = escapeLength(bytes, at);
      if (length === 0) {
        mend('a backslash that escapes nothing', at);
        keep(at, bytes[at + 1] === 0x27 ? '' : '\\\\', at + 1);
      }
      at += Math.max(length, bytes[at + 1] === 0x27 ? 2 : 1) - 1;
      continue;
    }
    if (byte < 0x20) {
      if ((byte === 0x0a || byte === 0x0d) && lineEndsValue(bytes, at, end)) {
        const to = trimmedEnd(bytes, bodyStart, at);
        mend('a missing closing quote', to);
        keep(to, '"', to);
        return { json, end: to, mends };
      }
      mend('a raw control character in a string', at);
      keep(at, `\\u00${byte.toString(16).padStart(2, '0')}`, at + 1);
      continue;
    }
    const length = quoteLength(bytes, at);
    if (length === 0 || isSingleQuote(bytes, at) !== single) {
      if (byte === 0x22) keep(at, '\\"', at + 1);
      continue;
    }
    if (closesEarlier(bytes, bodyStart, at, end)) {
      const to = trimmedEnd(bytes, bodyStart, at);
      mend('a missing closing quote', to);
      keep(to, '"', to);
      return { json, end: to, mends };
    }
    if (closes(bytes, at + length, end)) {
      if (byte !== 0x22) mend(quoteName(bytes, at), at);
      keep(at, '"', at + length);
      return { json, end: at + length, mends };
    }
    mend('a quote within a string', at);
    keep(at, byte === 0x22 ? '\\"' : decodeUtf8(bytes, at, at + length), at + length);
    at += length - 1;
  }
  return undefined;
}

/** What a quote other than the plain one is called. */
export function quoteName(bytes: Uint8Array, at: number): string {
  if (bytes[at] === 0x27) return 'single quotes';
  return bytes[at] === 0x26 ? 'quotes as HTML entities' : 'typographic quotes';
}

/** Length of the escape at a backslash; 0 when JSON knows no such escape. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const letter = bytes[at + 1]!;
  if (letter === 0x75) return /^[0-9a-fA-F]{4}$/.test(decodeUtf8(bytes, at + 2, at + 6)) ? 6 : 0;
  return '"\\/bfnrt'.includes(String.fromCharCode(letter)) ? 2 : 0;
}

/** Whether a quote that ends at `at` can be the closing one: a comma, colon, bracket, line's end or the next key follows. */
function closes(bytes: Uint8Array, at: number, end: number): boolean {
  const next = skipAnySpace(bytes, at, end);
  if (next >= end) return true;
  const byte = bytes[next]!;
  if (byte === 0x2c || byte === 0x3a || byte === 0x7d || byte === 0x5d || byte === 0x7b || byte === 0x5b)
    return true;
  for (let i = at; i < next; i++) if (bytes[i] === 0x0a) return true;
  if (quoteLength(bytes, next) > 0) return true;
  return looseKeyAt(bytes, next, end) !== undefined;
}

/** Whether the quote at `at` is rather the next key's opening one: the text before it ends in a comma, and a key follows. */
function closesEarlier(bytes: Uint8Array, bodyStart: number, at: number, end: number): boolean {
  let before = at - 1;
  while (before > bodyStart && bytes[before]! <= 0x20) before--;
  return before >= bodyStart && bytes[before] === 0x2c && looseKeyAt(bytes, at, end) !== undefined;
}

/** Whether what follows a line's end goes on with a key or a bracket, so that the string must have ended on the line. */
function lineEndsValue(bytes: Uint8Array, at: number, end: number): boolean {
  const next = skipAnySpace(bytes, at, end);
  return (
    next < end && (bytes[next] === 0x7d || bytes[next] === 0x5d || looseKeyAt(bytes, next, end) !== undefined)
  );
}

/** The end of a value without the comma and white space that follow it. */
function trimmedEnd(bytes: Uint8Array, start: number, at: number): number {
  let end = at;
  while (end > start && bytes[end - 1]! <= 0x20) end--;
  if (end > start && bytes[end - 1] === 0x2c) end--;
  return end;
}
