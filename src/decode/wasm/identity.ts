/**
 * Codes userIdentity. The identities of a role's sessions differ in two texts only, the access key and when the session
 * began: what is left when these are cut out, the *template*, repeats far more often, and is parsed once. An identity is
 * then a template, a key and a time.
 */
import { entryOf } from './coded';
import { add, copyBytes, extraOf, find, guessPlace, holdsBytes, lengthOf, numberOf } from './dictionary';
import { walkIdentityObject } from './identity-walk';
import { learnIdentity } from './imports';
import { scratchAt, scratchLength } from './layout';
import * as maps from './maps';
import {
  createdAtOf,
  createdLengthOf,
  findTemplate,
  found,
  foundLength,
  keyAtOf,
  keyLengthOf,
  templateOf,
} from './template';

/** After `codeIdentity`: the identity, and the code of the account of the caller. */
export let identityCode: i32 = 0;
export let accountCode: u32 = 0;
/** The template; 0 when the record has no identity. */
export let template: usize = 0;

let start: usize = 0;
let end: usize = 0;

/** Forgets the last record. */
export function clearIdentity(): void {
  start = template = 0;
}

/** Walks the userIdentity that stands at `at`. */
export function walkIdentity(at: usize): usize {
  start = at;
  if (findTemplate(at)) {
    template = found;
    end = at + foundLength;
  } else {
    template = 0;
    end = walkIdentityObject(at);
  }
  return end;
}

/** Codes the identity that was walked. False when unsure. */
export function codeIdentity(): bool {
  if (start === 0) return false;
  if (template === 0) template = templateOf(start, end);
  if (template === 0) return false;
  const value = numberOf(template);
  if (value === maps.unsure) return false;
  accountCode = extraOf(template);
  const keyLength = keyLengthOf(template);
  const createdLength = createdLengthOf(template);
  const key = start + keyAtOf(template);
  const created = start + createdAtOf(template);
  if (keyLength + createdLength > scratchLength / 2) return false;
  store<u32>(scratchAt, value);
  const to = copyBytes(created, copyBytes(key, scratchAt + 4, keyLength), createdLength);
  const length = u32(to - scratchAt);
  const last: usize = load<u32>(guessPlace(template));
  if (last !== 0 && lengthOf(last) === length && holdsBytes(last, scratchAt)) {
    identityCode = numberOf(last);
    return true;
  }
  let entry = find(maps.identity, scratchAt, length);
  if (entry === 0) {
    const keyCode = keyLength === 0 ? 0 : numberOf(entryOf(maps.accessKey, key, key + keyLength));
    const createdCode =
      createdLength === 0 ? 0 : numberOf(entryOf(maps.created, created, created + createdLength));
    find(maps.identity, scratchAt, length); // for the place to add it at
    entry = add(maps.identity, scratchAt, length, learnIdentity(value, keyCode, createdCode), 0);
  }
  store<u32>(guessPlace(template), entry);
  identityCode = numberOf(entry);
  return true;
}
