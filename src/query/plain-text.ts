/**
 * The texts of a JSON text, decoded: what stands in its strings, keys and values alike, with escapes resolved, and
 * its numbers and words as they stand. Between any two of them stands a byte that no text holds.
 */

/** Stands between texts: no byte of UTF-8. */
const gap = 0xff;

const quote = 34;
const backslash = 92;
const hexStart = 117;

/** What the letter after a backslash stands for; 0 for letters that stand for themselves. */
const escaped = new Uint8Array(128);
for (const [letter, char] of Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' })) {
  escaped[letter.charCodeAt(0)] = char.charCodeAt(0);
}

/**
 * Writes the decoded texts of JSON bytes into another array, which must be as long as the range.
 *
 * @returns How many bytes were written.
 */
export function writePlainText(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0;
  let inString = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === quote) {
      inString = !inString;
      into[length++] = gap;
    } else if (byte === backslash && inString) {
      const letter = bytes[++at]!;
      if (letter === hexStart) {
        const pair = codePointAt(bytes, at + 1, end);
        at += pair > 0xffff ? 10 : 4;
        length = writeUtf8(pair, into, length);
      } else into[length++] = escaped[letter & 127] || letter;
    } else if (inString) into[length++] = byte;
    else into[length++] = isPunctuation(byte) ? gap : byte;
  }
  return length;
}

/** The part of JSON that is no value: braces, brackets, colons, commas and white space. */
function isPunctuation(byte: number): boolean {
  return (
    byte <= 32 || byte === 44 || byte === 58 || byte === 91 || byte === 93 || byte === 123 || byte === 125
  );
}

/** The character of four hexadecimal digits, and of the surrogate after it where the two make one. */
function codePointAt(bytes: Uint8Array, at: number, end: number): number {
  const unit = hexAt(bytes, at);
  if (unit < 0xd800 || unit > 0xdbff || at + 10 > end) return unit;
  if (bytes[at + 4] !== backslash || bytes[at + 5] !== hexStart) return unit;
  const low = hexAt(bytes, at + 6);
  return low < 0xdc00 || low > 0xdfff ? unit : 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

function hexAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + 4; index++) {
    const byte = bytes[index]! | 32;
    value = value * 16 + (byte >= 97 ? byte - 87 : byte - 48);
  }
  return value & 0xffff;
}

function writeUtf8(code: number, into: Uint8Array, length: number): number {
  if (code < 0x80) into[length++] = code;
  else if (code < 0x800) {
    into[length++] = 0xc0 | (code >> 6);
    into[length++] = 0x80 | (code & 63);
  } else if (code < 0x10000) {
    into[length++] = 0xe0 | (code >> 12);
    into[length++] = 0x80 | ((code >> 6) & 63);
    into[length++] = 0x80 | (code & 63);
  } else {
    into[length++] = 0xf0 | (code >> 18);
    into[length++] = 0x80 | ((code >> 12) & 63);
    into[length++] = 0x80 | ((code >> 6) & 63);
    into[length++] = 0x80 | (code & 63);
  }
  return length;
}
