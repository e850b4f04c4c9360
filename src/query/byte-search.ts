/**
 * Search for ASCII text in bytes without regard to case, after Horspool: the byte under the last letter of the text
 * tells how far the text may be moved on, so that long texts look at few bytes.
 */
export type ByteSearch = {
  /** The text in small letters, a byte each. */
  readonly pattern: Uint8Array;
  /** By byte value how far to move on; 0 for the last letter of the text, under which it may stand. */
  readonly shift: Uint8Array;
  /** How far to move on from the last letter where the text does not stand. */
  readonly lastShift: number;
};

/** Maps each byte to its small letter; bytes beyond ASCII to themselves. */
export const smallBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte,
);

/** A search for a text, which must be ASCII and not empty. */
export function byteSearchFor(text: string): ByteSearch {
  const pattern = Uint8Array.from(text.toLowerCase(), (char) => char.charCodeAt(0));
  const farthest = Math.min(pattern.length, 255);
  const shift = new Uint8Array(256).fill(farthest);
  for (let at = pattern.length - farthest; at < pattern.length - 1; at++) {
    setBoth(shift, pattern[at]!, pattern.length - 1 - at);
  }
  const last = pattern.at(-1)!;
  const lastShift = shift[last]!;
  setBoth(shift, last, 0);
  return { pattern, shift, lastShift };
}

function setBoth(shift: Uint8Array, byte: number, distance: number): void {
  shift[byte] = distance;
  if (byte >= 97 && byte <= 122) shift[byte - 32] = distance;
}

/** The index of the first place of the text within a half-open range of bytes, or -1. */
export function findBytes(
  { pattern, shift, lastShift }: ByteSearch,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const lastIndex = pattern.length - 1;
  for (let at = start + lastIndex; at < end; ) {
    const distance = shift[bytes[at]!]!;
    if (distance !== 0) {
      at += distance;
      continue;
    }
    let back = 1;
    while (back <= lastIndex && smallBytes[bytes[at - back]!] === pattern[lastIndex - back]) back++;
    if (back > lastIndex) return at - lastIndex;
    at += lastShift;
  }
  return -1;
}
