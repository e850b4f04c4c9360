/**
 * Search for ASCII text in bytes without regard to case, after Horspool: the byte under the last letter of the text
 * tells how far the text may be moved on, so that long texts look at few bytes.
 */
export type ByteSearch = {
  /** The text in small letters, a byte each. */
  readonly pattern: Uint8Array;
  /** By byte value how far to move on. */
  readonly shift: Uint8Array;
};

/** Maps each byte to its small letter; bytes beyond ASCII to themselves. */
const small = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** A search for a text, which must be ASCII and not empty. */
export function byteSearchFor(text: string): ByteSearch {
  const pattern = Uint8Array.from(text.toLowerCase(), (char) => char.charCodeAt(0));
  const length = Math.min(pattern.length, 255);
  const shift = new Uint8Array(256).fill(length);
  for (let at = pattern.length - length; at < pattern.length - 1; at++) {
    const byte = pattern[at]!;
    const distance = pattern.length - 1 - at;
    shift[byte] = distance;
    if (byte >= 97 && byte <= 122) shift[byte - 32] = distance;
  }
  return { pattern, shift };
}

/** The index of the first place of the text within a half-open range of bytes, or -1. */
export function findBytes(
  { pattern, shift }: ByteSearch,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const lastIndex = pattern.length - 1;
  const last = pattern[lastIndex]!;
  for (let at = start + lastIndex; at < end; ) {
    const byte = bytes[at]!;
    if (small[byte] === last) {
      let back = 1;
      while (back <= lastIndex && small[bytes[at - back]!] === pattern[lastIndex - back]) back++;
      if (back > lastIndex) return at - lastIndex;
    }
    at += shift[byte]!;
  }
  return -1;
}
