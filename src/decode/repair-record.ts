import type { JsonObject } from '../record/json.ts';
import { recordKeys, topOnlyKeys } from '../record/top-level-keys.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import type { Mend } from './file-records.ts';
import { quoteName, readLenientString } from './lenient-string.ts';
import { looseKeyAt, quoteLength, skipAnySpace, skipWord, spaceLength } from './lenient-text.ts';

/** What came of reading a broken object leniently. */
export type Repaired = {
  /** The object as mended; undefined when nothing could be made of it. */
  readonly object: JsonObject | undefined;
  readonly json: string;
  /** One past the last byte that belongs to it, or where reading gave up. */
  readonly end: number;
  readonly mends: readonly Mend[];
};

type Frame = {
  readonly kind: 'object' | 'array';
  readonly keys: Set<string>;
  count: number;
  expects: 'item' | 'colon' | 'value' | 'comma';
};

/** Mends beyond this many are not listed one by one. */
const maxMends = 200;

/**
 * Reads the object at `start` as a person would: quotes of any kind or missing, commas, colons and braces missing or too many, keys
 * without quotes, raw control characters. Every mend is noted with its offset. `closesAtLimit` tells that `limit` is where something
 * whole begins, so that an object still open there lacks its braces; otherwise it was cut off and is not to be saved.
 */
export function repairRecord(
  bytes: Uint8Array,
  start: number,
  limit: number,
  closesAtLimit: boolean,
): Repaired {
  const mends: Mend[] = [];
  const said = new Set<string>();
  const out: string[] = [];
  const stack: Frame[] = [];
  let at = start;

  const mend = (what: string, offset: number) => {
    // Quotes come by the hundred: one note stands for all of a kind.
    if (/quotes|entities/.test(what) && said.has(what)) return;
    said.add(what);
    if (mends.length < maxMends) mends.push({ what, offset });
  };
  const open = (kind: Frame['kind']) => {
    stack.push({ kind, keys: new Set(), count: 0, expects: 'item' });
    out.push(kind === 'object' ? '{' : '[');
  };
  const close = () => {
    const frame = stack.pop()!;
    if (frame.expects === 'colon') out.push(':null');
    else if (frame.expects === 'value' && frame.kind === 'object') out.push('null');
    out.push(frame.kind === 'object' ? '}' : ']');
    const parent = stack[stack.length - 1];
    if (parent) parent.expects = 'comma';
  };
  const separate = (frame: Frame) => {
    if (frame.count++ > 0) out.push(',');
  };
  const result = (saved: boolean): Repaired => {
    const json = out.join('');
    return { object: saved ? parse(json) : undefined, json, end: at, mends };
  };
  const closeAll = (what: string) => {
    mend(what, at);
    while (stack.length > 0) close();
    return result(true);
  };

  open('object');
  at++;
  for (;;) {
    at = skipAnySpace(bytes, at, limit);
    const frame = stack[stack.length - 1]!;
    if (at >= limit) {
      at = limit;
      const isBetween = frame.expects === 'comma' || (frame.expects === 'item' && frame.count > 0);
      return closesAtLimit && isBetween ? closeAll('a missing closing brace') : result(false);
    }
    const byte = bytes[at]!;
    const junk = junkLength(bytes, at, limit);
    if (junk > 0) {
      mend('text that does not belong there', at);
      at += junk;
      continue;
    }

    if (byte === 0x2c) {
      if (frame.expects === 'comma') frame.expects = 'item';
      else if (frame.expects === 'item') mend('a comma too many', at);
      else {
        mend('a missing value', at);
        out.push(frame.expects === 'colon' ? ':null' : 'null');
        frame.expects = 'item';
      }
      at++;
      continue;
    }
    if (byte === 0x7d || byte === 0x5d) {
      const kind = byte === 0x7d ? 'object' : 'array';
      if (frame.expects === 'item' && frame.count > 0) mend('a comma before a closing bracket', at);
      if (frame.expects === 'colon' || (frame.expects === 'value' && frame.kind === 'object'))
        mend('a missing value', at);
      if (frame.kind !== kind) {
        if (!stack.some((outer) => outer.kind === kind)) return closeAll('a missing closing brace');
        mend(frame.kind === 'object' ? 'a missing closing brace' : 'a missing closing bracket', at);
        while (stack[stack.length - 1]!.kind !== kind) close();
      }
      const closing = at++;
      if (stack.length === 1) {
        const goesOn = keyAfter(bytes, at, limit);
        if (goesOn === undefined || !recordKeys.has(goesOn) || stack[0]!.keys.has(goesOn)) {
          close();
          return result(true);
        }
        mend('a closing brace too many', closing);
        stack[0]!.expects = 'comma';
        continue;
      }
      close();
      continue;
    }

    if (frame.expects === 'colon') {
      if (byte === 0x3a) at++;
      else mend('a missing colon', at);
      out.push(':');
      frame.expects = 'value';
      continue;
    }

    const startsItem = frame.expects === 'item' || frame.expects === 'comma';
    if (startsItem && quoteLength(bytes, at) > 0 && isStray(bytes, at, limit)) {
      mend('a stray quote', at);
      at += quoteLength(bytes, at);
      continue;
    }
    if (startsItem) {
      const key = looseKeyAt(bytes, at, limit);
      if (frame.kind === 'array' && key !== undefined) {
        mend('a missing closing bracket', at);
        close();
        continue;
      }
      if (key !== undefined && stack.length > 1 && topOnlyKeys.has(key.key) && !stack[0]!.keys.has(key.key)) {
        mend('a missing closing brace', at);
        const { expects } = frame;
        while (stack.length > 1) close();
        stack[0]!.expects = expects;
        continue;
      }
      if (frame.kind === 'object' && (byte === 0x7b || byte === 0x5b))
        return closeAll('a missing closing brace');
      if (frame.expects === 'comma') {
        if (frame.kind === 'array' && byte === 0x7b && startsRecord(bytes, at, limit))
          return closeAll('a missing closing brace');
        mend('a missing comma', at);
        frame.expects = 'item';
      }
      if (frame.kind === 'object') {
        const read = readKey(key);
        if (!read) return result(false);
        continue;
      }
      separate(frame);
      frame.expects = 'value';
      continue;
    }

    // A value is due, after a colon or as an element.
    frame.expects = 'comma';
    if (byte === 0x7b || byte === 0x5b) {
      open(byte === 0x7b ? 'object' : 'array');
      at++;
    } else if (quoteLength(bytes, at) > 0) {
      const text = readLenientString(bytes, at, limit);
      if (text === undefined) {
        at = limit;
        return result(false);
      }
      for (const { what, offset } of text.mends) mend(what, offset);
      out.push(text.json);
      at = text.end;
    } else {
      const key = frame.kind === 'object' ? looseKeyAt(bytes, at, limit) : undefined;
      if (key !== undefined && recordKeys.has(key.key)) {
        mend('a missing value', at);
        out.push('null');
      } else {
        readBareValue();
      }
    }
  }

  /** Reads a key and leaves the cursor before its colon. False when no key can be made of what stands there. */
  function readKey(key: ReturnType<typeof looseKeyAt>): boolean {
    const frame = stack[stack.length - 1]!;
    const quote = quoteLength(bytes, at);
    let name: string;
    if (key !== undefined) {
      name = key.key;
      const wordEnd = skipWord(bytes, at + quote, limit);
      const closing = quoteLength(bytes, wordEnd);
      if (quote === 0) mend(closing > 0 ? 'a missing opening quote' : 'a key without quotes', at);
      else if (closing === 0) mend('a missing closing quote', wordEnd);
      if (quote > 0 && bytes[at] !== 0x22) mend(quoteName(bytes, at), at);
      if (closing > 0 && bytes[wordEnd] !== 0x22) mend(quoteName(bytes, wordEnd), wordEnd);
      at = key.colon;
      out.push(...(frame.count++ > 0 ? [','] : []), JSON.stringify(name));
    } else if (quote > 0) {
      const text = readLenientString(bytes, at, limit);
      if (text === undefined) return false;
      for (const { what, offset } of text.mends) mend(what, offset);
      name = JSON.parse(text.json);
      at = text.end;
      separate(frame);
      out.push(text.json);
    } else {
      const next = skipJunkWord(bytes, at, limit);
      mend('text that does not belong there', at);
      at = next;
      frame.expects = frame.count > 0 ? 'comma' : 'item';
      return true;
    }
    frame.keys.add(name);
    frame.expects = 'colon';
    return true;
  }

  /** Reads a value without an opening quote: a number, a literal, or text up to its closing quote or the end of the line. */
  function readBareValue(): void {
    const from = at;
    let quoted = false;
    while (at < limit && !isValueEnd(bytes[at]!)) {
      if (quoteLength(bytes, at) > 0) {
        quoted = true;
        break;
      }
      at++;
    }
    const word = decodeUtf8(bytes, from, at).trim();
    if (quoted) {
      mend('a missing opening quote', from);
      at += quoteLength(bytes, at);
      out.push(JSON.stringify(word));
    } else if (isScalar(word)) {
      out.push(word);
    } else if (pythonWords[word] !== undefined) {
      mend('a word that is not JSON', from);
      out.push(pythonWords[word]);
    } else {
      mend('a value without quotes', from);
      out.push(JSON.stringify(word));
    }
    if (at === from) at += Math.max(1, spaceLength(bytes, at));
  }
}

const pythonWords: { readonly [word: string]: string | undefined } = {
  True: 'true',
  False: 'false',
  None: 'null',
  undefined: 'null',
  NaN: 'null',
};

function parse(json: string): JsonObject | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isScalar(word: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word);
}

/** `,` `}` `]` and the end of the line. */
function isValueEnd(byte: number): boolean {
  return byte === 0x2c || byte === 0x7d || byte === 0x5d || byte === 0x0a || byte === 0x0d;
}

/** A quote with nothing after it on its line, and no key after that: it opens nothing. */
function isStray(bytes: Uint8Array, at: number, limit: number): boolean {
  let i = at + quoteLength(bytes, at);
  while (i < limit && bytes[i] !== 0x0a && spaceLength(bytes, i) > 0) i += spaceLength(bytes, i);
  return i >= limit || bytes[i] === 0x0a;
}

/** Length of an ellipsis or comment. */
function junkLength(bytes: Uint8Array, at: number, limit: number): number {
  if (bytes[at] !== 0x2e && bytes[at] !== 0x2f && bytes[at] !== 0xe2) return 0;
  const text = decodeUtf8(bytes, at, Math.min(at + 3, limit));
  if (text === '...' || text === '…') return 3;
  const close = text.startsWith('//') ? '\n' : text.startsWith('/*') ? '*/' : undefined;
  if (close === undefined) return 0;
  const rest = decodeUtf8(bytes, at, Math.min(at + 2000, limit));
  const end = rest.indexOf(close, 2);
  return end === -1 ? 0 : Buffer.byteLength(rest.slice(0, end + close.length));
}

/** The key that goes on after a closing brace, with or without a comma before it. */
export function keyAfter(bytes: Uint8Array, at: number, limit: number): string | undefined {
  let next = skipAnySpace(bytes, at, limit);
  if (bytes[next] === 0x2c) next = skipAnySpace(bytes, next + 1, limit);
  return next < limit ? looseKeyAt(bytes, next, limit)?.key : undefined;
}

/** Whether a record begins at the brace: its first key is one of a record's own. */
function startsRecord(bytes: Uint8Array, at: number, limit: number): boolean {
  const key = looseKeyAt(bytes, skipAnySpace(bytes, at + 1, limit), limit);
  return key !== undefined && recordKeys.has(key.key);
}

/** One past what stands up to the next comma, bracket, quote or line. */
function skipJunkWord(bytes: Uint8Array, at: number, limit: number): number {
  let i = at + 1;
  while (
    i < limit &&
    !isValueEnd(bytes[i]!) &&
    bytes[i] !== 0x7b &&
    bytes[i] !== 0x5b &&
    quoteLength(bytes, i) === 0
  )
    i++;
  return i;
}
