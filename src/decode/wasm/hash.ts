/** The hash of `decode/content-hash.ts`, of the bytes [start, end). Eight vectors that do not wait for each other. */
export function hashBytes(start: usize, end: usize): f64 {
  const length = u32(end - start);
  const factors = i32x4(0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f);
  let a = i32x4.splat(length ^ 0x243f6a88);
  let b = i32x4.splat(0x05a308d3);
  let c = i32x4.splat(0x13198a2e);
  let d = i32x4.splat(0x03707344);
  let e = i32x4.splat(0xa4093822);
  let f = i32x4.splat(0x299f31d0);
  let g = i32x4.splat(0x082efa98);
  let h = i32x4.splat(0xec4e6c89);
  let at = start;
  if (length < 128) {
    for (; at < end; at++) a = step(a, i32x4.splat(load<u8>(at)), factors);
  } else {
    const last = end - 128;
    while (true) {
      a = step(a, v128.load(at), factors);
      b = step(b, v128.load(at, 16), factors);
      c = step(c, v128.load(at, 32), factors);
      d = step(d, v128.load(at, 48), factors);
      e = step(e, v128.load(at, 64), factors);
      f = step(f, v128.load(at, 80), factors);
      g = step(g, v128.load(at, 96), factors);
      h = step(h, v128.load(at, 112), factors);
      if (at === last) break;
      at = min(at + 128, last); // the last block overlaps the one before
    }
  }
  a = joined(joined(a, b), joined(c, d));
  e = joined(joined(e, f), joined(g, h));
  const sum = joined(a, e);
  const high = mix(mix(i32x4.extract_lane(sum, 0)) ^ i32x4.extract_lane(sum, 1));
  const low = mix(mix(i32x4.extract_lane(sum, 2) ^ high) ^ i32x4.extract_lane(sum, 3));
  const hash = f64(high) * 0x200000 + f64(low >>> 11);
  return hash === 0 ? 1 : hash;
}

function step(lanes: v128, words: v128, factors: v128): v128 {
  const product = i32x4.mul(v128.xor(lanes, words), factors);
  return v128.xor(product, i32x4.shr_u(product, 15));
}

function joined(one: v128, other: v128): v128 {
  const words = v128.xor(one, i32x4.shr_u(one, 16));
  const product = i32x4.mul(v128.xor(words, i32x4.shl(other, 1)), i32x4.splat(0x85ebca6b));
  return v128.xor(v128.xor(product, i32x4.shr_u(product, 15)), other);
}

function mix(word: u32): u32 {
  const product = (word ^ (word >>> 16)) * 0x85ebca6b;
  return product ^ (product >>> 15);
}
