/**
 * Templates: what is left of a userIdentity when the access key and the time of creation are cut out. The bytes of such an
 * entry: where the two were cut out and how long they are (keyAt · keyLength · createdAt · createdLength, u32 each, relative
 * to the identity; lengths 0 for none), then the rest.
 */
import { entryOf } from './coded';
import { bytesOf, copyBytes, isSame, lengthOf } from './dictionary';
import { createdEnd, createdStart, keyEnd, keyStart } from './identity-walk';
import { hintsAt, scratchAt, scratchLength } from './layout';
import * as maps from './maps';
import { isPlainText } from './walk';

const headLength: u32 = 16;

/** After `findTemplate`: the template that stands there, its length in the input, and where its texts are. */
export let found: usize = 0;
export let foundLength: usize = 0;

export function keyAtOf(template: usize): u32 {
  return load<u32>(bytesOf(template));
}
export function keyLengthOf(template: usize): u32 {
  return load<u32>(bytesOf(template), 4);
}
export function createdAtOf(template: usize): u32 {
  return load<u32>(bytesOf(template), 8);
}
export function createdLengthOf(template: usize): u32 {
  return load<u32>(bytesOf(template), 12);
}

/** The place of the hint for an identity: told by some of the bytes in which identities of the usual forms differ. */
function hintAt(start: usize): usize {
  const some = load<u64>(start, 38) ^ rotl(load<u64>(start, 54), 21) ^ rotl(load<u64>(start, 66), 42);
  return hintsAt + (usize((some * 0x9e3779b97f4a7c15) >>> 52) << 2);
}

/**
 * Whether the identity that begins at `start` is one of a known template: then it need not be walked, for it differs from one
 * that was walked in two plain texts only. A guess: says no to many that are known.
 */
export function findTemplate(start: usize): bool {
  const template: usize = load<u32>(hintAt(start));
  if (template === 0) return false;
  const keyAt: usize = keyAtOf(template);
  const keyLength: usize = keyLengthOf(template);
  const createdAt: usize = createdAtOf(template);
  const createdLength: usize = createdLengthOf(template);
  const isKeyFirst = keyAt < createdAt;
  const first = isKeyFirst ? keyAt : createdAt;
  const firstLength = isKeyFirst ? keyLength : createdLength;
  const second = isKeyFirst ? createdAt : keyAt;
  const secondLength = isKeyFirst ? createdLength : keyLength;
  const own = bytesOf(template) + headLength;
  const ownLength: usize = lengthOf(template) - headLength;
  const between = second - first - firstLength;
  if (first > 0 && !(isSame(own, start, first) && isPlainText(start + first, firstLength))) return false;
  const middle = first + firstLength;
  if (
    second > 0 &&
    !(isSame(own + first, start + middle, between) && isPlainText(start + second, secondLength))
  )
    return false;
  const rest = second > 0 ? first + between : 0;
  const last = second > 0 ? second + secondLength : 0;
  if (!isSame(own + rest, start + last, ownLength - rest)) return false;
  found = template;
  foundLength = ownLength + firstLength + secondLength;
  return true;
}

/** The template of the identity [start, end) that was walked; 0 when it is too long for one. */
export function templateOf(start: usize, end: usize): usize {
  if (end - start > scratchLength - headLength) return 0;
  store<u32>(scratchAt, keyStart === 0 ? 0 : u32(keyStart - start));
  store<u32>(scratchAt, u32(keyEnd - keyStart), 4);
  store<u32>(scratchAt, createdStart === 0 ? 0 : u32(createdStart - start), 8);
  store<u32>(scratchAt, u32(createdEnd - createdStart), 12);
  const template = entryOf(maps.template, scratchAt, cutOut(start, end));
  store<u32>(hintAt(start), template);
  return template;
}

/** Copies the identity to the scratch without the key and the time. Gives the address after it. */
function cutOut(start: usize, end: usize): usize {
  const isKeyFirst = keyStart < createdStart;
  const first = isKeyFirst ? keyStart : createdStart;
  const firstEnd = isKeyFirst ? keyEnd : createdEnd;
  const second = isKeyFirst ? createdStart : keyStart;
  const secondEnd = isKeyFirst ? createdEnd : keyEnd;
  let from = start;
  let to = scratchAt + headLength;
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
