import type { JsonObject } from '../record/json.ts';
import { recordKeys } from '../record/top-level-keys.ts';
import type { Mend, Range } from './file-records.ts';
import { isRecord } from './is-record.ts';
import { isWordByte, looseKeyAt, quoteLength, skipAnySpace, skipWord } from './lenient-text.ts';
import { repairRecord } from './repair-record.ts';

/** What was made of a stretch of bytes between whole values, in the order in which it stands there. */
export type Salvaged =
  | SalvagedRecord
  /** Records, or what is left of them, that could not be saved. */
  | (Range & { readonly kind: 'lost'; readonly count: number; readonly cutOff: boolean })
  /** Text that is no part of any record. */
  | (Range & { readonly kind: 'text' });

/** A record that was mended, and the bytes that it was made of. */
export type SalvagedRecord = Range & {
  readonly kind: 'record';
  readonly record: JsonObject;
  /** The record as mended. */
  readonly json: string;
  /** What was mended, and where in the bytes. */
  readonly mends: readonly Mend[];
};

/** A record is at most 1 MB: a brace is not followed further than this. */
const maxRecordBytes = 2 * 1024 * 1024;

/**
 * Saves what can be saved of the bytes [start, end), in which no whole record stands. `cutOff` tells that the file ends
 * with them: then a record still open at the end is lost, since nobody knows what it lacks; otherwise whole bytes follow,
 * and it may lack no more than its braces.
 */
export function salvageGap(bytes: Uint8Array, start: number, end: number, cutOff: boolean): Salvaged[] {
  const salvaged: Salvaged[] = [];
  let done = start; // [start, done) is accounted for
  const accountUpTo = (to: number, isEnd: boolean) => {
    const { first, count } = countLost(bytes, done, to);
    if (count > 0) salvaged.push({ kind: 'lost', start: first, end: to, count, cutOff: isEnd && cutOff });
    else if (!isOnlyPunctuation(bytes, done, to))
      salvaged.push({ kind: 'text', start: skipAnySpace(bytes, done, to), end: to });
  };
  // Without a single key of a record there is nothing to save; and where braces nest without end, there is an end to trying.
  let budget = countLost(bytes, start, end, true).count === 0 ? 0 : (end - start) * 3 + maxRecordBytes;
  for (let at = start; at < end && budget > 0; ) {
    if (bytes[at] !== 0x7b || !mayStartRecord(bytes, at, end)) {
      at++;
      continue;
    }
    const limit = Math.min(end, at + maxRecordBytes);
    const repaired = repairRecord(bytes, at, limit, !cutOff || limit < end);
    budget -= repaired.end - at;
    if (repaired.object === undefined || !isRecord(repaired.object) || isEnvelope(repaired.object)) {
      at++;
      continue;
    }
    accountUpTo(at, false);
    const { object, json, mends } = repaired;
    salvaged.push({ kind: 'record', start: at, end: repaired.end, record: object, json, mends });
    at = done = repaired.end;
  }
  accountUpTo(end, true);
  return salvaged;
}

/** Whether there is nothing but white space, commas and brackets: what is left of an envelope. */
export function isOnlyPunctuation(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte <= 0x20 || byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d)
      continue;
    return false;
  }
  return true;
}

/** Whether an object opens at the brace that is no envelope by its first key. */
function mayStartRecord(bytes: Uint8Array, at: number, end: number): boolean {
  const first = skipAnySpace(bytes, at + 1, end);
  const key = looseKeyAt(bytes, first, end)?.key;
  return key === undefined ? quoteLength(bytes, first) > 0 : key !== 'Records' && key !== 'Events';
}

/** Whether it is an envelope whose braces went wrong, so that it looks like a record itself. */
function isEnvelope(object: JsonObject): boolean {
  return object.Records !== undefined || object.Events !== undefined || object.detail !== undefined;
}

/**
 * How many records these bytes are the rest of, told by keys that a record has once. Bytes that hold none of these but
 * others of a record's keys are the rest of one. `bareKeys` counts keys without quotes too.
 */
function countLost(
  bytes: Uint8Array,
  start: number,
  end: number,
  bareKeys = false,
): { first: number; count: number } {
  const counts = new Map<string, number>();
  let first = end;
  let brace = -1;
  for (let at = start; at < end; at++) {
    if (bytes[at] === 0x7b) brace = at;
    if (!isWordByte(bytes[at]) || (at > start && isWordByte(bytes[at - 1]))) continue;
    const wordEnd = skipWord(bytes, at, end);
    const key = wordEnd - at > 30 ? '' : String.fromCharCode(...bytes.subarray(at, wordEnd));
    if (recordKeys.has(key) && isKey(bytes, start, at, wordEnd, end, bareKeys)) {
      if (first === end) first = brace !== -1 && at - brace < 60 ? brace : at;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    at = wordEnd - 1;
  }
  const once = ['eventVersion', 'eventID', 'eventTime', 'awsRegion'].map((key) => counts.get(key) ?? 0);
  return { first, count: Math.max(...once, counts.size > 0 ? 1 : 0) };
}

/** Whether a word is a key: a colon after it, and unless it may be bare a quote, plain or escaped, on at least one side. */
function isKey(
  bytes: Uint8Array,
  start: number,
  wordStart: number,
  wordEnd: number,
  end: number,
  mayBeBare: boolean,
): boolean {
  let after = wordEnd;
  while (bytes[after] === 0x5c) after++;
  const closing = quoteLength(bytes, after);
  if (bytes[skipAnySpace(bytes, after + closing, end)] !== 0x3a) return false;
  if (closing > 0 || mayBeBare) return true;
  return [1, 3].some(
    (length) => wordStart - length >= start && quoteLength(bytes, wordStart - length) === length,
  );
}
