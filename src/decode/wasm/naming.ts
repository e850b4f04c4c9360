/**
 * What the keys of an object name, as `record/target.ts` has it: the value of the key with the lowest rank that has a name in
 * it, the first of several. One for requestParameters and one for responseElements, in memory:
 * rank i32 · start u32 · end u32 · stamp u32.
 */
import { setStamp, stampOf } from './dictionary';
import { namesSomething } from './imports';
import { namingAt } from './layout';
import { walkString, walkValue } from './walk';

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
    case 0x5b:
      return end - start === 2 || !(findInner(start, end) || namesSomething(start, end));
  }
  return false;
}

/** After `findInner`: where the text stands, without its quotes. */
export let innerStart: usize = 0;
export let innerEnd: usize = 0;

/**
 * Finds the name in a list of texts, or in EC2's `{"items":[{"instanceId":"…"},…]}`. False when the value is anything else;
 * it may have a name all the same.
 */
export function findInner(start: usize, end: usize): bool {
  if (load<u8>(start) === 0x5b) return findText(start + 1) !== 0;
  // {"items":[{"instanceId":"
  if (load<u64>(start) !== 0x22736d657469227b || load<u64>(start, 8) !== 0x74736e69227b5b3a) return false;
  if (load<u64>(start, 17) !== 0x223a22644965636e) return false;
  const after = findText(start + 24);
  return after !== 0 && load<u8>(after) === 0x7d && walkValue(start + 9) === end - 1;
}

/** Notes the text of the string that stands at `at`. Gives the address after it, or 0 when there is none in it. */
function findText(at: usize): usize {
  if (load<u8>(at) !== 0x22) return 0;
  const after = walkString(at);
  innerStart = at + 1;
  innerEnd = after - 1;
  return after - at > 2 ? after : 0;
}
