/**
 * Event ids are kept as four 32-bit words. Words that begin with three zeros are not given to any UUID: they
 * stand for "no id" and, with a code in the last word, for ids that are no UUID.
 */

const groupEnds = [8, 13, 18, 23];

/**
 * Writes the 128 bits of a UUID in lower case to `words[at … at + 3]`, most significant first. False, with nothing
 * written, when the text is anything else.
 */
export function parseUuid(text: string, words: Uint32Array, at: number): boolean {
  if (text.length !== 36) return false;
  const parsed = [0, 0, 0, 0];
  let digits = 0;
  for (let i = 0; i < 36; i++) {
    const unit = text.charCodeAt(i);
    if (groupEnds.includes(i)) {
      if (unit !== 0x2d) return false;
      continue;
    }
    const digit =
      unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : unit >= 0x61 && unit <= 0x66 ? unit - 0x57 : -1;
    if (digit < 0) return false;
    parsed[digits >> 3] = (parsed[digits >> 3]! << 4) | digit;
    digits++;
  }
  if (parsed[0] === 0 && parsed[1] === 0 && parsed[2] === 0) return false;
  words.set(parsed, at);
  return true;
}

/** Where the 32 digits stand in the text, between its dashes. */
const digitOffsets = Array.from({ length: 36 }, (_, index) => index).filter(
  (index) => !groupEnds.includes(index),
);
const hexDigits = new TextEncoder().encode('0123456789abcdef');
const uuidText = Buffer.alloc(36, '-');

/** The UUID that stands in `words[at … at + 3]`, in lower case. */
export function formatUuid(words: Uint32Array, at: number): string {
  // Written as bytes: the texts of a million ids are asked for when a query looks into them.
  for (let digit = 0; digit < 32; digit++) {
    const nibble = (words[at + (digit >> 3)]! >>> (28 - (digit & 7) * 4)) & 15;
    uuidText[digitOffsets[digit]!] = hexDigits[nibble]!;
  }
  return uuidText.toString('latin1');
}
