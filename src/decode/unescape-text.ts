import { decodeUtf8 } from './decode-utf8.ts';
import { isSpace } from './skip-object.ts';

/**
 * The text that stands escaped at `start`, as within a JSON string, up to the first quote that is not escaped, or
 * `limit`. `inner` is undefined when it does not look as if records were in it.
 */
export function unescapeText(
  bytes: Uint8Array,
  start: number,
  limit: number,
): { readonly inner: Uint8Array | undefined; readonly end: number } {
  let end = start;
  while (end < limit && bytes[end] !== 0x22) end += bytes[end] === 0x5c ? 2 : 1;
  end = beforeBrace(bytes, start, Math.min(end, limit));
  const escaped = decodeUtf8(bytes, start, end);
  if (!/vent(?:Name|Version|ID|Source)|insightDetails/.test(escaped)) return { inner: undefined, end };
  return { inner: Buffer.from(withoutEscapes(escaped)), end };
}

/** Steps back over a brace before the quote: the quote is then that of a key in JSON which is not escaped. */
function beforeBrace(bytes: Uint8Array, start: number, quote: number): number {
  let at = quote - 1;
  while (at > start && isSpace(bytes[at]!)) at--;
  return at > start && bytes[at] === 0x7b ? at : quote;
}

const simple: { readonly [letter: string]: string } = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function withoutEscapes(escaped: string): string {
  return escaped.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, character: string) =>
    hex === undefined ? (simple[character] ?? character) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
