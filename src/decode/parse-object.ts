import type { JsonObject } from '../record/json.ts';
import { textOf } from './text.ts';

/** The object that stands at [start, end), or undefined when the bytes are not JSON or not an object. */
export function parseObject(bytes: Uint8Array, start: number, end: number): JsonObject | undefined {
  try {
    const value = JSON.parse(textOf(bytes, start, end));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
