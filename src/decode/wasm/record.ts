/**
 * The fast way from records to columns: steps over each record once, remembers where the few values stand that columns are
 * made of, and codes them by comparing bytes. Gives the same as `summarize(JSON.parse(…))`, or nothing: whatever it is not
 * sure of it leaves to the careful path, record by record. `test/decode/scan-record.test.ts` holds the two to each other.
 */

import { arnEnd, arnStart, findArn } from './arn';
import { entryGuessed, entryOf } from './coded';
import { beginDictionaries, extraOf, forgetSurplus, guessPlace, numberOf } from './dictionary';
import { fail, failedAt } from './failure';
import { hashBytes } from './hash';
import { accountCode, caller, clearIdentity, codeIdentity, identityCode, walkIdentity } from './identity';
import {
  codeOfOddId,
  learn,
  noteIssuedKey,
  noteSharedId,
  targetInMessage,
  targetInResources,
  targetInResponse,
  targetInValue,
} from './imports';
import { findInner, hasName, innerEnd, innerStart } from './inner-name';
import { goOnAfter, key, readKey } from './keys';
import * as at from './layout';
import * as maps from './maps';
import { clearNames, nameEnd, nameStart, namesNothing, ofRequest, ofResponse, rankIn } from './naming';
import { walkRequest } from './request';
import { clearResponse, issuedEnd, issuedStart, responseEnd, responseStart, walkResponse } from './response';
import { parseTime } from './time';
import { parseUuid } from './uuid';
import { walkSpace, walkString, walkValue } from './walk';

export { hashBytes } from './hash';
export {
  codeColumns,
  codesAt,
  contentHashAt,
  endAt,
  eventIdAt,
  extraAt,
  flagsAt,
  identityAt,
  paddingLength,
  rowCapacity,
  startAt,
  timeMsAt,
  windowAt,
  windowLength,
} from './layout';

// Slots of texts at the top, and columns of codes: `scan-module.ts` has them in the same order.
const time = 0;
const source = 1;
const event = 2;
const region = 3;
const sourceIp = 4;
const userAgent = 5;
const error = 6;
const eventType = 7;
const category = 8;
const recipient = 9;
const errorMessage = 10;
const eventId = 11;
const sharedEventId = 12;
const fromConsole = 13;

const target = 10;
const service = 11;
const outcome = 12;
const readOnly = 13;

/** Of an event: that such calls make something. */
const makes: u32 = 1;

/** Where the scan stopped: at a record that it gave up, or at what follows the last. */
export let stoppedAt: usize = 0;
/** Ranks of naming parameters below this are those of the table. */
let tableRanks: i32 = 0;
/** True when what it gave up goes on where the window ends. */
export let isCut: bool = false;

let readOnlyStart: usize = 0;
let readOnlyEnd: usize = 0;
let resourcesStart: usize = 0;
let resourcesEnd: usize = 0;

/** Prepares the memory: call it once. `ranks` is the number of ranks in the table of naming parameters. */
export function begin(ranks: i32): void {
  tableRanks = ranks;
  beginDictionaries();
  memory.fill(at.masksAt, 0xff, 16);
}

/**
 * Scans the records from `start` on, elements of an array or records one after the other; `limit` is where the input
 * ends, or (`isLast` is false) where the window over it does. Gives the number of events whose columns were filled.
 */
export function scanRecords(start: usize, limit: usize, isInArray: bool, isLast: bool): u32 {
  let from = start;
  let row: u32 = 0;
  isCut = false;
  while (row < at.rowCapacity && load<u8>(from) === 0x7b) {
    forgetSurplus();
    const next = scanRecord(from, limit, isInArray, isLast, row);
    if (next === 0) {
      // Words are looked at whole, so that a cut may show some bytes before.
      isCut = !isLast && failedAt + 16 > limit;
      break;
    }
    from = next;
    row++;
  }
  stoppedAt = from;
  return row;
}

function scanRecord(start: usize, limit: usize, isInArray: bool, isLast: bool, row: u32): usize {
  const end = walkRecord(start);
  if (end === 0) return 0;
  const next = nextRecord(end, limit, isInArray, isLast);
  if (next === 0) return 0;
  if (!codeRecord(row)) return fail(start);
  store<u32>(at.startAt + (row << 2), start);
  store<u32>(at.endAt + (row << 2), end);
  store<f64>(at.contentHashAt + (row << 3), hashBytes(start, end));
  return next;
}

/** Where what may follow a record that ends at `end` begins: another record, or the bracket or end after the last; else 0. */
function nextRecord(end: usize, limit: usize, isInArray: bool, isLast: bool): usize {
  let next = walkSpace(end);
  const byte = load<u8>(next);
  if (!isInArray) return byte === 0x7b || byte === 0x5b || (next === limit && isLast) ? next : fail(next);
  if (byte === 0x5d) return next;
  if (byte !== 0x2c) return fail(next);
  next = walkSpace(next + 1);
  return load<u8>(next) === 0x7b ? next : fail(next);
}

function walkRecord(start: usize): usize {
  for (let i: usize = 0; i < 128; i += 16) v128.store(at.textsAt + i, i64x2.splat(0));
  readOnlyStart = resourcesStart = 0;
  clearIdentity();
  clearNames(ofRequest);
  clearResponse();
  let to = walkSpace(start + 1);
  let own = at.topHeadAt;
  while (true) {
    goOnAfter(own);
    to = readKey(maps.topKey, to);
    if (to === 0) return 0;
    own = key;
    to = walkPart(numberOf(own), to);
    if (to === 0) return 0;
    let after = load<u8>(to);
    if (after <= 0x20) {
      to = walkSpace(to);
      after = load<u8>(to);
    }
    if (after === 0x7d) return to + 1;
    if (after !== 0x2c) return fail(to);
    to = load<u8>(to, 1) > 0x20 ? to + 1 : walkSpace(to + 1);
  }
}

function walkPart(kind: i32, start: usize): usize {
  if (kind >= 0 && kind < maps.textSlots) return walkText(kind, start);
  switch (kind) {
    case maps.identityKey:
      return walkIdentity(start);
    case maps.requestKeyAtTop:
      return walkRequest(start);
    case maps.responseKeyAtTop:
      return walkResponse(start);
    case maps.resourcesKey: {
      const end = walkValue(start);
      resourcesStart = load<u8>(start) === 0x5b ? start : 0;
      resourcesEnd = end;
      return end;
    }
    case maps.readOnlyKey: {
      const end = walkValue(start);
      readOnlyStart = start;
      readOnlyEnd = end;
      return end;
    }
    case maps.ignoredKey:
      return walkValue(start);
  }
  return fail(start);
}

function walkText(slot: i32, start: usize): usize {
  const place = at.textsAt + (slot << 3);
  if (load<u8>(start) !== 0x22) {
    store<u64>(place, 0);
    return load<u32>(start) === 0x6c6c756e ? start + 4 : fail(start); // null
  }
  const end = walkString(start);
  store<u32>(place, start + 1);
  store<u32>(place, end - 1, 4);
  return end;
}

/** Where the text of a slot begins; 0 when there is none. */
function textStart(slot: i32): usize {
  return load<u32>(at.textsAt + (slot << 3));
}

function textEnd(slot: i32): usize {
  return load<u32>(at.textsAt + (slot << 3), 4);
}

function setCode(column: i32, row: u32, code: i32): void {
  store<i32>(at.codesAt + ((column * at.rowCapacity + row) << 2), code);
}

/** Codes the text of a slot as `codeGuessed` does. Its guess is what was met last. */
function codeText(slot: i32, row: u32): usize {
  return codeGuessed(slot, row, lastPlace(maps.columns + slot));
}

/** Where a guess of the source's entry is kept: there are few sources, told apart by their first letters and their length. */
function sourceHint(): usize {
  const start = textStart(source);
  const letters = load<u32>(start) ^ (u32(textEnd(source) - start) << 13);
  return at.sourceHintsAt + (((letters * 0x9e3779b1) >>> 24) << 2);
}

/** Where the entry of a map that was met last is kept. */
function lastPlace(map: u32): usize {
  return at.lastsAt + (map << 2);
}

/** Codes the text of a slot into the column of the same number. Gives its entry; 0 for a missing or empty text. */
function codeGuessed(slot: i32, row: u32, place: usize): usize {
  const start = textStart(slot);
  const end = textEnd(slot);
  if (start === end) {
    setCode(slot, row, 0);
    return 0;
  }
  const entry = entryGuessed(maps.columns + slot, start, end, place);
  setCode(slot, row, numberOf(entry));
  return entry;
}

/** Works out the columns of the record that was walked. False when unsure. */
function codeRecord(row: u32): bool {
  if (textStart(time) === 0) return false;
  const timeMs = parseTime(textStart(time), textEnd(time));
  if (isNaN(timeMs) || !codeIdentity()) return false;
  const sourceEntry = codeGuessed(source, row, sourceHint());
  if (sourceEntry === 0) return false;
  const eventEntry = codeGuessed(event, row, guessPlace(sourceEntry));
  if (eventEntry === 0) return false;
  const sourceCode = numberOf(sourceEntry);
  const eventCode = numberOf(eventEntry);
  const errorEntry = codeText(error, row);
  const errorCode = errorEntry === 0 ? 0 : numberOf(errorEntry);
  if (sourceCode === maps.unsure || eventCode === maps.unsure || errorCode === maps.unsure) return false;
  // A message without a code makes a failure as well.
  if (errorCode === 0 && textStart(errorMessage) !== textEnd(errorMessage)) return false;
  let readOnlyCode = 0;
  if (readOnlyStart !== 0)
    readOnlyCode = numberOf(
      entryGuessed(maps.readOnly, readOnlyStart, readOnlyEnd, lastPlace(maps.readOnly)),
    );
  if (!codeTarget(row, (extraOf(eventEntry) & makes) !== 0)) return false;
  store<f64>(at.timeMsAt + (row << 3), timeMs);
  store<u32>(at.identityAt + (row << 2), identityCode);
  setCode(service, row, extraOf(sourceEntry) >>> 8);
  setCode(outcome, row, errorEntry === 0 ? successCode() : extraOf(errorEntry));
  setCode(readOnly, row, readOnlyCode);
  codeText(region, row);
  // Who calls mostly calls from the same place, with the same program.
  codeGuessed(sourceIp, row, guessPlace(caller, 1));
  codeText(eventType, row);
  codeText(category, row);
  const userAgentEntry = codeGuessed(userAgent, row, guessPlace(caller, 2));
  if (codeText(recipient, row) === 0) setCode(recipient, row, accountCode);
  let flags = (userAgentEntry === 0 ? 0 : extraOf(userAgentEntry)) | (extraOf(sourceEntry) & 0xff);
  if (textStart(fromConsole) !== textEnd(fromConsole))
    flags |= numberOf(entryOf(maps.fromConsole, textStart(fromConsole), textEnd(fromConsole)));
  flags |= verdict(maps.signIn, 0, sourceCode, eventCode, guessPlace(eventEntry));
  if (errorCode !== 0)
    flags |= verdict(maps.noise, errorCode, readOnlyCode, eventCode, guessPlace(eventEntry, 1));
  store<u16>(at.flagsAt + (row << 1), flags);
  codeEventId(row);
  if (textStart(sharedEventId) !== textEnd(sharedEventId))
    noteSharedId(row, textStart(sharedEventId), textEnd(sharedEventId));
  if (issuedStart !== 0) noteIssuedKey(row, issuedStart, issuedEnd);
  return true;
}

let ok: i32 = 0;

function successCode(): i32 {
  if (ok === 0) ok = learn(maps.success, 0, 0);
  return ok;
}

/** The flag that follows from several codes together. */
function verdict(map: u32, a: i32, b: i32, c: i32, place: usize): i32 {
  store<i32>(at.scratchAt, a);
  store<i32>(at.scratchAt, b, 4);
  store<i32>(at.scratchAt, c, 8);
  return numberOf(entryGuessed(map, at.scratchAt, at.scratchAt + 12, place));
}

/** A resource, else the best naming parameter, else what the response or the error message names. */
function codeTarget(row: u32, makesSomething: bool): bool {
  let code = 0;
  if (resourcesStart !== 0)
    code = findArn(resourcesStart)
      ? numberOf(entryOf(maps.target, arnStart, arnEnd))
      : targetInResources(resourcesStart, resourcesEnd);
  if (code === 0 && rankIn(ofRequest) >= tableRanks) {
    if (makesSomething && responseStart !== 0)
      code =
        rankIn(ofResponse) === namesNothing
          ? targetInResponse(responseStart, responseEnd)
          : nameIn(ofResponse);
    if (code === 0 && textStart(errorMessage) !== textEnd(errorMessage))
      code = targetInMessage(textStart(errorMessage), textEnd(errorMessage));
  }
  if (code === 0 && nameStart(ofRequest) !== 0) code = nameIn(ofRequest);
  setCode(target, row, code);
  return true;
}

/** The code, as a target, of what an object names. */
function nameIn(naming: usize): i32 {
  const start = nameStart(naming);
  const end = nameEnd(naming);
  if (load<u8>(start) === 0x22) return numberOf(entryOf(maps.target, start + 1, end - 1));
  if (findInner(start, end) === hasName) return numberOf(entryOf(maps.target, innerStart, innerEnd));
  return targetInValue(start, end);
}

function codeEventId(row: u32): void {
  const into = at.eventIdAt + (row << 4);
  const start = textStart(eventId);
  const end = textEnd(eventId);
  if (end - start === 36 && parseUuid(start, into)) return;
  store<u64>(into, 0);
  store<u32>(into, 0, 8);
  store<u32>(into, start === end ? 0 : codeOfOddId(start, end), 12);
}
