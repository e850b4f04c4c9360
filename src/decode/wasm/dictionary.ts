/**
 * Maps from bytes to numbers, for values that repeat from record to record: found by comparing bytes, so that a string is
 * decoded only the first time it is seen. All of them share one hash table; the number of the map is part of the key. It is a
 * cache: when it has grown too large it is compacted to what comes again, and JavaScript works the rest out anew.
 *
 * An entry: length u32 · map and lives u32 · value i32 · extra u32 · stamp u32 · guesses u32 × 3 · the bytes.
 */
import { dictionariesAt, hintCount, hintsAt, lastsAt, masksAt, sourceHints, topHeadAt } from './layout';
import * as maps from './maps';

const headLength: usize = 32;
/**
 * Bytes of entries beyond which they are compacted. With 6 MB in place of 8, a fifth
 * more addresses and callers of a million records were worked out anew.
 */
const mostBytes: usize = 8 * 1024 * 1024;
/** Bytes of entries that stay at most when they are compacted. */
const mostKept: usize = 6 * 1024 * 1024;
/**
 * One life, in the word of the map: each time the entries are compacted
 * costs one. Who is met has all again; without one an entry goes.
 */
const life: u32 = 1 << 28;
const mapMask: u32 = life - 1;
/** Lives in maps whose values come again and again; a value of the others has one once it did come again. */
const mostLives: u32 = 15 * life;

/** Slots of the hash table. One record has fewer values than would fill half of them: each takes five bytes of the window. */
const slotCount: u32 = 1 << 18;
const slotMask: u32 = slotCount - 1;
const mostEntries: u32 = slotCount / 2;
/** A slot is 0 when it is free, else the address of an entry in units of 8 bytes, and above it bits of its hash. */
const addressBits: u32 = 21;
const addressMask: u32 = (1 << addressBits) - 1;
const addressEnd: usize = 8 << addressBits;
const slotsAt: usize = dictionariesAt;
const entriesAt: usize = slotsAt + slotCount * 4;

let count: u32 = 0;
let top: usize = entriesAt;
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

/** Makes the first room for entries. */
export function beginDictionaries(): void {
  reserve(0);
}

/** Forgets some of the entries when there are too many: then no address of one holds any more. */
export function forgetSurplus(): void {
  if (top - entriesAt > mostBytes || count > mostEntries) compact();
}

/** Moves the entries that stay down to where the first began. When these are still too many, the oldest go. */
function compact(): void {
  forgetAddresses();
  let surplus = i32(livingBytes()) - i32(mostKept);
  const end = top;
  top = entriesAt;
  count = 0;
  let entry = entriesAt;
  while (entry < end) {
    const length = entryLength(lengthOf(entry));
    const isToStay = isLiving(entry) && count < mostEntries / 2;
    if (isToStay && surplus > 0) surplus -= i32(length);
    else if (isToStay) moveToTop(entry, length);
    entry += length;
  }
}

/** Forgets whatever holds the address of an entry, save the entries. */
function forgetAddresses(): void {
  memory.fill(topHeadAt, 0, 96);
  memory.fill(lastsAt, 0, 128);
  memory.fill(hintsAt, 0, (hintCount + sourceHints) * 4);
  memory.fill(slotsAt, 0, slotCount * 4);
}

function livingBytes(): usize {
  let sum: usize = 0;
  let entry = entriesAt;
  while (entry < top) {
    const length = entryLength(lengthOf(entry));
    if (isLiving(entry)) sum += length;
    entry += length;
  }
  return sum;
}

function isLiving(entry: usize): bool {
  return load<u32>(entry, 4) >= life;
}

/** Moves an entry to the top, which is not above it, without its stamp and guesses. */
function moveToTop(from: usize, length: usize): void {
  const entry = top;
  memory.copy(entry, from, length);
  top += length;
  const word = load<u32>(entry, 4) - life;
  store<u32>(entry, word, 4);
  store<u64>(entry, 0, 16);
  store<u64>(entry, 0, 24);
  const hash = hashOf(word & mapMask, bytesOf(entry), lengthOf(entry));
  let slot = hash & slotMask;
  while (load<u32>(slotsAt + (slot << 2)) !== 0) slot = (slot + 1) & slotMask;
  occupy(slotsAt + (slot << 2), hash, entry);
}

function occupy(place: usize, hash: u32, entry: usize): void {
  store<u32>(place, (hash & ~addressMask) | u32(entry >>> 3));
  count++;
}

/** Bytes that an entry takes up whose bytes are so many. */
function entryLength(length: u32): usize {
  return (headLength + length + 7) & ~7;
}

/** The entry of these bytes in a map, or 0. */
export function find(map: u32, at: usize, length: u32): usize {
  const hash = hashOf(map, at, length);
  let slot = hash & slotMask;
  while (true) {
    const place = slotsAt + (slot << 2);
    const taken = load<u32>(place);
    if (taken === 0) {
      missedHash = hash;
      missedSlot = place;
      return 0;
    }
    const entry: usize = (taken & addressMask) << 3;
    if ((taken ^ hash) >>> addressBits === 0 && isEntryOf(entry, map, at, length)) {
      store<u32>(entry, map | (map < maps.repeating ? life : mostLives), 4);
      return entry;
    }
    slot = (slot + 1) & slotMask;
  }
}

function isEntryOf(entry: usize, map: u32, at: usize, length: u32): bool {
  return load<u32>(entry) === length && (load<u32>(entry, 4) & mapMask) === map && holdsBytes(entry, at);
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
  top += entryLength(length);
  store<u32>(entry, length);
  store<u32>(entry, map < maps.repeating ? map : map | mostLives, 4);
  store<i32>(entry, value, 8);
  store<u32>(entry, extra, 12);
  store<u64>(entry, 0, 16);
  store<u64>(entry, 0, 24);
  copyBytes(at, entry + headLength, length);
  occupy(missedSlot, missedHash, entry);
  return entry;
}

/** Copies bytes; up to 15 more may be written over. Gives the address after the copy. */
export function copyBytes(from: usize, to: usize, length: u32): usize {
  for (let i: usize = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
  return to + length;
}

/** Makes sure that so many bytes can be written from the top on, and a little more. */
function reserve(length: usize): void {
  const pages = i32((top + length + 64 + 0xffff) >>> 16) - memory.size();
  // At least a megabyte at a time. Without memory the program traps, and the file is said to be too large.
  if (top + length > addressEnd) unreachable();
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
