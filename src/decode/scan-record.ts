/**
 * The fast way from a record's bytes to columns: steps over the JSON once, remembers where the few values stand that
 * columns are made of, and codes them by comparing bytes. It gives the same as `summarize(JSON.parse(…))`, or nothing:
 * whatever it is not sure of (odd types, keys that only unusual records have, marks that could hide in a text, damage)
 * it leaves to the careful path, record by record. `test/decode/scan-record.test.ts` holds the two to each other.
 *
 *   {"eventVersion":…,"userIdentity":{…},"eventTime":"…",…,"requestParameters":{…},"responseElements":{…},…}
 *                     └ scan-identity     └ spans of texts └ scan-request          └ scan-response
 */
import { type EventField, eventFields } from '../record/fields.ts';
import type { Json } from '../record/json.ts';
import { isExpectedNoise, outcomeNamed } from '../record/outcome.ts';
import { isConsole, isConsoleAgent, isSignIn } from '../record/sign-in.ts';
import { serviceOf } from '../record/summarize.ts';
import { Flag } from '../record/summary.ts';
import { unusualKeys } from '../record/summary-sources.ts';
import { madeTarget, makesSomething, messageTarget, resourceTarget } from '../record/target.ts';
import { isTableRank } from '../record/target-keys.ts';
import { parseTime } from '../record/time.ts';
import type { BatchBuilder, Dictionaries } from './batch-builder.ts';
import { ByteDictionary, unknown } from './byte-dictionary.ts';
import { hashBytes } from './content-hash.ts';
import { IdentityScan } from './scan-identity.ts';
import { scanSpace, scanString, scanValue } from './scan-json.ts';
import { RequestScan } from './scan-request.ts';
import { ResponseScan } from './scan-response.ts';
import { textOf } from './text.ts';
import { parseUuidBytes } from './uuid.ts';

/** Keys at the top whose texts are kept; each has a slot for where its text stands. */
const textKeys = [
  ...['eventTime', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress', 'userAgent', 'errorCode'],
  ...['errorMessage', 'eventID', 'eventType', 'eventCategory', 'recipientAccountId', 'sharedEventID'],
  'sessionCredentialFromConsole',
] as const;
const [time, source, name, region, sourceIp, userAgent, errorCode] = [0, 1, 2, 3, 4, 5, 6];
const [errorMessage, eventId, eventType, category, recipient, sharedEventId, fromConsole] = [
  7, 8, 9, 10, 11, 12, 13,
];

/** What a key at the top is, beyond those that have a slot. */
const readOnly = 32;
const userIdentity = 33;
const resources = 34;
const requestParameters = 35;
const responseElements = 36;
const ignored = 37;
const unsure = 38;

const kindOfKey = new Map<string, number>([
  ...textKeys.map((key, slot): [string, number] => [key, slot]),
  ...[...unusualKeys, 's3'].map((key): [string, number] => [key, unsure]),
  ['readOnly', readOnly],
  ['userIdentity', userIdentity],
  ['resources', resources],
  ['requestParameters', requestParameters],
  ['responseElements', responseElements],
]);

const column = Object.fromEntries(eventFields.map((field, i) => [field, i])) as Record<EventField, number>;

/** Scans records into a builder. Holds what it has learnt of values and keys from record to record. */
export class RecordScanner {
  /** The dictionaries that it codes values in. */
  readonly dictionaries: Dictionaries;
  readonly #keys = new ByteDictionary();
  /** For each key the one that came after it last time. */
  readonly #followers: number[] = [];
  readonly #starts = new Int32Array(textKeys.length);
  readonly #ends = new Int32Array(textKeys.length);
  /** Values of event fields by their bytes, at the field's column. */
  readonly #values = eventFields.map(() => new ByteDictionary());
  readonly #codes = new Uint32Array(eventFields.length);
  readonly #identity: IdentityScan;
  readonly #request = new RequestScan();
  readonly #response = new ResponseScan();
  #readOnly: 'true' | 'false' | '' = '';
  #resourcesStart = -1;
  #resourcesEnd = -1;
  #identityStart = -1;
  #identityEnd = -1;
  /** What follows from a value, by the value's code. */
  readonly #serviceOfSource: number[] = [];
  readonly #isConsoleAgent: boolean[] = [];
  readonly #makesSomething: boolean[] = [];
  readonly #outcomeOfError: number[] = [];
  readonly #sourceTexts: string[] = [];
  readonly #eventTexts: string[] = [];
  readonly #errorTexts: string[] = [];
  /** The day of the last record: `YYYY-MM-DDT` as words, and its midnight. */
  readonly #day = new Int32Array(3);
  #midnightMs = Number.NaN;

  constructor(dictionaries: Dictionaries) {
    this.dictionaries = dictionaries;
    this.#identity = new IdentityScan(dictionaries);
  }

  /**
   * Adds the records from `start` on, elements of an array or records one after the other, with their places counted
   * from `base` on. Stops at the first that it is not sure of or that is not followed as it should be; gives the offset
   * of that, or of what follows the last.
   */
  scanRecords(
    bytes: Uint8Array,
    start: number,
    limit: number,
    isInArray: boolean,
    base: number,
    into: BatchBuilder,
  ): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = start;
    while (at < limit && bytes[at] === 0x7b) {
      const next = this.#scan(bytes, view, at, limit, isInArray, base, into);
      if (next === -1) break;
      at = next;
    }
    return at;
  }

  /**
   * Adds the record whose brace stands at `start`. The offset of what comes after it (another record, or a
   * bracket), or -1, with nothing added, when it has to be read the careful way.
   */
  #scan(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    limit: number,
    isInArray: boolean,
    base: number,
    into: BatchBuilder,
  ): number {
    const end = this.#scanTop(bytes, view, start, limit);
    const next = end === -1 ? -1 : nextRecord(bytes, end, limit, isInArray);
    if (next === -1 || !this.#codeValues(bytes, view)) return -1;
    const timeMs = this.#timeOf(bytes, view);
    if (Number.isNaN(timeMs)) return -1;
    const flags = this.#flagsOf(bytes);
    const event = into.open(start - base, end - base);
    into.timeMs[event] = timeMs;
    into.flags[event] = flags;
    into.identity[event] = this.#identity.identity;
    for (let i = 0; i < this.#codes.length; i++) into.codes[i]![event] = this.#codes[i]!;
    const idStart = this.#starts[eventId]!;
    if (idStart !== -1 && !parseUuidBytes(bytes, idStart, this.#ends[eventId]!, into.eventId, event * 4))
      into.setEventId(event, this.#text(bytes, eventId));
    into.setText('sharedEventId', event, this.#text(bytes, sharedEventId));
    into.setText('issuedKey', event, this.#response.issuedKey());
    into.contentHash[event] = hashBytes(view, start, end);
    return next;
  }

  #scanTop(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    this.#starts.fill(-1);
    this.#resourcesStart = this.#identityStart = -1;
    this.#readOnly = '';
    this.#request.reset();
    this.#response.reset();
    let at = scanSpace(bytes, start + 1, limit);
    let key = unknown;
    for (;;) {
      if (bytes[at] !== 0x22) return -1;
      const keyEnd = scanString(bytes, view, at, limit) - 1;
      if (keyEnd < 0) return -1;
      key = this.#keyAt(bytes, view, at + 1, keyEnd, key);
      at = keyEnd + 1;
      if (bytes[at] !== 0x3a) at = scanSpace(bytes, at, limit);
      if (bytes[at] !== 0x3a) return -1;
      at = this.#scanPart(this.#keys.valueOf(key), bytes, view, scanSpace(bytes, at + 1, limit), limit);
      if (at === -1) return -1;
      if (bytes[at] !== 0x2c && bytes[at] !== 0x7d) at = scanSpace(bytes, at, limit);
      if (bytes[at] === 0x7d) return at + 1;
      if (bytes[at] !== 0x2c) return -1;
      at = scanSpace(bytes, at + 1, limit);
    }
  }

  #keyAt(bytes: Uint8Array, view: DataView, start: number, end: number, before: number): number {
    const guess = before === unknown ? unknown : (this.#followers[before] ?? unknown);
    let key = this.#keys.entryOf(view, start, end, guess);
    if (key === unknown) {
      const text = textOf(bytes, start, end);
      const kind = text.includes('\\') ? unsure : (kindOfKey.get(text) ?? ignored);
      key = this.#keys.add(bytes, start, end, kind);
      if (key === unknown) key = this.#keys.add(bytes, start, end, kind);
    }
    if (before !== unknown && key !== guess) this.#followers[before] = key;
    return key;
  }

  #scanPart(kind: number, bytes: Uint8Array, view: DataView, at: number, limit: number): number {
    if (kind < textKeys.length) {
      if (bytes[at] === 0x22) {
        const end = scanString(bytes, view, at, limit);
        this.#starts[kind] = at + 1;
        this.#ends[kind] = end - 1;
        return end;
      }
      this.#starts[kind] = -1;
      return bytes[at] === 0x6e ? scanValue(bytes, view, at, limit, 1) : -1;
    }
    switch (kind) {
      case userIdentity: {
        const end = this.#identity.scan(bytes, view, at, limit);
        this.#identityStart = at;
        this.#identityEnd = end;
        return end;
      }
      case requestParameters:
        return this.#request.scan(bytes, view, at, limit);
      case responseElements:
        return this.#response.scan(bytes, view, at, limit);
      case resources: {
        const end = scanValue(bytes, view, at, limit, 1);
        this.#resourcesStart = bytes[at] === 0x5b ? at : -1;
        this.#resourcesEnd = end;
        return end;
      }
      case readOnly: {
        const byte = bytes[at];
        if (byte !== 0x74 && byte !== 0x66) return -1;
        this.#readOnly = byte === 0x74 ? 'true' : 'false';
        return scanValue(bytes, view, at, limit, 1);
      }
      case ignored:
        return scanValue(bytes, view, at, limit, 1);
      default:
        return -1;
    }
  }

  /** Works the codes of all fields out. False when unsure. */
  #codeValues(bytes: Uint8Array, view: DataView): boolean {
    const codes = this.#codes;
    if (this.#identityStart === -1 || this.#starts[source] === -1 || this.#starts[name] === -1) return false;
    if (!this.#identity.code(bytes, view, this.#identityStart, this.#identityEnd)) return false;
    codes[column.region] = this.#codeOf(column.region, region, bytes, view);
    codes[column.source_ip] = this.#codeOf(column.source_ip, sourceIp, bytes, view);
    codes[column.event_type] = this.#codeOf(column.event_type, eventType, bytes, view);
    codes[column.category] = this.#codeOf(column.category, category, bytes, view);
    codes[column.read_only] = this.dictionaries.codeOf('read_only', this.#readOnly);
    const account = this.#codeOf(column.account, recipient, bytes, view);
    codes[column.account] = account === 0 ? this.#identity.accountCode : account;
    return (
      this.#codeUserAgent(bytes, view) &&
      this.#codeSource(bytes, view) &&
      this.#codeEvent(bytes, view) &&
      this.#codeOutcome(bytes, view) &&
      this.#codeTarget(bytes, view)
    );
  }

  #codeUserAgent(bytes: Uint8Array, view: DataView): boolean {
    const code = this.#codeOf(column.user_agent, userAgent, bytes, view);
    this.#codes[column.user_agent] = code;
    this.#isConsoleAgent[code] ??= isConsoleAgent(this.#text(bytes, userAgent));
    return true;
  }

  #codeSource(bytes: Uint8Array, view: DataView): boolean {
    const code = this.#codeOf(column.source, source, bytes, view);
    if (this.#sourceTexts[code] === undefined) {
      const text = this.#text(bytes, source);
      this.#serviceOfSource[code] = this.dictionaries.codeOf('service', serviceOf(text));
      this.#sourceTexts[code] = text;
    }
    this.#codes[column.source] = code;
    this.#codes[column.service] = this.#serviceOfSource[code]!;
    const text = this.#sourceTexts[code];
    return text === text.trim() && !text.startsWith('aws:');
  }

  #codeEvent(bytes: Uint8Array, view: DataView): boolean {
    const code = this.#codeOf(column.event, name, bytes, view);
    if (this.#eventTexts[code] === undefined) {
      const text = this.#text(bytes, name);
      this.#eventTexts[code] = text;
      this.#makesSomething[code] = makesSomething(text);
    }
    this.#codes[column.event] = code;
    return this.#eventTexts[code] === this.#eventTexts[code]!.trim();
  }

  /** `error` and `outcome`. A message without a code is for the careful path. */
  #codeOutcome(bytes: Uint8Array, view: DataView): boolean {
    const code = this.#codeOf(column.error, errorCode, bytes, view);
    if (this.#errorTexts[code] === undefined) {
      const text = this.#text(bytes, errorCode);
      this.#errorTexts[code] = text;
      this.#outcomeOfError[code] = this.dictionaries.codeOf('outcome', outcomeNamed(text));
    }
    this.#codes[column.error] = code;
    this.#codes[column.outcome] = this.#outcomeOfError[code]!;
    const hasMessage =
      this.#starts[errorMessage] !== -1 && this.#ends[errorMessage]! > this.#starts[errorMessage]!;
    return this.#errorTexts[code] === this.#errorTexts[code]!.trim() && (code !== 0 || !hasMessage);
  }

  #codeTarget(bytes: Uint8Array, view: DataView): boolean {
    const request = this.#request;
    let text = '';
    if (this.#resourcesStart !== -1) {
      const value: Json = JSON.parse(textOf(bytes, this.#resourcesStart, this.#resourcesEnd));
      text = resourceTarget(value);
    }
    if (text === '' && !isTableRank(request.rank)) {
      if (this.#makesSomething[this.#codes[column.event]!]) text = madeTarget(this.#response.parse(bytes));
      if (text === '') text = messageTarget(this.#text(bytes, errorMessage));
    }
    if (text === '' && request.start !== -1) {
      this.#codes[column.target] = this.#codeAt(column.target, bytes, view, request.start, request.end);
    } else {
      this.#codes[column.target] = this.dictionaries.codeOf('target', text || request.name);
    }
    return true;
  }

  #flagsOf(bytes: Uint8Array): number {
    const codes = this.#codes;
    const sourceText = this.#sourceTexts[codes[column.source]!]!;
    const eventText = this.#eventTexts[codes[column.event]!]!;
    const error = codes[column.error]!;
    const isDriven =
      this.#isConsoleAgent[codes[column.user_agent]!] ||
      isConsole(this.#text(bytes, fromConsole), '', sourceText);
    let flags = isDriven ? Flag.console : 0;
    if (isSignIn(sourceText, eventText)) flags |= Flag.login;
    if (error !== 0 && isExpectedNoise(this.#errorTexts[error]!, this.#readOnly, eventText))
      flags |= Flag.expectedNoise;
    return flags;
  }

  /** Milliseconds since 1970; NaN when there is no time that can be read. */
  #timeOf(bytes: Uint8Array, view: DataView): number {
    const at = this.#starts[time]!;
    const day = this.#day;
    if (this.#ends[time]! - at !== 20) return at === -1 ? Number.NaN : parseTime(this.#text(bytes, time));
    const isSameDay =
      view.getInt32(at, true) === day[0] &&
      view.getInt32(at + 4, true) === day[1] &&
      view.getInt32(at + 7, true) === day[2];
    if (isSameDay && bytes[at + 13] === 0x3a && bytes[at + 16] === 0x3a && bytes[at + 19] === 0x5a) {
      const hour = twoDigits(bytes, at + 11);
      const minute = twoDigits(bytes, at + 14);
      const second = twoDigits(bytes, at + 17);
      if (hour < 24 && minute < 60 && second < 60)
        return this.#midnightMs + (hour * 3600 + minute * 60 + second) * 1000;
    }
    const text = this.#text(bytes, time);
    const timeMs = parseTime(text);
    if (/^\d{4}-\d\d-\d\dT/.test(text) && text.endsWith('Z') && !Number.isNaN(timeMs)) {
      this.#midnightMs = Math.floor(timeMs / dayMs) * dayMs;
      for (let i = 0; i < 3; i++) day[i] = view.getInt32(at + [0, 4, 7][i]!, true);
    }
    return timeMs;
  }

  /** The code of the text in a slot, as a value of the field in that column. */
  #codeOf(into: number, slot: number, bytes: Uint8Array, view: DataView): number {
    const start = this.#starts[slot]!;
    return start === -1 ? 0 : this.#codeAt(into, bytes, view, start, this.#ends[slot]!);
  }

  #codeAt(into: number, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const values = this.#values[into]!;
    const known = values.find(view, start, end);
    if (known !== unknown) return known;
    const code = this.dictionaries.codeOf(eventFields[into]!, decoded(bytes, start, end));
    values.add(bytes, start, end, code);
    return code;
  }

  /** The text in a slot; empty when the key is missing. */
  #text(bytes: Uint8Array, slot: number): string {
    const start = this.#starts[slot]!;
    return start === -1 ? '' : decoded(bytes, start, this.#ends[slot]!);
  }
}

const dayMs = 86_400_000;

/** Where what may follow a record that ends at `end` begins: another record, or the bracket or end after the last; else -1. */
function nextRecord(bytes: Uint8Array, end: number, limit: number, isInArray: boolean): number {
  let at = scanSpace(bytes, end, limit);
  if (!isInArray) return at === limit || bytes[at] === 0x7b || bytes[at] === 0x5b ? at : -1;
  if (bytes[at] !== 0x2c) return bytes[at] === 0x5d && at < limit ? at : -1;
  at = scanSpace(bytes, at + 1, limit);
  return bytes[at] === 0x7b && at < limit ? at : -1;
}

/** The text of a string whose content stands at [start, end). */
function decoded(bytes: Uint8Array, start: number, end: number): string {
  if (start === end) return '';
  const text = textOf(bytes, start, end);
  return text.includes('\\') ? JSON.parse(`"${text}"`) : text;
}

/** The number that two digits write; 100 when one is no digit. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}
