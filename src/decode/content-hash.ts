/**
 * Hashes by which records that repeat an eventID are told to be copies of each other or not. 53 bits, so that a hash is
 * an ordinary number. The byte scanner makes the same hashes, many times as fast (`wasm/hash.ts`): eight vectors of four
 * words go over the bytes side by side.
 */

const blockLength = 128;
const firstWords = [
  ...[0x243f6a88, 0x05a308d3, 0x13198a2e, 0x03707344],
  ...[0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
];
const factors = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];

/** A hash of the bytes [start, end) that `view` shows, as they stand. Never 0. */
export function hashBytes(view: DataView, start: number, end: number): number {
  const length = end - start;
  const lanes = Int32Array.from({ length: 32 }, (_, i) => firstWords[i >> 2]! ^ (i < 4 ? length : 0));
  const last = end - blockLength;
  // The last block overlaps the one before.
  for (let at = start; at <= last; at = at === last ? end : Math.min(at + blockLength, last))
    for (let i = 0; i < 32; i++) lanes[i] = step(lanes[i]!, view.getInt32(at + i * 4, true), i & 3);
  if (length < blockLength)
    for (let at = start; at < end; at++)
      for (let i = 0; i < 4; i++) lanes[i] = step(lanes[i]!, view.getUint8(at), i);
  return fold(lanes);
}

function step(lane: number, word: number, i: number): number {
  const product = Math.imul(lane ^ word, factors[i]!);
  return product ^ (product >>> 15);
}

/** Makes one number of the lanes, so that each bit of them counts. */
function fold(lanes: Int32Array): number {
  // Vectors are joined by pairs, then pairs of pairs.
  for (let count = 4; count >= 1; count /= 2)
    for (let i = 0; i < count * 4; i++) {
      const first = (i >> 2) * 8 + (i & 3);
      lanes[i] = joined(lanes[first]!, lanes[first + 4]!);
    }
  const high = mixed(mixed(lanes[0]!) ^ lanes[1]!);
  const low = mixed(mixed(lanes[2]! ^ high) ^ lanes[3]!);
  return (high >>> 0) * 0x200000 + (low >>> 11) || 1;
}

function joined(one: number, other: number): number {
  const product = Math.imul(one ^ (one >>> 16) ^ (other << 1), 0x85ebca6b);
  return product ^ (product >>> 15) ^ other;
}

function mixed(word: number): number {
  const product = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
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
function minify(json: Uint8Array): Uint8Array {
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
