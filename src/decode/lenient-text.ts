/** The kinds of quotes that pasted records come with. */
const quotes: readonly (readonly number[])[] = [
  [0x22],
  [0x27], // '
  [0xe2, 0x80, 0x9c], // “
  [0xe2, 0x80, 0x9d], // ”
  [0xe2, 0x80, 0x9e], // „
  [0xe2, 0x80, 0x9f], // ‟
  [0xe2, 0x80, 0xb3], // ″
  [0xe2, 0x80, 0x98], // ‘
  [0xe2, 0x80, 0x99], // ’
  [0xef, 0xbc, 0x82], // ＂
  [0x26, 0x71, 0x75, 0x6f, 0x74, 0x3b], // &quot;
];

/** Length in bytes of the quote at an offset, typographic ones and `&quot;` among them; 0 when there is none. */
export function quoteLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first !== 0x22 && first !== 0x27 && first !== 0xe2 && first !== 0xef && first !== 0x26) return 0;
  for (const quote of quotes) if (quote.every((byte, i) => bytes[at + i] === byte)) return quote.length;
  return 0;
}

/** Single quotes do not close what double quotes opened, so that an apostrophe stays one. */
export function isSingleQuote(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0x27 ||
    (bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] === 0x98 || bytes[at + 2] === 0x99))
  );
}

/** Length of the white space at an offset, the kinds that word processors leave among it; 0 when there is none. */
export function spaceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) return 0;
  if (byte <= 0x20) return 1;
  if (byte === 0xc2 && bytes[at + 1] === 0xa0) return 2; // no-break space
  if (byte === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] === 0x8b || bytes[at + 2] === 0xaf)) return 3;
  return byte === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? 3 : 0;
}

/** The first byte from `at` on that is not white space of any kind; `end` when there is none. */
export function skipAnySpace(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end) {
    const length = spaceLength(bytes, i);
    if (length === 0) break;
    i += length;
  }
  return Math.min(i, end);
}

/** Whether the byte may stand in an unquoted key: letters, digits and `_ $ @ . -`. */
export function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x24 ||
    byte === 0x40 ||
    byte === 0x2e ||
    byte === 0x2d
  );
}

/** One past a run of word bytes. */
export function skipWord(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && isWordByte(bytes[i])) i++;
  return i;
}

/**
 * The key that stands at an offset, however quoted or not quoted at all: a word, perhaps in quotes, and a colon.
 * Undefined when none stands there.
 */
export function looseKeyAt(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly key: string; readonly colon: number } | undefined {
  const start = at + quoteLength(bytes, at);
  const wordEnd = skipWord(bytes, start, end);
  if (wordEnd === start || wordEnd - start > 100) return undefined;
  const colon = skipAnySpace(bytes, wordEnd + quoteLength(bytes, wordEnd), end);
  if (colon >= end || bytes[colon] !== 0x3a) return undefined;
  return { key: String.fromCharCode(...bytes.subarray(start, wordEnd)), colon };
}

/** The key that goes on after a closing brace, with or without a comma before it; undefined when none does. */
export function keyAfter(bytes: Uint8Array, at: number, end: number): string | undefined {
  let next = skipAnySpace(bytes, at, end);
  if (bytes[next] === 0x2c) next = skipAnySpace(bytes, next + 1, end);
  return next < end ? looseKeyAt(bytes, next, end)?.key : undefined;
}

/** Whether the byte ends a value without quotes: `,` `}` `]` and the end of the line do. */
export function endsValue(byte: number): boolean {
  return byte === 0x2c || byte === 0x7d || byte === 0x5d || byte === 0x0a || byte === 0x0d;
}
