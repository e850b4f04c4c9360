/**
 * Steps over JSON in bytes without making values of it, and checks it on the way. Each function takes the offset at
 * which something begins and gives the offset one past its end, or -1 when it is *unsure*: the bytes are no JSON, nest
 * deeper than {@link maxDepth}, or hold a string that wants a closer look (a control or direction mark may hide in it).
 * Whoever gets -1 reads the record another way.
 *
 * Strings are stepped over four bytes at a time. `limit` is where the bytes end; nothing is read from there on.
 */

/** How deep values may nest before the scan is unsure. */
const maxDepth = 64;

const quote = 0x22;
const backslash = 0x5c;

/** Which bytes may follow a backslash without a closer look: `"` `\` `/` `n` `r` `t`. */
const plainEscapes = new Uint8Array(256);
for (const character of '"\\/nrt') plainEscapes[character.charCodeAt(0)] = 1;

/** The string whose opening quote stands at `start`. */
export function scanString(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
  let at = start + 1;
  for (;;) {
    while (at + 4 <= limit) {
      const word = view.getUint32(at, true);
      const quotes = word ^ 0x22222222;
      const slashes = word ^ 0x5c5c5c5c;
      // A bit stands for each byte that is a quote, a backslash, below 0x20, DEL, or not ASCII. (May also set bits after the first hit.)
      const hits =
        (((quotes - 0x01010101) & ~quotes) |
          ((slashes - 0x01010101) & ~slashes) |
          (word - 0x20202020) |
          (word + 0x01010101) |
          word) &
        0x80808080;
      if (hits === 0) {
        at += 4;
        continue;
      }
      at += (31 - Math.clz32(hits & -hits)) >> 3;
      break;
    }
    if (at >= limit) return -1;
    const byte = bytes[at]!;
    if (byte === quote) return at + 1;
    if (byte === backslash) {
      const escaped = bytes[at + 1]!;
      if (plainEscapes[escaped] === 1) at += 2;
      else if (escaped === 0x75 && isPlainUnicodeEscape(bytes, at + 2)) at += 6;
      else return -1;
    } else if (byte >= 0x80) {
      at = stepOverPlainUtf8(bytes, at);
      if (at === -1) return -1;
    } else if (byte >= 0x20 && byte !== 0x7f) {
      at++;
    } else {
      return -1;
    }
  }
}

/** Whether four hex digits name a printable ASCII character, as in `\u0026`. */
function isPlainUnicodeEscape(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x30 || bytes[at + 1] !== 0x30) return false;
  const high = bytes[at + 2]! - 0x30;
  const low = bytes[at + 3]!;
  if (high < 2 || high > 7) return false;
  const isDigit = low >= 0x30 && low <= 0x39;
  const isLetter = (low >= 0x41 && low <= 0x46) || (low >= 0x61 && low <= 0x66);
  return isDigit || (isLetter && !(high === 7 && (low | 0x20) === 0x66));
}

/** Steps over one character of two to four bytes, unless its first bytes also begin characters that want a closer look. */
function stepOverPlainUtf8(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const second = bytes[at + 1]!;
  let length: number;
  if (lead >= 0xc2 && lead <= 0xdf) {
    if (lead === 0xd8 || (lead === 0xc2 && second < 0xa0)) return -1;
    length = 2;
  } else if (lead >= 0xe1 && lead <= 0xef) {
    // U+2000 to U+207F hold direction marks, U+FEFF has no width, ED also leads lone surrogates.
    if ((lead === 0xe2 && second < 0x82) || lead === 0xed || (lead === 0xef && second === 0xbb)) return -1;
    length = 3;
  } else if (lead === 0xf0 && second >= 0x90) {
    length = 4;
  } else {
    return -1;
  }
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return -1;
  return at + length;
}

/** The first byte from `at` on that is not white space; `limit` when there is none. */
export function scanSpace(bytes: Uint8Array, at: number, limit: number): number {
  let byte = bytes[at];
  while (at < limit && (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)) byte = bytes[++at];
  return at;
}

/** The value that begins at `start`, whatever it is. */
export function scanValue(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  limit: number,
  depth: number,
): number {
  switch (bytes[start]) {
    case quote:
      return scanString(bytes, view, start, limit);
    case 0x7b:
      return scanObject(bytes, view, start, limit, depth);
    case 0x5b:
      return scanArray(bytes, view, start, limit, depth);
    case 0x74: // true
      return view.getUint32(start, true) === 0x65757274 ? start + 4 : -1;
    case 0x6e: // null
      return view.getUint32(start, true) === 0x6c6c756e ? start + 4 : -1;
    case 0x66: // false
      return view.getUint32(start + 1, true) === 0x65736c61 ? start + 5 : -1;
    default:
      return scanNumber(bytes, start, limit);
  }
}

/** The object whose brace stands at `start`. */
export function scanObject(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  limit: number,
  depth: number,
): number {
  if (depth > maxDepth) return -1;
  let at = scanSpace(bytes, start + 1, limit);
  if (bytes[at] === 0x7d) return at + 1;
  for (;;) {
    at = scanKey(bytes, view, at, limit);
    if (at === -1) return -1;
    at = scanValue(bytes, view, at, limit, depth + 1);
    if (at === -1) return -1;
    let byte = bytes[at];
    if (byte !== 0x2c && byte !== 0x7d) {
      at = scanSpace(bytes, at, limit);
      byte = bytes[at];
    }
    if (byte === 0x7d) return at + 1;
    if (byte !== 0x2c) return -1;
    at = scanSpace(bytes, at + 1, limit);
  }
}

/** A key and its colon, up to where its value begins. */
export function scanKey(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
  if (bytes[start] !== quote) return -1;
  let at = scanString(bytes, view, start, limit);
  if (at === -1) return -1;
  if (bytes[at] !== 0x3a) {
    at = scanSpace(bytes, at, limit);
    if (bytes[at] !== 0x3a) return -1;
  }
  return scanSpace(bytes, at + 1, limit);
}

function scanArray(bytes: Uint8Array, view: DataView, start: number, limit: number, depth: number): number {
  if (depth > maxDepth) return -1;
  let at = scanSpace(bytes, start + 1, limit);
  if (bytes[at] === 0x5d) return at + 1;
  for (;;) {
    at = scanValue(bytes, view, at, limit, depth + 1);
    if (at === -1) return -1;
    at = scanSpace(bytes, at, limit);
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== 0x2c) return -1;
    at = scanSpace(bytes, at + 1, limit);
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** A number by JSON's grammar: no leading zeros or plus, digits on both sides of a dot. */
function scanNumber(bytes: Uint8Array, start: number, limit: number): number {
  let at = bytes[start] === 0x2d ? start + 1 : start;
  if (!isDigit(bytes[at])) return -1;
  if (bytes[at] === 0x30) at++;
  else while (isDigit(bytes[at])) at++;
  if (bytes[at] === 0x2e) {
    if (!isDigit(bytes[++at])) return -1;
    while (isDigit(bytes[at])) at++;
  }
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    at++;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
    if (!isDigit(bytes[at])) return -1;
    while (isDigit(bytes[at])) at++;
  }
  return at <= limit ? at : -1;
}
