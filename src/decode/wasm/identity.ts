/**
 * Codes userIdentity. The identities of a role's sessions differ in two texts only, the access key and when the session
 * began: what is left when these are cut out, the *template*, repeats far more often, and is parsed once. An identity is
 * then a template, a key and a time.
 */
import { entryOf } from './coded';
import {
  add,
  copyBytes,
  extraOf,
  find,
  guessOf,
  holdsBytes,
  lengthOf,
  numberOf,
  setGuess,
} from './dictionary';
import { fail } from './failure';
import { learnIdentity } from './imports';
import { scratchAt, scratchLength } from './layout';
import * as maps from './maps';
import { walkColon, walkPlainString, walkSpace, walkValue } from './walk';

/** After `codeIdentity`: the identity, and the code of the account of the caller. */
export let identityCode: i32 = 0;
export let accountCode: u32 = 0;

let start: usize = 0;
let end: usize = 0;
let keyStart: usize = 0;
let keyEnd: usize = 0;
let createdStart: usize = 0;
let createdEnd: usize = 0;
/** Levels whose inner object has been seen: a second one would replace it. */
let seen: u32 = 0;

/** Forgets the last record. */
export function clearIdentity(): void {
  start = 0;
}

/** Walks the userIdentity that stands at `at`. */
export function walkIdentity(at: usize): usize {
  if (load<u8>(at) !== 0x7b) return fail(at);
  start = at;
  keyStart = createdStart = 0;
  seen = 0;
  end = walkLevel(at, 0);
  return end;
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

/** Codes the identity that was walked. False when unsure. */
export function codeIdentity(): bool {
  if (start === 0 || end - start > scratchLength) return false;
  const template = entryOf(maps.template, scratchAt, cutOut());
  const value = numberOf(template);
  if (value === maps.unsure) return false;
  accountCode = extraOf(template);
  store<u32>(scratchAt, value);
  let to = scratchAt + 4;
  if (keyStart !== 0) to = copyBytes(keyStart, to, u32(keyEnd - keyStart));
  store<u8>(to++, keyStart === 0 ? 1 : 0x22);
  if (createdStart !== 0) to = copyBytes(createdStart, to, u32(createdEnd - createdStart));
  store<u8>(to++, createdStart === 0 ? 1 : 0x22);
  const length = u32(to - scratchAt);
  const last = guessOf(template);
  if (last !== 0 && lengthOf(last) === length && holdsBytes(last, scratchAt)) {
    identityCode = numberOf(last);
    return true;
  }
  let entry = find(maps.identity, scratchAt, length);
  if (entry === 0) {
    const code = learnIdentity(value, keyStart, keyEnd, createdStart, createdEnd);
    entry = add(maps.identity, scratchAt, length, code, 0);
  }
  setGuess(template, entry);
  identityCode = numberOf(entry);
  return true;
}

/** Copies the identity to the scratch without the key and the time. Gives the address after it. */
function cutOut(): usize {
  const isKeyFirst = keyStart < createdStart;
  const first = isKeyFirst ? keyStart : createdStart;
  const firstEnd = isKeyFirst ? keyEnd : createdEnd;
  const second = isKeyFirst ? createdStart : keyStart;
  const secondEnd = isKeyFirst ? createdEnd : keyEnd;
  let from = start;
  let to = scratchAt;
  if (first !== 0) {
    to = copyBytes(from, to, u32(first - from));
    from = firstEnd;
  }
  if (second !== 0) {
    to = copyBytes(from, to, u32(second - from));
    from = secondEnd;
  }
  return copyBytes(from, to, u32(end - from));
}
