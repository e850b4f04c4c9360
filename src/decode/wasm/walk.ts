/**
 * Steps over JSON and checks it on the way. Each function takes the address at which something begins and gives the
 * address one past its end, or 0 when it is *unsure*: it is no JSON, nests too deep, or holds a string that wants a closer
 * look (a control or direction mark may hide in it). The input is followed by a zero byte, which nothing steps over.
 */
import { fail } from './failure';

/** How deep values may nest before the scan is unsure. */
const maxDepth: u32 = 60;

const quote: u8 = 0x22;
const backslash: u8 = 0x5c;

/** A bit for each of 16 bytes that is a quote, a backslash, below 0x20, DEL, or not ASCII. */
function hitsIn(at: usize): i32 {
  const bytes = v128.load(at);
  const isQuote = i8x16.eq(bytes, i8x16.splat(quote));
  const isBackslash = i8x16.eq(bytes, i8x16.splat(backslash));
  // One more than the byte, signed: 0x7f and above become negative.
  const isOdd = i8x16.lt_s(i8x16.add(bytes, i8x16.splat(1)), i8x16.splat(0x21));
  return i8x16.bitmask(v128.or(v128.or(isQuote, isBackslash), isOdd));
}

/** The string whose opening quote stands at `start`. */
export function walkString(start: usize): usize {
  let at = start + 1;
  while (true) {
    let hits = hitsIn(at);
    while (hits === 0) {
      at += 16;
      hits = hitsIn(at);
    }
    at += ctz(hits);
    const byte = load<u8>(at);
    if (byte === quote) return at + 1;
    at = walkOdd(at, byte);
    if (at === 0) return 0;
  }
}

/** A string of plain ASCII without escapes. */
export function walkPlainString(start: usize): usize {
  let at = start + 1;
  let hits = hitsIn(at);
  while (hits === 0) {
    at += 16;
    hits = hitsIn(at);
  }
  at += ctz(hits);
  return load<u8>(at) === quote ? at + 1 : fail(at);
}

/** Whether so many bytes, of which there are 16 to 32, are plain text in a string. */
export function isPlainText(at: usize, length: usize): bool {
  return length >= 16 && length <= 32 && (hitsIn(at) | hitsIn(at + length - 16)) === 0;
}

/** An escape or a character that is not ASCII. */
function walkOdd(at: usize, byte: u8): usize {
  if (byte === backslash) return walkEscape(at);
  if (byte < 0x80) return fail(at);
  const second = load<u8>(at, 1);
  let length: usize = 0;
  if (byte >= 0xc2 && byte <= 0xdf) {
    // U+0080 to U+009F are controls, U+061C is a direction mark.
    if (byte === 0xd8 || (byte === 0xc2 && second < 0xa0)) return fail(at);
    length = 2;
  } else if (byte >= 0xe1 && byte <= 0xef) {
    // U+FEFF has no width, ED also leads lone surrogates.
    if (byte === 0xed || (byte === 0xef && second === 0xbb)) return fail(at);
    if (byte === 0xe2 && isDirection(second, load<u8>(at, 2))) return fail(at);
    length = 3;
  } else if (byte === 0xf0 && second >= 0x90) {
    length = 4;
  } else {
    return fail(at);
  }
  for (let i: usize = 1; i < length; i++) if ((load<u8>(at + i) & 0xc0) !== 0x80) return fail(at + i);
  return at + length;
}

/**
 * Whether a character from U+2000 on has no width or turns the
 * direction of writing: U+200B–200F, U+202A–202E, U+2060–2069.
 */
function isDirection(second: u8, third: u8): bool {
  if (second === 0x80) return (third >= 0x8b && third <= 0x8f) || (third >= 0xaa && third <= 0xae);
  return second === 0x81 && third >= 0xa0 && third <= 0xa9;
}

function walkEscape(at: usize): usize {
  const escaped = load<u8>(at, 1);
  switch (escaped) {
    case quote:
    case backslash:
    case 0x2f: // slash
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return at + 2;
    case 0x75: // u
      return isPlainUnicode(at + 2) ? at + 6 : fail(at);
  }
  return fail(at);
}

/** Whether four hex digits name a printable ASCII character, as in `\u0026`. */
function isPlainUnicode(at: usize): bool {
  if (load<u16>(at) !== 0x3030) return false;
  const high = load<u8>(at, 2) - 0x30;
  const low = load<u8>(at, 3);
  if (high < 2 || high > 7) return false;
  const letter = low | 0x20;
  const isLetter = letter >= 0x61 && letter <= 0x66;
  return (low >= 0x30 && low <= 0x39) || (isLetter && !(high === 7 && letter === 0x66));
}

/** The first byte from `at` on that is not white space. */
export function walkSpace(at: usize): usize {
  let byte = load<u8>(at);
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = load<u8>(++at);
  return at;
}

/** From the end of a key over its colon to where the value begins. */
export function walkColon(at: usize): usize {
  if (load<u8>(at) !== 0x3a) {
    at = walkSpace(at);
    if (load<u8>(at) !== 0x3a) return fail(at);
  }
  return load<u8>(at, 1) > 0x20 ? at + 1 : walkSpace(at + 1);
}

/** The value that begins at `start`, whatever it is. */
export function walkValue(start: usize): usize {
  const byte = load<u8>(start);
  if (byte === quote) return walkString(start);
  if (byte === 0x7b || byte === 0x5b) return walkNested(start);
  return walkScalar(start, byte);
}

function walkScalar(start: usize, byte: u8): usize {
  if (byte === 0x6e) return load<u32>(start) === 0x6c6c756e ? start + 4 : fail(start); // null
  if (byte === 0x74) return load<u32>(start) === 0x65757274 ? start + 4 : fail(start); // true
  if (byte === 0x66) return load<u32>(start, 1) === 0x65736c61 ? start + 5 : fail(start); // false
  return walkNumber(start);
}

/** The object or array that opens at `start`. */
function walkNested(start: usize): usize {
  let isObject: u64 = 0; // a bit for each level, the innermost lowest
  let depth: u32 = 0;
  let at = start;
  while (true) {
    // Here a value begins.
    const byte = load<u8>(at);
    if (byte === quote) {
      at = walkString(at);
      if (at === 0) return 0;
    } else if (byte === 0x7b || byte === 0x5b) {
      const inner = walkSpace(at + 1);
      if (load<u8>(inner) === byte + 2) {
        at = inner + 1;
      } else {
        if (++depth > maxDepth) return fail(at);
        isObject = (isObject << 1) | u64(byte === 0x7b);
        at = byte === 0x7b ? walkKey(inner) : inner;
        if (at === 0) return 0;
        continue;
      }
    } else {
      at = walkScalar(at, byte);
      if (at === 0) return 0;
    }
    // Here a value has ended.
    while (true) {
      if (depth === 0) return at;
      let after = load<u8>(at);
      if (after <= 0x20) {
        at = walkSpace(at);
        after = load<u8>(at);
      }
      if (after === 0x2c) {
        at = load<u8>(at, 1) > 0x20 ? at + 1 : walkSpace(at + 1);
        if (isObject & 1) at = walkKey(at);
        if (at === 0) return 0;
        break;
      }
      if (after !== (isObject & 1 ? 0x7d : 0x5d)) return fail(at);
      at++;
      depth--;
      isObject >>= 1;
    }
  }
}

/** A key and its colon, up to where its value begins. */
function walkKey(start: usize): usize {
  if (load<u8>(start) !== quote) return fail(start);
  const at = walkString(start);
  return at === 0 ? 0 : walkColon(at);
}

function isDigit(at: usize): bool {
  return load<u8>(at) - 0x30 < 10;
}

function walkDigits(at: usize): usize {
  while (isDigit(at)) at++;
  return at;
}

/** A number by JSON's grammar: no leading zeros or plus, digits on both sides of a dot. */
function walkNumber(start: usize): usize {
  let at = load<u8>(start) === 0x2d ? start + 1 : start;
  if (!isDigit(at)) return fail(at);
  at = load<u8>(at) === 0x30 ? at + 1 : walkDigits(at);
  if (load<u8>(at) === 0x2e) {
    if (!isDigit(++at)) return fail(at);
    at = walkDigits(at);
  }
  if ((load<u8>(at) | 0x20) === 0x65) {
    const sign = load<u8>(++at);
    if (sign === 0x2b || sign === 0x2d) at++;
    if (!isDigit(at)) return fail(at);
    at = walkDigits(at);
  }
  return at;
}
