import { asObject, type Json, parseJson } from '../record/json.ts';
import { formatTime } from '../record/time.ts';
import type { Inner } from './inner.ts';
import { isRecord } from './is-record.ts';
import { type JsonNode, jsonOf, type Members, placeOf, stringOf } from './json-node.ts';
import { repairRecord } from './repair-record.ts';

/**
 * The record inside an entry of `aws cloudtrail lookup-events`. What the record says wins; what it lacks of what tells an
 * event apart is filled in from the entry's own fields.
 */
export function fillGaps(entry: Members, node: JsonNode): Inner[] {
  const inner = entry.get('CloudTrailEvent')!;
  const text = stringOf(inner) ?? '';
  const record = asObject(parseJson(text));
  if (record === undefined) return [mendedRecord(entry, inner, text)];
  const missing = Object.entries(outerFields(entry)).filter(([key]) => record[key] === undefined);
  if (missing.length === 0) return [{ value: inner }];
  const body = text.slice(0, text.lastIndexOf('}')).trimEnd();
  const filled = missing.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join();
  return [{ made: `${body}${Object.keys(record).length > 0 ? ',' : ''}${filled}}`, from: node }];
}

/** What can be had of a record that is broken: the record mended, else what the entry's own fields tell of it. */
function mendedRecord(entry: Members, inner: JsonNode, text: string): Inner {
  const { start } = placeOf(inner);
  const bytes = Buffer.from(text);
  const { object, json, mends } = repairRecord(bytes, bytes.indexOf('{'), bytes.length, false);
  if (object !== undefined && isRecord(object)) {
    return { made: json, from: inner, mends: mends.map(({ what }) => ({ what, offset: start })) };
  }
  const what = 'a record too broken to be read: only what its entry says of it is left';
  return { made: recordOfLookup(entry), from: inner, mends: [{ what, offset: start }] };
}

/** The record that an entry's own fields make, when it has no CloudTrailEvent. */
export function recordOfLookup(entry: Members): string {
  return JSON.stringify(outerFields(entry));
}

/** An entry's own fields by the names they have in records; absent ones left out. */
function outerFields(entry: Members): { [key: string]: Json } {
  const fields: { [key: string]: Json } = {};
  const copy = (from: string, to: string) => {
    const value = jsonOf(entry.get(from));
    if (value !== undefined && value !== null && value !== '') fields[to] = value;
  };
  copy('EventId', 'eventID');
  copy('EventName', 'eventName');
  copy('EventSource', 'eventSource');
  const time = jsonOf(entry.get('EventTime'));
  const text = typeof time === 'number' ? isoOfSeconds(time) : time;
  if (typeof text === 'string') fields.eventTime = text;
  const identity: { [key: string]: Json } = {};
  const userName = stringOf(entry.get('Username'));
  const accessKeyId = stringOf(entry.get('AccessKeyId'));
  if (userName) identity.userName = userName;
  if (accessKeyId) identity.accessKeyId = accessKeyId;
  if (userName || accessKeyId) fields.userIdentity = identity;
  return fields;
}

/** The CLI writes times as seconds since 1970, often with a fraction of `.0`. */
function isoOfSeconds(seconds: number): string {
  return formatTime(seconds * 1000) || String(seconds);
}
