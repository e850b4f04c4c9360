/** Texts by code as their bytes in UTF-8: they are compared without a string of each. */
export type PackedTexts = {
  readonly bytes: Uint8Array;
  /** By code: where its text ends in `bytes`. It begins where that of the code before ends; that of code 0 is empty. */
  readonly ends: Uint32Array;
};

/** Compares two texts by their codes: negative, 0 or positive. */
export type CompareCodes = (a: number, b: number) => number;

/** As JavaScript compares strings: by code unit. */
export function comparePacked({ bytes, ends }: PackedTexts): CompareCodes {
  return (a, b) => {
    let at = startOf(ends, a);
    let other = startOf(ends, b);
    const difference = ends[a]! - at - (ends[b]! - other);
    for (const end = ends[a]! - Math.max(0, difference); at < end; at++, other++) {
      if (bytes[at] !== bytes[other]) return unitPlaces[bytes[at]!]! - unitPlaces[bytes[other]!]!;
    }
    return difference;
  };
}

/**
 * The same in small letters.
 *
 * @param compareOthers Compares what begins to differ beyond ASCII, where small letters are not a matter of one byte.
 */
export function compareInSmallLetters(
  { bytes, ends }: PackedTexts,
  compareOthers: CompareCodes,
): CompareCodes {
  return (a, b) => {
    let at = startOf(ends, a);
    let other = startOf(ends, b);
    const difference = ends[a]! - at - (ends[b]! - other);
    for (const end = ends[a]! - Math.max(0, difference); at < end; at++, other++) {
      const [byte, otherByte] = [bytes[at]!, bytes[other]!];
      if (byte > lastAscii || otherByte > lastAscii) return compareOthers(a, b);
      if (byte !== otherByte && smallLetters[byte] !== smallLetters[otherByte])
        return smallLetters[byte]! - smallLetters[otherByte]!;
    }
    return difference;
  };
}

/** Whether a text is ASCII. */
export function isAsciiPacked({ bytes, ends }: PackedTexts, code: number): boolean {
  return isAsciiWithin(bytes, startOf(ends, code), ends[code]!);
}

/** Whether the text in a half-open range of bytes is ASCII. */
export function isAsciiWithin(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > lastAscii) return false;
  return true;
}

/** Where the text of a code begins. */
export function startOf(ends: Uint32Array, code: number): number {
  return code === 0 ? 0 : ends[code - 1]!;
}

const lastAscii = 0x7f;

/**
 * The place of a byte in the order by code unit. UTF-8 is in the order of code points, which differs in one thing: what is
 * beyond 16 bits (from 0xf0 on) has surrogates, and these come before the last characters within (0xee, 0xef).
 */
export const unitPlaces = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0xf0 ? byte - 2 : byte >= 0xee ? byte + 16 : byte,
);

/** By ASCII byte its small letter, or itself. */
export const smallLetters = Uint8Array.from({ length: 128 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
