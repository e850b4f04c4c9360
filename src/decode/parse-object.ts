import { asObject, type JsonObject, parseJson } from '../record/json.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** The object that stands at [start, end), or undefined when the bytes are not JSON or not an object. */
export function parseObject(bytes: Uint8Array, start: number, end: number): JsonObject | undefined {
  return asObject(parseJson(decodeUtf8(bytes, start, end)));
}
