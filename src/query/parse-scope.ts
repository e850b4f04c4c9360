import { type Field, fieldNamed } from '../record/fields.ts';
import { topLevelKeys } from '../record/top-level-keys.ts';
import { fail } from './parse-failure.ts';
import { isSpace, type Reading, readQuoted } from './reading.ts';

/** What stands before a colon. */
export type Scope =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'keyword'; readonly word: 'is' | 'since' | 'until' | 'time' }
  | { readonly kind: 'path'; readonly path: readonly string[] };

const keyByLowerCase = new Map(topLevelKeys.map((key) => [key.toLowerCase(), key]));
const keywords = ['is', 'since', 'until', 'time'] as const;

/**
 * Reads a field, a keyword or a path with the colon after it. When something else stands there, nothing is read
 * and undefined returned: then it is a word.
 */
export function readScope(reading: Reading): Scope | undefined {
  const name = /[A-Za-z][A-Za-z0-9_-]*/y;
  name.lastIndex = reading.at;
  const first = name.exec(reading.text)?.[0];
  if (first === undefined) return undefined;
  const end = reading.at + first.length;
  const scope = reading.text.charAt(end) === ':' ? namedScope(first.toLowerCase()) : undefined;
  if (scope !== undefined) {
    reading.at = end + 1;
    return scope;
  }
  const key = keyByLowerCase.get(first.toLowerCase());
  return key === undefined ? undefined : readPath(reading, end, key);
}

function namedScope(name: string): Scope | undefined {
  const word = keywords.find((keyword) => keyword === name);
  if (word !== undefined) return { kind: 'keyword', word };
  const field = fieldNamed(name);
  return field === undefined ? undefined : { kind: 'field', field };
}

function readPath(reading: Reading, end: number, first: string): Scope | undefined {
  const start = reading.at;
  const path = [first];
  reading.at = end;
  while (reading.at < reading.text.length) {
    const char = reading.text.charAt(reading.at);
    if (char === ':') {
      reading.at++;
      return { kind: 'path', path };
    }
    const segment = char === '.' ? readKey(reading) : char === '[' ? readElement(reading) : undefined;
    if (segment === undefined) break;
    path.push(segment);
  }
  reading.at = start;
  return undefined;
}

function readKey(reading: Reading): string | undefined {
  reading.at++;
  if (reading.text.charAt(reading.at) === '"') return readQuoted(reading);
  const start = reading.at;
  while (reading.at < reading.text.length) {
    const char = reading.text.charAt(reading.at);
    if (isSpace(char) || '.:[]"()|'.includes(char)) break;
    reading.at++;
  }
  return reading.at === start ? undefined : reading.text.slice(start, reading.at);
}

function readElement(reading: Reading): '[]' | undefined {
  const start = reading.at;
  const close = reading.text.indexOf(']', start);
  if (close === start + 1) {
    reading.at = close + 1;
    return '[]';
  }
  if (close > start && /^\d+$/.test(reading.text.slice(start + 1, close))) {
    fail(start, close + 1, 'a path goes to any element of a list, not to one of them', ['[]']);
  }
  return undefined;
}
