import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../record/json.ts';
import { decodeUtf8, holds } from './decode-utf8.ts';
import type { Mend, Range } from './file-records.ts';
import type { Inner } from './inner.ts';
import {
  isArray,
  isObject,
  isString,
  itemsOf,
  type JsonNode,
  membersOf,
  placeOf,
  repeatedMembersOf,
  stringOf,
} from './json-node.ts';
import { parseObject } from './parse-object.ts';
import { rowOf } from './query-rows.ts';
import { shapes } from './shapes.ts';

/** A record that was found in a file. */
export type Found = {
  readonly record: JsonObject;
  /** Where in the file it was read from. */
  readonly place: Range;
  /** Its JSON, when it does not stand at its place as such; undefined when it does. */
  readonly json: string | undefined;
  readonly mends: readonly Mend[];
};

/** What looking into values needs of the one who asked. */
export type Search = {
  /** Takes a record; `what` is the shape it came in, empty when there is nothing to say of it. */
  take(found: Found, what: string): void;
  /** Takes note of something that is no CloudTrail event: its shape, and how many S3 objects it points to. */
  pass(what: string, pointsTo: number): void;
  /** Reads a text that stood in a string and is to be searched in turn. True when there were records in it. */
  readText(bytes: Uint8Array, place: Range, what: string, level: number): boolean;
  /** Notes that something which may hold records lies too deep. */
  tooDeep(node: JsonNode): void;
  /** Notes that no record stands where one is due. */
  skip(node: JsonNode): void;
};

/** Envelopes in envelopes: beyond this level nothing is unwrapped. */
const maxLevel = 24;

/** Inflated bytes of a compressed value within JSON (CloudWatch Logs sends at most a few MB). */
const maxPackedValue = 64 * 1024 * 1024;

/**
 * Finds the records in a value, through all envelopes of the shape table
 * and any other object, array or string. True when there were any.
 */
export function findRecords(node: JsonNode, search: Search, what: string, level: number): boolean {
  if (level > maxLevel) {
    if (mayHoldRecords(node)) search.tooDeep(node);
    return false;
  }
  if (isArray(node)) {
    const row = rowOf(node);
    if (row !== undefined && findRecords(row, search, what, level + 1)) return true;
    return findInEach(itemsOf(node), search, what, level);
  }
  if (isString(node)) return findInString(node, search, what, level);
  if (!isObject(node)) return false;

  if (!mayHoldRecords(node)) return false;
  const members = membersOf(node);
  for (const shape of shapes) {
    if (!shape.recognise(members, node)) continue;
    if (shape.pointsTo !== undefined) {
      search.pass(shape.what, shape.pointsTo(members));
      return false;
    }
    const name = what || shape.what;
    if (shape.unwrap === undefined) return findInEach(members.values(), search, name, level);
    let found = false;
    for (const inner of shape.unwrap(members, node)) {
      if (found && 'made' in inner && inner.ifNoOther) continue;
      found = takeInner(inner, search, name, level) || found;
    }
    if (!found) continue;
    findInEach(repeatedMembersOf(members), search, name, level);
    return true;
  }
  return findInEach(members.values(), search, what, level);
}

function findInEach(nodes: Iterable<JsonNode>, search: Search, what: string, level: number): boolean {
  let found = false;
  for (const node of nodes) found = findRecords(node, search, what, level + 1) || found;
  return found;
}

/** Takes what an envelope holds. True when it was recognised. */
export function takeInner(inner: Inner, search: Search, what: string, level: number): boolean {
  if ('value' in inner) {
    const recognised = findRecords(inner.value, search, what, level + 1);
    if (inner.due && !recognised) search.skip(inner.value);
    return recognised;
  }
  const node = 'record' in inner ? inner.record : inner.from;
  const json = 'made' in inner ? inner.made : node.place && decodeUtf8(node.bytes, node.start, node.end);
  const bytes = 'made' in inner ? Buffer.from(inner.made) : node.bytes;
  const record =
    'made' in inner ? parseObject(bytes, 0, bytes.length) : parseObject(bytes, node.start, node.end);
  if (record === undefined) return false;
  const mends = 'made' in inner ? (inner.mends ?? []) : [];
  search.take({ record, place: placeOf(node), json, mends }, what);
  return true;
}

/** Looks into a string that holds JSON, or base64 of gzip (`H4sI`), as CloudWatch Logs hands it to subscribers. */
function findInString(node: JsonNode, search: Search, what: string, level: number): boolean {
  const { bytes, start, end } = node;
  const isPacked = isPackedText(bytes, start);
  if (!isPacked && !(holds(bytes, start, end, '{') && mayHoldRecords(node))) return false;
  const text = stringOf(node) ?? '';
  const inner = isPacked ? unpackBase64(text) : Buffer.from(text);
  return inner !== undefined && search.readText(inner, placeOf(node), what, level + 1);
}

/** Whether a string opens with the beginning of gzip in base64. */
export function isPackedText(bytes: Uint8Array, quote: number): boolean {
  return (
    bytes[quote + 1] === 0x48 &&
    bytes[quote + 2] === 0x34 &&
    bytes[quote + 3] === 0x73 &&
    bytes[quote + 4] === 0x49
  );
}

function unpackBase64(text: string): Uint8Array | undefined {
  try {
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: maxPackedValue });
  } catch {
    return undefined;
  }
}

/** Texts of which at least one stands in every value that holds a record or a shape that is told apart from one. */
const marks = [
  'ventName',
  'ventname',
  'vent_name',
  'vent name',
  'insightDetails',
  'Aggregated',
  'cloudtrail',
  'H4sI',
  's3ObjectKey',
  'aws.s3',
  's3:TestEvent',
  'class_uid',
  'CONTROL_MESSAGE',
  'digestStartTime',
];

const anyMark = new RegExp(marks.map((mark) => mark.replace('.', '\\.')).join('|'));

/** Up to this length one pass over the value as text is faster than one search for each mark. */
const shortLength = 16 * 1024;

function mayHoldRecords({ bytes, start, end }: JsonNode): boolean {
  if (end - start > shortLength) return marks.some((mark) => holds(bytes, start, end, mark));
  return anyMark.test(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1'));
}
