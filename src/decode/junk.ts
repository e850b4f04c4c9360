import { decodeUtf8 } from './decode-utf8.ts';
import { endsValue, quoteLength, spaceLength } from './lenient-text.ts';

/** Length in bytes of the ellipsis or comment at an offset; 0 when there is none. */
export function junkLength(bytes: Uint8Array, at: number, limit: number): number {
  if (bytes[at] !== 0x2e && bytes[at] !== 0x2f && bytes[at] !== 0xe2) return 0;
  const text = decodeUtf8(bytes, at, Math.min(at + 3, limit));
  if (text === '...' || text === '…') return 3;
  const close = text.startsWith('//') ? '\n' : text.startsWith('/*') ? '*/' : undefined;
  if (close === undefined) return 0;
  const rest = decodeUtf8(bytes, at, Math.min(at + 2000, limit));
  const end = rest.indexOf(close, 2);
  return end === -1 ? 0 : Buffer.byteLength(rest.slice(0, end + close.length));
}

/** One past a word that is no key: the next comma, bracket, quote or end of the line after it. */
export function skipJunkWord(bytes: Uint8Array, at: number, limit: number): number {
  let i = at + 1;
  while (i < limit && !endsValue(bytes[i]!) && !opens(bytes[i]!) && quoteLength(bytes, i) === 0) i++;
  return i;
}

/** Whether the quote of `length` bytes at an offset opens nothing: nothing comes after it on its line. */
export function isStrayQuote(bytes: Uint8Array, at: number, length: number, limit: number): boolean {
  let i = at + length;
  while (i < limit && bytes[i] !== 0x0a && spaceLength(bytes, i) > 0) i += spaceLength(bytes, i);
  return i >= limit || bytes[i] === 0x0a;
}

function opens(byte: number): boolean {
  return byte === 0x7b || byte === 0x5b;
}
