/**
 * Codes userIdentity. The identities of a role differ in three texts only: the session's name, the access key, and when the
 * session began. What is left when these are cut out, the *template*, repeats far more often. A template and a name are a
 * *caller*, which is parsed once; an identity is then a caller, a key and a time.
 */
import { entryOf } from './coded';
import {
  add,
  bytesOf,
  copyBytes,
  extraOf,
  find,
  guessPlace,
  holdsBytes,
  isSame,
  lengthOf,
  numberOf,
} from './dictionary';
import { walkIdentityObject } from './identity-walk';
import { learn, learnIdentity } from './imports';
import { extraAt, scratchAt } from './layout';
import * as maps from './maps';
import {
  createdEnd,
  createdStart,
  findTemplate,
  found,
  foundEnd,
  keyEnd,
  keyStart,
  nameEnd,
  nameStart,
  templateOf,
} from './template';

/** After `codeIdentity`: the identity, its caller, and the code of the account of the caller. */
export let identityCode: i32 = 0;
export let caller: usize = 0;
export let accountCode: u32 = 0;

let start: usize = 0;
let end: usize = 0;
let template: usize = 0;

/** Forgets the last record. */
export function clearIdentity(): void {
  start = 0;
}

/** Walks the userIdentity that stands at `at`. */
export function walkIdentity(at: usize): usize {
  start = at;
  if (findTemplate(at)) {
    template = found;
    end = foundEnd;
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
  caller = callerOf(template);
  const value = numberOf(caller);
  if (value === maps.unsure) return false;
  accountCode = extraOf(caller);
  const keyLength = u32(keyEnd - keyStart);
  const createdLength = u32(createdEnd - createdStart);
  store<u32>(scratchAt, value);
  const to = copyBytes(createdStart, copyBytes(keyStart, scratchAt + 4, keyLength), createdLength);
  const length = u32(to - scratchAt);
  const last: usize = load<u32>(guessPlace(caller));
  if (last !== 0 && lengthOf(last) === length && holdsBytes(last, scratchAt)) {
    identityCode = numberOf(last);
    return true;
  }
  let entry = find(maps.identity, scratchAt, length);
  if (entry === 0) {
    const keyCode = keyLength === 0 ? 0 : numberOf(entryOf(maps.accessKey, keyStart, keyEnd));
    const createdCode = createdLength === 0 ? 0 : numberOf(entryOf(maps.created, createdStart, createdEnd));
    find(maps.identity, scratchAt, length); // for the place to add it at
    entry = add(maps.identity, scratchAt, length, learnIdentity(value, keyCode, createdCode), 0);
  }
  store<u32>(guessPlace(caller), entry);
  identityCode = numberOf(entry);
  return true;
}

/** The caller that a template and the name that was cut out make. */
function callerOf(template: usize): usize {
  const nameLength = nameEnd - nameStart;
  const length = u32(4 + nameLength);
  const last: usize = load<u32>(guessPlace(template));
  if (last !== 0 && lengthOf(last) === length && isSame(bytesOf(last) + 4, nameStart, nameLength))
    return last;
  store<i32>(scratchAt, numberOf(template));
  copyBytes(nameStart, scratchAt + 4, u32(nameLength));
  let entry = find(maps.caller, scratchAt, length);
  if (entry === 0) {
    const value = learn(maps.caller, start, end);
    entry = add(maps.caller, scratchAt, length, value, load<u32>(extraAt));
  }
  store<u32>(guessPlace(template), entry);
  return entry;
}
