import { numberOf, setStamp, stampOf } from './dictionary';
import { fail } from './failure';
import { namesSomething } from './imports';
import { goOnAfter, key, readKey } from './keys';
import { requestHeadAt } from './layout';
import * as maps from './maps';
import { walkSpace, walkValue } from './walk';

/** The rank of a key that names nothing, as `record/target-keys.ts` has it. */
export const namesNothing: i32 = 65535;

/** After `walkRequest`: the rank of the best naming key, and where its value stands; 0 when there is none. */
export let bestRank: i32 = namesNothing;
export let bestStart: usize = 0;
export let bestEnd: usize = 0;

/** Number of the request. Stamped on the keys that counted in it: were one to come again, its last value would. */
let request: u32 = 0;

/** Forgets the last record. */
export function clearRequest(): void {
  bestRank = namesNothing;
  bestStart = 0;
  request++;
}

/**
 * Walks the requestParameters that stand at `start`, and finds what they name as the target: of their own keys the one
 * with the lowest rank that has a name in it, the first of several.
 */
export function walkRequest(start: usize): usize {
  clearRequest();
  const opening = load<u8>(start);
  if (opening === 0x22) return fail(start); // may be JSON in a string
  if (opening !== 0x7b) return walkValue(start);
  let at = walkSpace(start + 1);
  if (load<u8>(at) === 0x7d) return at + 1;
  goOnAfter(requestHeadAt);
  while (true) {
    at = readKey(maps.requestKey, at);
    if (at === 0) return 0;
    at = walkMember(at);
    if (at === 0) return 0;
    if (load<u8>(at) <= 0x20) at = walkSpace(at);
    const after = load<u8>(at);
    if (after === 0x7d) return at + 1;
    if (after !== 0x2c) return fail(at);
    at = walkSpace(at + 1);
  }
}

function walkMember(start: usize): usize {
  const end = walkValue(start);
  if (end === 0) return 0;
  const rank = numberOf(key);
  if (rank === namesNothing) return end;
  if (rank === maps.unsure || stampOf(key) === request) return fail(start);
  if (rank >= bestRank) return end;
  setStamp(key, request);
  if (!isEmpty(start, end)) {
    bestRank = rank;
    bestStart = start;
    bestEnd = end;
  }
  return end;
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
      return end - start === 2 || !namesSomething(start, end);
  }
  return false;
}
