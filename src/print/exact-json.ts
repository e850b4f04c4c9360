import { asObject, type Json } from '../record/json.ts';
import { decodeString, endOfString, endOfValue, skipJsonSpace } from '../record/json-text.ts';
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

/**
 * The values of some keys at the top of a record, without parsing the rest; undefined when the text is no JSON object. Of a
 * key that comes twice the last value, as JSON.parse has it.
 */
export function pickExactly(json: string, keys: ReadonlySet<string>): Json | undefined {
  return pickFromEnd(json, keys) ?? pickInOrder(json, keys);
}

type Picked = { [key: string]: Json };

// Without a prototype: a key named __proto__ is a key like any other.
const nothingPicked = (): Picked => Object.create(null);

/**
 * Looks for each key from the end, where AWS writes most of what is short. Undefined where that does not tell: the last
 * place is not at the top, or the key may be spelled another way.
 */
function pickFromEnd(json: string, keys: ReadonlySet<string>): Json | undefined {
  if (json[skipJsonSpace(json, 0)] !== '{' || json.includes('\\u')) return undefined;
  const picked = nothingPicked();
  for (const key of keys) {
    if (!plainKey.test(key)) return undefined;
    const at = json.lastIndexOf(`"${key}"`);
    if (at < 0) continue;
    const colon = skipJsonSpace(json, at + key.length + 2);
    if (json[colon] !== ':') return undefined;
    const start = skipJsonSpace(json, colon + 1);
    const end = endOfValue(json, start);
    if (!endsOneObject(json, end)) return undefined;
    picked[key] = parseExactly(json.slice(start, end)) ?? null;
  }
  return picked;
}

const plainKey = /^\w+$/;

/**
 * Whether the rest of a JSON text, from after a value on, closes one
 * object and no more: then the value is a member at the top.
 */
function endsOneObject(json: string, from: number): boolean {
  let depth = 1;
  for (let i = from; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === 0x22) i = endOfString(json, i) - 1;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return depth === 0;
}

function pickInOrder(json: string, keys: ReadonlySet<string>): Json | undefined {
  const picked = nothingPicked();
  let at = skipJsonSpace(json, 0);
  if (json[at] !== '{') return undefined;
  for (at = skipJsonSpace(json, at + 1); json[at] === '"'; at = skipJsonSpace(json, at + 1)) {
    const end = endOfString(json, at);
    const key = decodeString(json.slice(at, end));
    const start = skipJsonSpace(json, skipJsonSpace(json, end) + 1); // past the colon
    at = endOfValue(json, start);
    if (keys.has(key)) picked[key] = parseExactly(json.slice(start, at)) ?? null;
    at = skipJsonSpace(json, at);
    if (json[at] !== ',') break;
  }
  return json[at] === '}' ? picked : undefined;
}

function keepDigits(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && source !== undefined && String(value) !== source
    ? exact.rawJSON(source)
    : value;
}

/** The values at a path as one text: several joined by a comma, lists and objects as JSON, null as nothing. */
export function textAt(record: Json, path: readonly string[]): string {
  const [key] = path;
  const own = path.length === 1 ? asObject(record)?.[key!] : undefined;
  if (typeof own === 'string') return own;
  return valuesAt(record, path)
    .filter((value) => value !== null)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(', ');
}
