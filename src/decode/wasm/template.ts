/**
 * Templates: what is left of a userIdentity when the texts are cut out in which the identities of a role differ: the access
 * key, when the session began, and the session's name, which stands at the end of two texts. The bytes of such an entry: a
 * head with the cuts in the order in which they stand, then the rest. A cut: where it is in the rest u32 · kind u16 · length
 * u16, which is 0 for a name, for names may have any.
 */
import { add, bytesOf, copyBytes, find, isSame, lengthOf } from './dictionary';
import * as walked from './identity-walk';
import { hintsAt, scratchAt, scratchLength } from './layout';
import * as maps from './maps';
import { isPlainText, walkPlainString } from './walk';

const cutLength: usize = 8;
const headLength: usize = 4 * cutLength;
const maxLength: usize = scratchLength - headLength;
// Kinds of cuts; 0 ends them.
const keyCut: u32 = 1;
const createdCut: u32 = 2;
const nameCut: u32 = 3;

/** After `findTemplate` or `templateOf`: where the texts stand that were cut out; both 0 for none. */
export let keyStart: usize = 0;
export let keyEnd: usize = 0;
export let createdStart: usize = 0;
export let createdEnd: usize = 0;
export let nameStart: usize = 0;
export let nameEnd: usize = 0;

/** After `findTemplate`: the template that stands there, and the address after the identity. */
export let found: usize = 0;
export let foundEnd: usize = 0;

let templateCount: i32 = 0;

/**
 * The place of the hint for an identity: told by some of the bytes in
 * which those of the usual forms differ from role to role.
 */
function hintAt(start: usize): usize {
  const some = load<u64>(start, 38) ^ rotl(load<u64>(start, 48), 21);
  return hintsAt + (usize((some * 0x9e3779b97f4a7c15) >>> 52) << 2);
}

/**
 * Whether the identity that begins at `start` is one of a known template: then it need not be walked, for it differs from one
 * that was walked in plain texts only. A guess: says no to many that are known.
 */
export function findTemplate(start: usize): bool {
  const template: usize = load<u32>(hintAt(start));
  if (template === 0) return false;
  clearCuts();
  const head = bytesOf(template);
  let own = head + headLength;
  const rest = own;
  let at = start;
  for (let cut = head; cut < rest; cut += cutLength) {
    const kind: u32 = load<u16>(cut, 4);
    if (kind === 0) break;
    const length = rest + load<u32>(cut) - own;
    if (!isSame(own, at, length)) return false;
    own += length;
    at += length;
    const end = endOfCut(kind, at, load<u16>(cut, 6));
    if (end === 0) return false;
    noteCut(kind, at, end);
    at = end;
  }
  const length = head + lengthOf(template) - own;
  if (!isSame(own, at, length)) return false;
  found = template;
  foundEnd = at + length;
  return foundEnd - start <= maxLength;
}

/** Where the text ends that should stand at `at`; 0 when something else does, or it is not plain. */
function endOfCut(kind: u32, at: usize, length: usize): usize {
  if (kind !== nameCut) return isPlainText(at, length) ? at + length : 0;
  if (nameStart === 0) return max(walkPlainString(at - 1), 1) - 1;
  return isSame(nameStart, at, nameEnd - nameStart) ? at + nameEnd - nameStart : 0;
}

/** The template of the identity [start, end) that was walked; 0 when it is too long for one. */
export function templateOf(start: usize, end: usize): usize {
  if (end - start > maxLength) return 0;
  clearCuts();
  const nameLength = findNameLength();
  memory.fill(scratchAt, 0, headLength);
  const rest = scratchAt + headLength;
  let cut: usize = scratchAt;
  let from = start;
  let to = rest;
  for (let span: u32 = 0; span < walked.spanCount; span++) {
    const kind = kindOfCut(walked.kindOfSpan(span), nameLength);
    if (kind === 0) continue;
    const textEnd = walked.endOfSpan(span);
    const textStart = kind === nameCut ? textEnd - nameLength : walked.startOfSpan(span);
    to = copyBytes(from, to, u32(textStart - from));
    store<u32>(cut, u32(to - rest));
    store<u16>(cut, kind, 4);
    store<u16>(cut, kind === nameCut ? 0 : u16(textEnd - textStart), 6);
    cut += cutLength;
    noteCut(kind, textStart, textEnd);
    from = textEnd;
  }
  const length = u32(copyBytes(from, to, u32(end - from)) - scratchAt);
  let template = find(maps.template, scratchAt, length);
  if (template === 0) template = add(maps.template, scratchAt, length, ++templateCount, 0);
  store<u32>(hintAt(start), template);
  return template;
}

function kindOfCut(text: u32, nameLength: usize): u32 {
  if (text === walked.accessKeyText) return keyCut;
  if (text === walked.createdText) return createdCut;
  return nameLength === 0 ? 0 : nameCut;
}

/** Length of the session's name when the principalId ends with it, after a colon, and the ARN, after a slash; else 0. */
function findNameLength(): usize {
  let idStart: usize = 0;
  let idEnd: usize = 0;
  let arnStart: usize = 0;
  let arnEnd: usize = 0;
  for (let span: u32 = 0; span < walked.spanCount; span++) {
    const kind = walked.kindOfSpan(span);
    if (kind === walked.principalIdText) {
      idStart = walked.startOfSpan(span);
      idEnd = walked.endOfSpan(span);
    } else if (kind === walked.arnText) {
      arnStart = walked.startOfSpan(span);
      arnEnd = walked.endOfSpan(span);
    }
  }
  while (idStart < idEnd && load<u8>(idStart) !== 0x3a) idStart++;
  if (idStart === idEnd || arnStart === 0) return 0;
  const length = idEnd - idStart - 1;
  if (length === 0 || arnEnd - arnStart <= length) return 0;
  const isInArn = load<u8>(arnEnd - length - 1) === 0x2f && isSame(arnEnd - length, idStart + 1, length);
  return isInArn ? length : 0;
}

function clearCuts(): void {
  keyStart = keyEnd = createdStart = createdEnd = nameStart = nameEnd = 0;
}

function noteCut(kind: u32, start: usize, end: usize): void {
  if (kind === keyCut) {
    keyStart = start;
    keyEnd = end;
  } else if (kind === createdCut) {
    createdStart = start;
    createdEnd = end;
  } else {
    nameStart = start;
    nameEnd = end;
  }
}
