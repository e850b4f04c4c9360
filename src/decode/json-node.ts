import { type Json, parseJson } from '../record/json.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import type { Range } from './file-records.ts';
import { skipObject, skipSpace, skipString } from './skip-object.ts';

/**
 * A JSON value by its bytes, known to be well-formed. Envelopes are looked into member by member, so that a record inside
 * keeps its exact place.
 */
export type JsonNode = {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Where the value was read from, when `bytes` are not the file's own: those of a text that stood in a string, say. */
  readonly place: Range | undefined;
};

/** Where in the file a value stands. */
export function placeOf(node: JsonNode): Range {
  return node.place ?? { start: node.start, end: node.end };
}

/** Whether the value is an object. */
export function isObject(node: JsonNode | undefined): boolean {
  return node?.bytes[node.start] === 0x7b;
}

/** Whether the value is an array. */
export function isArray(node: JsonNode | undefined): boolean {
  return node?.bytes[node.start] === 0x5b;
}

/** Whether the value is a string. */
export function isString(node: JsonNode | undefined): boolean {
  return node?.bytes[node.start] === 0x22;
}

/** The members of an object by key. */
export type Members = ReadonlyMap<string, JsonNode>;

/** Stands in the names under which `membersOf` gives the values of keys that came again later. No key of a log has it. */
const repeatMark = '\u0000';

/**
 * The members of an object by key; of keys that come twice the last one, as for
 * `JSON.parse`; the others under names of their own. Empty for anything else.
 */
export function membersOf(node: JsonNode | undefined): Members {
  const members = new Map<string, JsonNode>();
  if (node === undefined || !isObject(node)) return members;
  const { bytes, end, place } = node;
  let at = skipSpace(bytes, node.start + 1, end);
  while (at < end && bytes[at] === 0x22) {
    const keyEnd = skipString(bytes, at, end);
    const raw = decodeUtf8(bytes, at + 1, keyEnd - 1);
    const key = raw.includes('\\') ? (stringOf({ bytes, start: at, end: keyEnd, place }) ?? raw) : raw;
    const start = skipSpace(bytes, skipSpace(bytes, keyEnd, end) + 1, end);
    const close = endOfValue(bytes, start, end);
    const earlier = members.get(key);
    if (earlier !== undefined) members.set(`${key}${repeatMark}${members.size}`, earlier);
    members.delete(key); // so that members stay in the order in which they stand
    members.set(key, { bytes, start, end: close, place });
    at = skipSpace(bytes, skipSpace(bytes, close, end) + 1, end);
  }
  return members;
}

/** The values of keys that came again later: whoever looks for records looks there too. */
export function* repeatedMembersOf(members: ReadonlyMap<string, JsonNode>): Generator<JsonNode> {
  for (const [key, value] of members) if (key.includes(repeatMark)) yield value;
}

/** The elements of an array. Empty for anything else. */
export function* itemsOf(node: JsonNode | undefined): Generator<JsonNode> {
  if (node === undefined || !isArray(node)) return;
  const { bytes, end, place } = node;
  let at = skipSpace(bytes, node.start + 1, end);
  while (at < end && bytes[at] !== 0x5d) {
    const close = endOfValue(bytes, at, end);
    yield { bytes, start: at, end: close, place };
    at = skipSpace(bytes, skipSpace(bytes, close, end) + 1, end);
  }
}

/** The text of a string; undefined for anything else. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  const value = isString(node) ? jsonOf(node) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The value, parsed; undefined when there is none. */
export function jsonOf(node: JsonNode | undefined): Json | undefined {
  return node && parseJson(decodeUtf8(node.bytes, node.start, node.end));
}

/** The end of a value that is known to be well-formed. */
function endOfValue(bytes: Uint8Array, start: number, end: number): number {
  const byte = bytes[start];
  if (byte === 0x7b || byte === 0x5b) return skipObject(bytes, start, end);
  if (byte === 0x22) return skipString(bytes, start, end);
  let at = start;
  while (at < end && !isDelimiter(bytes[at]!)) at++;
  return at;
}

/** `,` `]` `}` and white space end a number, true, false or null. */
function isDelimiter(byte: number): boolean {
  return byte === 0x2c || byte === 0x5d || byte === 0x7d || byte <= 0x20;
}

/**
 * A value out of a text that does not stand in the file as such;
 * `place` is where it came from. The text must be one JSON value.
 */
export function nodeOfText(text: string, place: Range): JsonNode {
  const bytes = Buffer.from(text);
  const start = skipSpace(bytes, 0, bytes.length);
  return { bytes, start, end: endOfValue(bytes, start, bytes.length), place };
}

/** Whether it is a string whose text begins as a JSON object does. */
export function startsObject(node: JsonNode | undefined): boolean {
  if (node === undefined || !isString(node)) return false;
  const { bytes, end } = node;
  let at = skipSpace(bytes, node.start + 1, end);
  while (bytes[at] === 0x5c && (bytes[at + 1] === 0x6e || bytes[at + 1] === 0x72 || bytes[at + 1] === 0x74)) {
    at = skipSpace(bytes, at + 2, end);
  }
  return bytes[at] === 0x7b;
}
