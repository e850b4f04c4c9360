import type { Json } from '../record/json.ts';
import { valuesAt } from '../record/paths.ts';

/** Values out of a record as it was written: numbers keep their digits, which JSON.parse alone would round. */

// Engines have had the source of a number and raw JSON since V8 11.4; the library's types have not.
const exact = JSON as unknown as {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): Json;
  rawJSON(source: string): Json;
};

// Only these can come back from JSON.parse in other digits: long numbers, fractions, powers, a negative zero. What looks
// like one within a string costs time, nothing else.
const inexact = /[:[,]\s*(?:-?\d{16}|-?\d+[.eE]|-0)/;

/** A record parsed; undefined when the text is not JSON. Numbers that JSON.parse would change stand for their digits. */
export function parseExactly(json: string): Json | undefined {
  try {
    return inexact.test(json) ? exact.parse(json, keepDigits) : (JSON.parse(json) as Json);
  } catch {
    return undefined;
  }
}

function keepDigits(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && source !== undefined && String(value) !== source
    ? exact.rawJSON(source)
    : value;
}

/** The values at a path as one text: several joined by a comma, lists and objects as JSON, null as nothing. */
export function textAt(record: Json, path: readonly string[]): string {
  return valuesAt(record, path)
    .filter((value) => value !== null)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(', ');
}
