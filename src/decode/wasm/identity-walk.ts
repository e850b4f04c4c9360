import { fail } from './failure';
import { spansAt } from './layout';
import { walkColon, walkPlainString, walkSpace, walkValue } from './walk';

/** What a text is that `walkIdentityObject` noted. */
export const accessKeyText: u32 = 0;
export const createdText: u32 = 1;
export const principalIdText: u32 = 2;
export const arnText: u32 = 3;

/** How many texts were noted. */
export let spanCount: u32 = 0;
/** Kinds of texts that were noted, and levels whose inner object has been seen: a second one would replace it. */
let notedKinds: u32 = 0;
let seen: u32 = 0;

/** A noted text, counted in the order in which they stand: what it is, and where it stands, without its quotes. */
export function kindOfSpan(span: u32): u32 {
  return load<u32>(spansAt + span * 12);
}
export function startOfSpan(span: u32): usize {
  return load<u32>(spansAt + span * 12, 4);
}
export function endOfSpan(span: u32): usize {
  return load<u32>(spansAt + span * 12, 8);
}

/** Walks the userIdentity that stands at `at`, and notes the texts in which the identities of a role's sessions differ. */
export function walkIdentityObject(at: usize): usize {
  if (load<u8>(at) !== 0x7b) return fail(at);
  spanCount = notedKinds = seen = 0;
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
    if (length === 11 && isAccessKeyId(name)) return walkNoted(accessKeyText, at);
    const isText = load<u8>(at) === 0x22;
    if (isText && length === 11 && isPrincipalId(name)) return walkNoted(principalIdText, at);
    if (isText && length === 3 && isArn(name)) return walkNoted(arnText, at);
    if (length === 14 && isSessionContext(name)) return walkInner(at, 1);
  } else if (level === 1) {
    if (length === 10 && isAttributes(name)) return walkInner(at, 2);
  } else if (length === 12 && isCreationDate(name)) return walkNoted(createdText, at);
  return walkValue(at);
}

/** Walks a text and notes where it stands. Unsure about anything else, and about a second one. */
function walkNoted(kind: u32, at: usize): usize {
  const bit = 1 << kind;
  if (load<u8>(at) !== 0x22 || notedKinds & bit) return fail(at);
  const after = walkValue(at);
  if (after === 0) return 0;
  notedKinds |= bit;
  const span = spansAt + spanCount++ * 12;
  store<u32>(span, kind);
  store<u32>(span, at + 1, 4);
  store<u32>(span, after - 1, 8);
  return after;
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
function isPrincipalId(name: usize): bool {
  return load<u64>(name) === 0x617069636e697270 && load<u32>(name, 7) === 0x64496c61;
}
function isArn(name: usize): bool {
  return load<u32>(name) === 0x226e7261;
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
