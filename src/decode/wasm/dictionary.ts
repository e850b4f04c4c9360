/**
 * Maps from bytes to numbers, for values that repeat from record to record: found by comparing bytes, so that a string is
 * decoded only the first time it is seen. All of them share one hash table; the number of the map is part of the key. It is a
 * cache: when it has grown too large it forgets everything, and JavaScript works the numbers out again.
 *
 * An entry: length u32 · map u32 · value i32 · extra u32 · stamp u32 · guesses u32 × 3 · the bytes.
 */
import { dictionariesAt, hintCount, hintsAt, lastsAt, masksAt, sourceHints, topHeadAt } from './layout';

const headLength: usize = 32;
const firstSlots: u32 = 1 << 16;
/** Bytes of entries beyond which everything is forgotten: about what a processor keeps near. Six times as much took no less time, and 40 MB more in each worker. */
const mostBytes: usize = 8 * 1024 * 1024;

/** Pairs (hash, entry); entry 0 is free. */
let slotsAt: usize = 0;
let slotMask: u32 = 0;
let count: u32 = 0;
let top: usize = 0;
/** Where the last search that found nothing ended. */
let missedHash: u32 = 0;
let missedSlot: usize = 0;

/** The number that JavaScript gave for the bytes. */
export function numberOf(entry: usize): i32 {
  return load<i32>(entry, 8);
}

/** What it gave along with it. */
export function extraOf(entry: usize): u32 {
  return load<u32>(entry, 12);
}

/** Where an entry keeps its guesses: entries of other maps that are worth a try when this one was met. 0 for none. */
export function guessPlace(entry: usize, which: u32 = 0): usize {
  return entry + 20 + (which << 2);
}

/** A number that was put on the entry; 0 at first. */
export function stampOf(entry: usize): u32 {
  return load<u32>(entry, 16);
}

export function setStamp(entry: usize, stamp: u32): void {
  store<u32>(entry, stamp, 16);
}

/** Number of bytes of the key. */
export function lengthOf(entry: usize): u32 {
  return load<u32>(entry);
}

/** Forgets everything when there is too much of it: no entry is one any more. */
export function forgetSurplus(): void {
  if (top - dictionariesAt > mostBytes) forgetAll();
}

export function forgetAll(): void {
  slotsAt = dictionariesAt;
  slotMask = firstSlots - 1;
  count = 0;
  top = slotsAt + firstSlots * 8;
  reserve(0);
  memory.fill(topHeadAt, 0, 96);
  memory.fill(lastsAt, 0, 128);
  memory.fill(hintsAt, 0, (hintCount + sourceHints) * 4);
  memory.fill(slotsAt, 0, firstSlots * 8);
}

/** The entry of these bytes in a map, or 0. */
export function find(map: u32, at: usize, length: u32): usize {
  const hash = hashOf(map, at, length);
  let slot = hash & slotMask;
  while (true) {
    const place = slotsAt + (slot << 3);
    const entry: usize = load<u32>(place, 4);
    if (entry === 0) {
      missedHash = hash;
      missedSlot = place;
      return 0;
    }
    if (load<u32>(place) === hash && isEntryOf(entry, map, at, length)) return entry;
    slot = (slot + 1) & slotMask;
  }
}

function isEntryOf(entry: usize, map: u32, at: usize, length: u32): bool {
  return load<u32>(entry) === length && load<u32>(entry, 4) === map && holdsBytes(entry, at);
}

/** Where the bytes of an entry stand. */
export function bytesOf(entry: usize): usize {
  return entry + headLength;
}

/** Whether the bytes of an entry stand at an address. */
export function holdsBytes(entry: usize, at: usize): bool {
  return isSame(entry + headLength, at, load<u32>(entry));
}

/** Whether the same bytes stand at two addresses. */
export function isSame(own: usize, at: usize, length: usize): bool {
  if (length < 16) {
    const differing = v128.xor(v128.load(own), v128.load(at));
    return !v128.any_true(v128.and(differing, v128.load(masksAt + 16 - length)));
  }
  const last = length - 16;
  for (let i: usize = 0; i < last; i += 16)
    if (v128.any_true(v128.xor(v128.load(own + i), v128.load(at + i)))) return false;
  return !v128.any_true(v128.xor(v128.load(own + last), v128.load(at + last)));
}

/** Adds bytes that the last search did not find: no other search may come between. Gives the entry. */
export function add(map: u32, at: usize, length: u32, value: i32, extra: u32): usize {
  const entry = top;
  reserve(headLength + length);
  top = (entry + headLength + length + 7) & ~7;
  store<u32>(entry, length);
  store<u32>(entry, map, 4);
  store<i32>(entry, value, 8);
  store<u32>(entry, extra, 12);
  store<u64>(entry, 0, 16);
  store<u64>(entry, 0, 24);
  copyBytes(at, entry + headLength, length);
  store<u32>(missedSlot, missedHash);
  store<u32>(missedSlot, entry, 4);
  if (++count * 2 > slotMask) growSlots();
  return entry;
}

/** Copies bytes; up to 15 more may be written over. Gives the address after the copy. */
export function copyBytes(from: usize, to: usize, length: u32): usize {
  for (let i: usize = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
  return to + length;
}

function growSlots(): void {
  const oldAt = slotsAt;
  const oldLength: usize = (slotMask + 1) << 3;
  const newLength = oldLength << 1;
  reserve(newLength);
  slotsAt = top;
  slotMask = (slotMask << 1) | 1;
  top += newLength;
  memory.fill(slotsAt, 0, newLength);
  for (let old = oldAt; old < oldAt + oldLength; old += 8) {
    if (load<u32>(old, 4) === 0) continue;
    let slot = load<u32>(old) & slotMask;
    while (load<u32>(slotsAt + (slot << 3), 4) !== 0) slot = (slot + 1) & slotMask;
    store<u64>(slotsAt + (slot << 3), load<u64>(old));
  }
}

/** Makes sure that so many bytes can be written from the top on, and a little more. */
function reserve(length: usize): void {
  const pages = i32((top + length + 64 + 0xffff) >>> 16) - memory.size();
  // At least a megabyte at a time. Without memory the program traps, and the file is said to be too large.
  if (pages > 0 && memory.grow(max(pages, 16)) < 0) unreachable();
}

const factor: u64 = 0x9e3779b97f4a7c15;
const otherFactor: u64 = 0xc2b2ae3d27d4eb4f;

function hashOf(map: u32, at: usize, length: u32): u32 {
  let a: u64 = (u64(map) << 32) | length;
  let b: u64 = otherFactor;
  let last: v128;
  if (length < 16) {
    last = v128.and(v128.load(at), v128.load(masksAt + 16 - length));
  } else {
    const lastAt = at + length - 16;
    for (; at < lastAt; at += 16) {
      a = (a ^ load<u64>(at)) * factor;
      b = (b ^ load<u64>(at, 8)) * otherFactor;
      a ^= a >>> 32;
      b ^= b >>> 29;
    }
    last = v128.load(lastAt);
  }
  a = (a ^ i64x2.extract_lane(last, 0)) * factor;
  b = (b ^ i64x2.extract_lane(last, 1)) * otherFactor;
  a = (a ^ (a >>> 32) ^ rotl(b ^ (b >>> 29), 23)) * factor;
  return u32(a >>> 32);
}
