import { recordKeys } from '../record/top-level-keys.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { type JsonNode, membersOf } from './json-node.ts';
import { looseKeyAt } from './lenient-text.ts';
import { skipSpace } from './skip-object.ts';

/** How far before a value its key is looked for, in bytes. */
const keyReach = 60;

/**
 * Whether the object is what a record's member became when its closing brace was lost and the rest of the record ran into
 * it: it is the value of a record's key and begins with a key that is none.
 *
 *     {"eventVersion":"1.08","requestParameters":{"name":"x","eventSource":…,"eventName":…}
 *                                                |<------------- object ----------------->|
 */
export function isMergedRecord(object: JsonNode): boolean {
  const { bytes, start, end } = object;
  if (bytes[start] !== 0x7b) return false;
  const first = looseKeyAt(bytes, skipSpace(bytes, start + 1, end), end)?.key;
  if (first === undefined || recordKeys.has(first)) return false;
  const before = /"(\w+)"\s*:\s*$/.exec(decodeUtf8(bytes, Math.max(0, start - keyReach), start))?.[1];
  if (before === undefined || !recordKeys.has(before)) return false;
  const members = membersOf(object);
  return members.has('eventSource') && members.has('eventName');
}
