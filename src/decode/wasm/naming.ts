/**
 * What the keys of an object name, as `record/target.ts` has it: the value of the key with the lowest rank that has a name in
 * it, the first of several. One for requestParameters and one for responseElements, in memory:
 * rank i32 · start u32 · end u32 · stamp u32.
 */
import { setStamp, stampOf } from './dictionary';
import { namesSomething } from './imports';
import { findInner, hasNone, isUnsure } from './inner-name';
import { namingAt } from './layout';

export const ofRequest: usize = namingAt;
export const ofResponse: usize = namingAt + 32;

/** The rank of a key that names nothing, as `record/target-keys.ts` has it. */
export const namesNothing: i32 = 65535;

/** Number of the object. Stamped on the keys that counted in it: were one to come again, its last value would. */
let stamps: u32 = 0;

/** Forgets the last object. */
export function clearNames(naming: usize): void {
  store<i32>(naming, namesNothing);
  store<u32>(naming, 0, 4);
  store<u32>(naming, ++stamps, 12);
}

/** The rank of the best naming key; `namesNothing` when there is none. */
export function rankIn(naming: usize): i32 {
  return load<i32>(naming);
}

/** Where the value of that key stands; 0 when there is none. */
export function nameStart(naming: usize): usize {
  return load<u32>(naming, 4);
}

export function nameEnd(naming: usize): usize {
  return load<u32>(naming, 8);
}

/** Takes the value of a key of that rank into account. False when unsure: the key came before and counted. */
export function considerName(naming: usize, key: usize, rank: i32, start: usize, end: usize): bool {
  if (rank === namesNothing) return true;
  const stamp = load<u32>(naming, 12);
  if (rank < 0 || stampOf(key) === stamp) return false;
  if (rank >= rankIn(naming)) return true;
  setStamp(key, stamp);
  if (!isEmpty(start, end)) {
    store<i32>(naming, rank);
    store<u32>(naming, start, 4);
    store<u32>(naming, end, 8);
  }
  return true;
}

function isEmpty(start: usize, end: usize): bool {
  switch (load<u8>(start)) {
    case 0x22:
      return end - start === 2;
    case 0x74: // true
    case 0x66: // false
    case 0x6e: // null
      return true;
    case 0x7b:
    case 0x5b: {
      if (end - start === 2) return true;
      const inner = findInner(start, end);
      return inner === isUnsure ? !namesSomething(start, end) : inner === hasNone;
    }
  }
  return false;
}
