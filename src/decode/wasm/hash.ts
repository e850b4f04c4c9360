/** The hash of `decode/content-hash.ts`, of the bytes [start, end). */
export function hashBytes(start: usize, end: usize): f64 {
  const length = u32(end - start);
  let a = i32x4.splat(length ^ 0x243f6a88);
  let b = i32x4.splat(0x05a308d3);
  let c = i32x4.splat(0x13198a2e);
  let d = i32x4.splat(0x03707344);
  const factors = i32x4(0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f);
  let at = start;
  if (length >= 64) {
    const last = end - 64;
    while (true) {
      a = i32x4.mul(v128.xor(a, v128.load(at)), factors);
      b = i32x4.mul(v128.xor(b, v128.load(at, 16)), factors);
      c = i32x4.mul(v128.xor(c, v128.load(at, 32)), factors);
      d = i32x4.mul(v128.xor(d, v128.load(at, 48)), factors);
      a = v128.xor(a, i32x4.shr_u(a, 15));
      b = v128.xor(b, i32x4.shr_u(b, 15));
      c = v128.xor(c, i32x4.shr_u(c, 15));
      d = v128.xor(d, i32x4.shr_u(d, 15));
      if (at === last) break;
      at = min(at + 64, last); // the last block overlaps the one before
    }
  } else
    for (; at < end; at++) {
      a = i32x4.mul(v128.xor(a, i32x4.splat(load<u8>(at))), factors);
      a = v128.xor(a, i32x4.shr_u(a, 15));
    }
  a = mixed(v128.xor(mixed(a, 0x85ebca6b), b), 0xc2b2ae35);
  c = mixed(v128.xor(mixed(c, 0x27d4eb2f), d), 0x9e3779b1);
  const sum = mixed(v128.xor(a, c), 0x165667b1);
  const high = mix(mix(i32x4.extract_lane(sum, 0)) ^ i32x4.extract_lane(sum, 1));
  const low = mix(mix(i32x4.extract_lane(sum, 2) ^ high) ^ i32x4.extract_lane(sum, 3));
  const hash = f64(high) * 0x200000 + f64(low >>> 11);
  return hash === 0 ? 1 : hash;
}

function mixed(words: v128, factor: u32): v128 {
  const product = i32x4.mul(v128.xor(words, i32x4.shr_u(words, 16)), i32x4.splat(factor));
  return v128.xor(product, i32x4.shr_u(product, 15));
}

function mix(word: u32): u32 {
  const product = (word ^ (word >>> 16)) * 0x85ebca6b;
  return product ^ (product >>> 15);
}
