import { extraOf, numberOf } from './dictionary';
import { fail } from './failure';
import { goOnAfter, key, readKey } from './keys';
import { responseHeadAt } from './layout';
import * as maps from './maps';
import { clearNames, considerName, ofResponse } from './naming';
import { walkSpace, walkValue } from './walk';

/** After `walkResponse`: where an object stands, 0 for anything else. */
export let responseStart: usize = 0;
export let responseEnd: usize = 0;
/** The member that may hold an access key that was handed out, from its key's quote on; 0 when there is none. */
export let issuedStart: usize = 0;
export let issuedEnd: usize = 0;

/** Forgets the last record. */
export function clearResponse(): void {
  responseStart = issuedStart = 0;
  clearNames(ofResponse);
}

/** Whether `"Success"` stands there. */
function isSuccess(at: usize): bool {
  return load<u64>(at, 1) === 0x2273736563637553 && load<u8>(at) === 0x22;
}

/**
 * Walks the responseElements that stand at `start` for the few keys that a summary reads: answers to sign-ins, which
 * decide about the outcome and are left to the careful path unless they are good, and the access key that a call handed out.
 */
export function walkResponse(start: usize): usize {
  clearResponse();
  const opening = load<u8>(start);
  if (opening === 0x22) return fail(start); // may be JSON in a string
  if (opening !== 0x7b) return walkValue(start);
  let at = walkSpace(start + 1);
  if (load<u8>(at) !== 0x7d) {
    goOnAfter(responseHeadAt);
    while (true) {
      const member = at;
      at = readKey(maps.responseKey, at);
      if (at === 0) return 0;
      const kind = numberOf(key);
      if (kind === maps.unsure || (kind === maps.issuedKeyAnswer && issuedStart !== 0)) return fail(at);
      const value = at;
      at = walkValue(at);
      if (at === 0) return 0;
      if (kind === maps.signInAnswer && !isSuccess(value)) return fail(value);
      if (!considerName(ofResponse, key, extraOf(key), value, at)) return fail(value);
      if (kind === maps.issuedKeyAnswer) {
        issuedStart = member;
        issuedEnd = at;
      }
      if (load<u8>(at) <= 0x20) at = walkSpace(at);
      const after = load<u8>(at);
      if (after === 0x7d) break;
      if (after !== 0x2c) return fail(at);
      at = walkSpace(at + 1);
    }
  }
  responseStart = start;
  responseEnd = at + 1;
  return responseEnd;
}
