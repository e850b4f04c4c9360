import type { JsonObject } from '../record/json.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { isRecord } from './is-record.ts';
import { parseObject } from './parse-object.ts';
import { skipObject, skipSpace } from './skip-object.ts';

/**
 * Takes the records that stand from the offset on, as far as it is sure of them and of what stands between them: elements of
 * an array, or records one after the other. Gives the offset of what it did not take: a record, or what follows the last.
 */
export type ScanRecords = (start: number, isInArray: boolean) => number;

/** Takes a record that stands as plain JSON at [start, end) of the bytes read. */
export type TakeRecord = (record: JsonObject, start: number, end: number) => void;

/**
 * How far plain reading came. All before `offset` is read; the careful path goes on from there, inside the
 * brackets of `open`.
 */
export type Stop = {
  readonly offset: number;
  /** Brackets that are open at the offset: none, an array of records, or a trail file's. */
  readonly open: '' | '[' | '{[' | '{';
  /** True when a value ends just before the offset, so that a comma or a closing bracket comes next. */
  readonly afterValue: boolean;
  /** What was read, in words; undefined when nothing was recognised. */
  readonly what: string | undefined;
};

/**
 * Reads what CloudTrail itself writes: trail files, arrays of records, records one after the other with or without
 * lines between. Stops at the first thing that is anything else. A record is only taken once what follows it is seen to be
 * well-formed, so that a stray brace in its middle cannot pass off half of it as the whole.
 */
export function readPlainly(
  bytes: Uint8Array,
  start: number,
  end: number,
  scan: ScanRecords,
  take: TakeRecord,
): Stop {
  let at = skipSpace(bytes, start, end);
  let what: string | undefined;
  let values = 0;
  while (at < end) {
    const records = openingOfRecords(bytes, at, end);
    if (records !== undefined) {
      const name = records.open === '{[' ? 'trail file' : 'array of records';
      let taken = 0;
      const scanElements = (from: number) => {
        const to = scan(from, true);
        if (to > from) taken++;
        return to;
      };
      const stop = readElements(bytes, records.at, end, records.open, scanElements, (record, from, to) => {
        taken++;
        take(record, from, to);
      });
      // What does not even begin with a record is looked at whole.
      if (stop.open !== '' && taken === 0)
        return { offset: at, open: '', afterValue: false, what: what ?? name };
      what ??= name;
      if (stop.open !== '') return { ...stop, what };
      at = stop.offset;
    } else {
      const close = bytes[at] === 0x7b ? skipObject(bytes, at, end) : -1;
      const record = close === -1 ? undefined : parseObject(bytes, at, close);
      const next = skipSpace(bytes, close, end);
      const endsWell = next === end || bytes[next] === 0x7b || bytes[next] === 0x5b;
      if (record === undefined || !isRecord(record) || !endsWell) break;
      what ??= next === end ? 'single record' : 'records, one after the other';
      take(record, at, close);
      at = scan(next, false);
    }
    values++;
    at = skipSpace(bytes, at, end);
  }
  if (values > 1 && what === 'trail file') what = 'trail files, one after the other';
  return { offset: at, open: '', afterValue: false, what };
}

/** Where the elements begin when an array of records or a trail file opens here. */
function openingOfRecords(
  bytes: Uint8Array,
  at: number,
  end: number,
): { at: number; open: '[' | '{[' } | undefined {
  if (bytes[at] === 0x5b) return { at: at + 1, open: '[' };
  const key = skipSpace(bytes, at + 1, end);
  if (bytes[at] !== 0x7b || decodeUtf8(bytes, key, key + 9) !== '"Records"') return undefined;
  const colon = skipSpace(bytes, key + 9, end);
  const bracket = skipSpace(bytes, colon + 1, end);
  if (bytes[colon] !== 0x3a || bytes[bracket] !== 0x5b) return undefined;
  return { at: bracket + 1, open: '{[' };
}

/** An element of an array that is a record. */
export type RecordElement = {
  readonly record: JsonObject;
  /** One past its last byte. */
  readonly end: number;
  /** Where the next element begins, or the closing bracket stands. */
  readonly next: number;
};

/** The record that stands at `at` in an array; undefined when it or what follows it is not well-formed. */
export function readElement(bytes: Uint8Array, at: number, end: number): RecordElement | undefined {
  const close = bytes[at] === 0x7b ? skipObject(bytes, at, end) : -1;
  if (close === -1) return undefined;
  const separator = skipSpace(bytes, close, end);
  const isLast = bytes[separator] === 0x5d;
  const next = !isLast && bytes[separator] === 0x2c ? skipSpace(bytes, separator + 1, end) : separator;
  if (next >= end || !(isLast || (next > separator && bytes[next] === 0x7b))) return undefined;
  const record = parseObject(bytes, at, close);
  return record !== undefined && isRecord(record) ? { record, end: close, next } : undefined;
}

/** Reads records up to the brackets' end; the stop's `open` is empty when all of it was read. */
function readElements(
  bytes: Uint8Array,
  start: number,
  end: number,
  open: '[' | '{[',
  scan: (start: number) => number,
  take: TakeRecord,
): Omit<Stop, 'what'> {
  let at = skipSpace(bytes, start, end);
  let afterValue = false;
  while (at < end) {
    if (!afterValue && bytes[at] === 0x5d) break;
    at = scan(at);
    if (bytes[at] === 0x5d) break;
    const element = readElement(bytes, at, end);
    if (element === undefined) return { offset: at, open, afterValue: false };
    take(element.record, at, element.end);
    at = element.next;
    afterValue = bytes[at] === 0x5d;
    if (afterValue) break;
  }
  if (at >= end) return { offset: end, open, afterValue };
  if (open === '[') return { offset: at + 1, open: '', afterValue: false };
  const brace = skipSpace(bytes, at + 1, end);
  if (bytes[brace] === 0x7d && brace < end) return { offset: brace + 1, open: '', afterValue: false };
  return { offset: at + 1, open: '{', afterValue: true };
}
