import { numberOf } from './dictionary';
import { fail } from './failure';
import { goOnAfter, key, readKey } from './keys';
import { requestHeadAt } from './layout';
import * as maps from './maps';
import { clearNames, considerName, ofRequest } from './naming';
import { walkSpace, walkValue } from './walk';

/** Walks the requestParameters that stand at `start`, for what they name. */
export function walkRequest(start: usize): usize {
  clearNames(ofRequest);
  const opening = load<u8>(start);
  if (opening === 0x22) return fail(start); // may be JSON in a string
  if (opening !== 0x7b) return walkValue(start);
  let at = walkSpace(start + 1);
  if (load<u8>(at) === 0x7d) return at + 1;
  goOnAfter(requestHeadAt);
  while (true) {
    at = readKey(maps.requestKey, at);
    if (at === 0) return 0;
    const value = at;
    at = walkValue(at);
    if (at === 0) return 0;
    if (!considerName(ofRequest, key, numberOf(key), value, at)) return fail(value);
    if (load<u8>(at) <= 0x20) at = walkSpace(at);
    const after = load<u8>(at);
    if (after === 0x7d) return at + 1;
    if (after !== 0x2c) return fail(at);
    at = walkSpace(at + 1);
  }
}
