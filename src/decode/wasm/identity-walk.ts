import { fail } from './failure';
import { walkColon, walkPlainString, walkSpace, walkValue } from './walk';

/** After `walkIdentityObject`: where the access key and the time of creation stand, without their quotes; 0 for none. */
export let keyStart: usize = 0;
export let keyEnd: usize = 0;
export let createdStart: usize = 0;
export let createdEnd: usize = 0;
/** Levels whose inner object has been seen: a second one would replace it. */
let seen: u32 = 0;

/** Walks the userIdentity that stands at `at`, for the two texts in which the identities of a role's sessions differ. */
export function walkIdentityObject(at: usize): usize {
  if (load<u8>(at) !== 0x7b) return fail(at);
  keyStart = keyEnd = createdStart = createdEnd = 0;
  seen = 0;
  return walkLevel(at, 0);
}

/** userIdentity, its sessionContext, and that one's attributes. */
function walkLevel(at: usize, level: u32): usize {
  at = walkSpace(at + 1);
  if (load<u8>(at) === 0x7d) return at + 1;
  while (true) {
    if (load<u8>(at) !== 0x22) return fail(at);
    const name = at + 1;
    at = walkPlainString(at);
    if (at === 0) return 0;
    const length = at - name - 1;
    at = walkColon(at);
    if (at === 0) return 0;
    at = walkMember(name, length, at, level);
    if (at === 0) return 0;
    if (load<u8>(at) <= 0x20) at = walkSpace(at);
    const after = load<u8>(at);
    if (after === 0x7d) return at + 1;
    if (after !== 0x2c) return fail(at);
    at = walkSpace(at + 1);
  }
}

function walkMember(name: usize, length: usize, at: usize, level: u32): usize {
  if (level === 0) {
    if (length === 11 && isAccessKeyId(name)) {
      if (load<u8>(at) !== 0x22 || keyStart !== 0) return fail(at);
      const after = walkValue(at);
      keyStart = at + 1;
      keyEnd = after - 1;
      return after;
    }
    if (length === 14 && isSessionContext(name)) return walkInner(at, 1);
  } else if (level === 1) {
    if (length === 10 && isAttributes(name)) return walkInner(at, 2);
  } else if (length === 12 && isCreationDate(name)) {
    if (load<u8>(at) !== 0x22 || createdStart !== 0) return fail(at);
    const after = walkValue(at);
    createdStart = at + 1;
    createdEnd = after - 1;
    return after;
  }
  return walkValue(at);
}

function walkInner(at: usize, level: u32): usize {
  if (seen & level) return fail(at);
  seen |= level;
  return load<u8>(at) === 0x7b ? walkLevel(at, level) : walkValue(at);
}

// The names, eight letters at a time.
function isAccessKeyId(name: usize): bool {
  return load<u64>(name) === 0x654b737365636361 && load<u32>(name, 7) === 0x64497965;
}
function isSessionContext(name: usize): bool {
  return load<u64>(name) === 0x436e6f6973736573 && load<u64>(name, 6) === 0x747865746e6f436e;
}
function isAttributes(name: usize): bool {
  return load<u64>(name) === 0x7475626972747461 && load<u16>(name, 8) === 0x7365;
}
function isCreationDate(name: usize): bool {
  return load<u64>(name) === 0x6e6f697461657263 && load<u32>(name, 8) === 0x65746144;
}
