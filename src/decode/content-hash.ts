/**
 * Hashes by which records that repeat an eventID are told to be copies of each other or not. 53 bits, so that a hash is
 * an ordinary number; about 3 GB/s, so that a decoder can afford one for every record while its bytes are at hand.
 */

const block = 16;

/** A hash of the bytes [start, end) that `view` shows, as they stand. Never 0. */
export function hashBytes(view: DataView, start: number, end: number): number {
  let a = 0x243f6a88 ^ (end - start);
  let b = 0x05a308d3;
  let c = 0x13198a2e;
  let d = 0x03707344;
  let at = start;
  // Four lanes that do not wait for each other. The last block overlaps the one before.
  for (const last = end - block; at <= last; at = at + block > last && at < last ? last : at + block) {
    a = Math.imul(a ^ view.getInt32(at, true), 0x9e3779b1);
    b = Math.imul(b ^ view.getInt32(at + 4, true), 0x85ebca6b);
    c = Math.imul(c ^ view.getInt32(at + 8, true), 0xc2b2ae35);
    d = Math.imul(d ^ view.getInt32(at + 12, true), 0x27d4eb2f);
    a ^= a >>> 15;
    b ^= b >>> 13;
    c ^= c >>> 16;
    d ^= d >>> 14;
  }
  if (end - start < block)
    for (; at < end; at++) a = Math.imul(a ^ view.getUint8(at), 0x9e3779b1) ^ (a >>> 15);
  const high = mixed(mixed(a, 0x85ebca6b) ^ c, 0xc2b2ae35) ^ d;
  const low = mixed(mixed(b, 0x27d4eb2f) ^ d, 0x9e3779b1) ^ mixed(a ^ c, 0x165667b1);
  return (high >>> 0) * 0x200000 + (low >>> 11) || 1;
}

function mixed(word: number, factor: number): number {
  const product = Math.imul(word ^ (word >>> 16), factor);
  return product ^ (product >>> 15);
}

/** Hashes of records without the white space outside their strings. `ranges` holds pairs (start, end). */
export function hashMinified(bytes: Uint8Array, ranges: ArrayLike<number>): number[] {
  const hashes: number[] = [];
  for (let i = 0; i < ranges.length; i += 2) {
    const record = minify(bytes.subarray(ranges[i]!, ranges[i + 1]!));
    hashes.push(
      hashBytes(new DataView(record.buffer, record.byteOffset, record.byteLength), 0, record.byteLength),
    );
  }
  return hashes;
}

const quote = 0x22;
const backslash = 0x5c;

/** JSON without the white space outside strings; the same array when there is none. Numbers and key order stay. */
export function minify(json: Uint8Array): Uint8Array {
  const into = new Uint8Array(json.length);
  let length = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]!;
    if (inString) {
      into[length++] = byte;
      if (byte === backslash && i + 1 < json.length) into[length++] = json[++i]!;
      else if (byte === quote) inString = false;
      continue;
    }
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
    into[length++] = byte;
    if (byte === quote) inString = true;
  }
  return length === json.length ? json : into.subarray(0, length);
}
