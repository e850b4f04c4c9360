/** The names within values of the usual shapes, as `nameIn` of `record/target.ts` has them. */
import { walkColon, walkPlainString, walkSpace, walkString, walkValue } from './walk';

/** What `findInner` can say: that there is a name, that there is none, or that the value wants a closer look. */
export const hasName: u32 = 1;
export const hasNone: u32 = 2;
export const isUnsure: u32 = 3;

/** After `findInner` found a name: where the text stands, without its quotes. */
export let innerStart: usize = 0;
export let innerEnd: usize = 0;

/** Finds the name in a list of texts, or in EC2's `{"items":[{"instanceId":"…",…},…]}`, which has been walked. */
export function findInner(start: usize, end: usize): u32 {
  if (load<u8>(start) === 0x5b) return noteText(start + 1) ? hasName : isUnsure;
  // {"items":[{
  if (load<u64>(start) !== 0x22736d657469227b || load<u32>(start, 7) !== 0x7b5b3a22) return isUnsure;
  // Nothing but the list: other keys may name something as well.
  return walkValue(start + 9) === end - 1 ? findInItem(start + 10) : isUnsure;
}

/** An instance is named by its id; an image that instances are started from is none. */
function findInItem(at: usize): u32 {
  innerStart = 0;
  let hasImage = false;
  let hasCount = false;
  at = walkSpace(at + 1);
  while (load<u8>(at) === 0x22) {
    const name = at + 1;
    at = walkPlainString(at);
    if (at === 0) return isUnsure;
    const length = at - name;
    at = walkColon(at);
    if (length === 11 && load<u64>(name) === 0x65636e6174736e69 && load<u16>(name, 8) === 0x6449) {
      // instanceId
      if (innerStart !== 0 || !noteText(at)) return isUnsure;
    } else if (length === 8 && load<u64>(name) === 0x22644965_67616d69) {
      hasImage = true; // imageId
    } else if (length === 9 && load<u64>(name) === 0x746e756f_436e696d) {
      hasCount = true; // minCount
    }
    at = walkSpace(walkValue(at));
    if (load<u8>(at) === 0x2c) at = walkSpace(at + 1);
  }
  if (hasImage && hasCount) return hasNone;
  return innerStart === 0 ? isUnsure : hasName;
}

/** Notes the text of the string that stands at `at`. False when there is no text. */
function noteText(at: usize): bool {
  if (load<u8>(at) !== 0x22) return false;
  innerStart = at + 1;
  innerEnd = walkString(at) - 1;
  return innerEnd > innerStart;
}
