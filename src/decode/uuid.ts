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

/** The value of each byte as a hex digit in lower case; 255 for the others. */
const hexDigits = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) hexDigits[digit.charCodeAt(0)] = value;
/** Where the digits of a UUID stand. */
const digitOffsets = Uint8Array.from({ length: 36 }, (_, i) => i).filter((i) => !groupEnds.includes(i));

/** {@link parseUuid} of the text that stands at [start, end) of the bytes. */
export function parseUuidBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  words: Uint32Array,
  at: number,
): boolean {
  if (end - start !== 36) return false;
  for (const dash of groupEnds) if (bytes[start + dash] !== 0x2d) return false;
  let wrong = 0;
  let nonZero = 0;
  for (let word = 0; word < 4; word++) {
    let bits = 0;
    for (let i = word * 8; i < word * 8 + 8; i++) {
      const digit = hexDigits[bytes[start + digitOffsets[i]!]!]!;
      wrong |= digit;
      bits = (bits << 4) | digit;
    }
    if (word < 3) nonZero |= bits;
    words[at + word] = bits;
  }
  if (wrong < 16 && nonZero !== 0) return true;
  words.fill(0, at, at + 4);
  return false;
}

/** The UUID that stands in `words[at … at + 3]`, in lower case. */
export function formatUuid(words: Uint32Array, at: number): string {
  let hex = '';
  for (let i = at; i < at + 4; i++) hex += words[i]!.toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
