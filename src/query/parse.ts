import type { Field, FieldName } from '../record/fields.ts';
import { fail, ParseFailure } from './parse-failure.ts';
import { readScope } from './parse-scope.ts';
import { readClockOn, readTime, timeForms, type WrittenTime } from './parse-time.ts';
import { readValue } from './parse-value.ts';
import { type IsWord, isWords, type Parsed, type Query, type TimeBound } from './question.ts';
import { atBreak, peek, type Reading, readBare, readQuoted, skipSpace } from './reading.ts';
import { shapeOf } from './value-shape.ts';

/**
 * The query language, by recursive descent:
 *
 *     query  = { either }                      joined by and
 *     either = item { '|' item }
 *     item   = ( '!' | '-' ) item | '(' query ')' | '"text"' | scope ':' value | word
 *
 * `-` negates only before a scope, a parenthesis or a quotation mark: elsewhere it begins a word.
 */

/** Parentheses and signs of negation beyond this many within each other are refused, so that no text exhausts the stack. */
const deepest = 100;

/** Where fields that are kept in the record only stand in it. */
export const recordPaths: { readonly [F in FieldName]?: readonly string[] } = { request_id: ['requestID'] };

const itemForms = ['a word', 'field:value', '"text"', '('];

/**
 * Reads a query. Any text gives a tree, or an error with the place in it.
 *
 * @param zone IANA zone or `UTC`: that of dates without a zone.
 */
export function parseQuery(text: string, zone = 'UTC'): Parsed {
  const reading: Reading = { text, zone, at: 0 };
  try {
    const query = readAll(reading, 0);
    if (reading.at < text.length) fail(reading.at, reading.at + 1, 'this parenthesis closes nothing', ['(']);
    return { query, error: undefined };
  } catch (failure) {
    if (failure instanceof ParseFailure) return { query: undefined, error: failure.place };
    throw failure;
  }
}

function readAll(reading: Reading, depth: number): Query {
  const parts: Query[] = [];
  for (;;) {
    skipSpace(reading);
    if (peek(reading) === '' || peek(reading) === ')') break;
    parts.push(readEither(reading, depth));
  }
  if (parts.length === 0) return { kind: 'all', start: reading.at, end: reading.at };
  return joined('and', parts);
}

function readEither(reading: Reading, depth: number): Query {
  const parts = [readItem(reading, depth)];
  for (;;) {
    const end = reading.at;
    skipSpace(reading);
    if (peek(reading) !== '|') {
      reading.at = end;
      return joined('or', parts);
    }
    reading.at++;
    skipSpace(reading);
    parts.push(readItem(reading, depth));
  }
}

function joined(kind: 'and' | 'or', of: readonly Query[]): Query {
  return of.length === 1 ? of[0]! : { kind, of, start: of[0]!.start, end: of.at(-1)!.end };
}

function readItem(reading: Reading, depth: number): Query {
  const start = reading.at;
  const char = peek(reading);
  if (depth > deepest) fail(start, start + 1, `this is nested more than ${deepest} deep`);
  if (char === '!') {
    reading.at++;
    if (atBreak(reading)) fail(start, start + 1, 'something to exclude belongs after !', itemForms);
    return negated(readItem(reading, depth + 1), start, reading.at);
  }
  if (char === '-') {
    reading.at++;
    if (peek(reading) === '(' || peek(reading) === '"') {
      return negated(readItem(reading, depth + 1), start, reading.at);
    }
    const scoped = readScoped(reading);
    if (scoped !== undefined) return negated(scoped, start, reading.at);
    reading.at = start;
    return readWord(reading);
  }
  if (char === '(') return readGroup(reading, depth);
  if (char === '"') {
    const text = readQuoted(reading);
    if (text === '') fail(start, reading.at, 'nothing stands between these quotation marks', ['"text"']);
    return { kind: 'record', test: { kind: 'text', text }, start, end: reading.at };
  }
  if (atBreak(reading)) {
    fail(start, Math.min(start + 1, reading.text.length), 'something belongs on both sides of |', itemForms);
  }
  return readScoped(reading) ?? readWord(reading);
}

function negated(of: Query, start: number, end: number): Query {
  return { kind: 'not', of, start, end };
}

function readGroup(reading: Reading, depth: number): Query {
  const start = reading.at++;
  const query = readAll(reading, depth + 1);
  if (peek(reading) !== ')') fail(start, start + 1, 'this parenthesis is not closed', [')']);
  reading.at++;
  if (query.kind === 'all') fail(start, reading.at, 'nothing stands in these parentheses', itemForms);
  return { ...query, start, end: reading.at };
}

type Word = Extract<Query, { kind: 'word' }>;

const signs: { readonly [sign: string]: Word['how'] } = { "'": 'contains', '^': 'starts', '=': 'exact' };

function readWord(reading: Reading): Query {
  const start = reading.at;
  const sign = peek(reading);
  let how = signs[sign] ?? 'fuzzy';
  if (how !== 'fuzzy') reading.at++;
  if (how !== 'fuzzy' && peek(reading) === '"') {
    const text = readQuoted(reading);
    return { kind: 'word', how, text, start, end: reading.at };
  }
  let text = readBare(reading);
  if (text.length > 1 && text.endsWith('$') && (how === 'fuzzy' || how === 'starts')) {
    how = how === 'starts' ? 'exact' : 'ends';
    text = text.slice(0, -1);
  }
  if (text === '')
    fail(start, Math.max(reading.at, start + 1), `a word belongs after ${sign}`, [`${sign}word`]);
  if (how === 'fuzzy' && shapeOf(text) !== undefined) return { kind: 'value', text, start, end: reading.at };
  return { kind: 'word', how, text, start, end: reading.at };
}

function readScoped(reading: Reading): Query | undefined {
  const start = reading.at;
  const scope = readScope(reading);
  if (scope === undefined) return undefined;
  if (scope.kind === 'path') {
    const test = readValue(reading, true);
    return { kind: 'record', test: { kind: 'path', path: scope.path, test }, start, end: reading.at };
  }
  if (scope.kind === 'field') return readField(reading, scope.field, start);
  return scope.word === 'is' ? readIs(reading, start) : readTimes(reading, scope.word, start);
}

function readField(reading: Reading, field: Field, start: number): Query {
  const test = readValue(reading, field.kind === 'ip');
  const path = recordPaths[field.name];
  if (path !== undefined)
    return { kind: 'record', test: { kind: 'path', path, test }, start, end: reading.at };
  return { kind: 'field', field: field.name, test, start, end: reading.at };
}

function readIs(reading: Reading, start: number): Query {
  const words: Query[] = [];
  do {
    const wordStart = words.length === 0 ? start : reading.at;
    const from = reading.at;
    const word = readBare(reading, ',').toLowerCase();
    if (!Object.hasOwn(isWords, word)) {
      const message = word === '' ? 'a word belongs after is:' : `there is no is:${word}`;
      fail(
        from,
        Math.max(reading.at, Math.min(from + 1, reading.text.length)),
        message,
        Object.keys(isWords),
      );
    }
    words.push({ kind: 'is', word: word as IsWord, start: wordStart, end: reading.at });
  } while (peek(reading) === ',' && reading.at++ >= 0);
  return joined('or', words);
}

function readTimes(reading: Reading, word: 'since' | 'until' | 'time', start: number): Query {
  const from = reading.at;
  const text = peek(reading) === '"' ? readQuoted(reading) : readBare(reading);
  const [first = '', second, ...rest] = word === 'time' ? text.split('..') : [text];
  if (text === '' || text === '..' || rest.length > 0) failTime(reading, from, text);
  const since = first === '' ? undefined : readTime(first, reading.zone);
  const until = second === undefined || second === '' ? undefined : readSecond(second, since, reading.zone);
  if ((first !== '' && since === undefined) || (second && until === undefined)) failTime(reading, from, text);
  const end = reading.at;
  if (word === 'until') return { kind: 'time', since: undefined, until: since?.bound, start, end };
  if (word === 'since') return { kind: 'time', since: since?.bound, until: undefined, start, end };
  return {
    kind: 'time',
    since: since?.bound,
    until: second === undefined ? after(since!) : until?.bound,
    start,
    end,
  };
}

/** The end of a range may be a bare clock time on the day that its beginning names. */
function readSecond(text: string, since: WrittenTime | undefined, zone: string): WrittenTime | undefined {
  return (since === undefined ? undefined : readClockOn(text, since, zone)) ?? readTime(text, zone);
}

/** One time alone names a stretch: that day, hour, minute or second. From a relative time it runs to the end. */
function after({ bound, lengthMs }: WrittenTime): TimeBound | undefined {
  if (bound.kind === 'at') return { kind: 'at', timeMs: bound.timeMs + Math.max(lengthMs, 1) };
  if (bound.kind === 'clock')
    return { kind: 'clock', timeOfDayMs: bound.timeOfDayMs + Math.max(lengthMs, 1) };
  return undefined;
}

function failTime(reading: Reading, from: number, text: string): never {
  const message = text === '' ? 'a time belongs after the colon' : 'this is no time that can be read';
  return fail(from, Math.max(reading.at, Math.min(from + 1, reading.text.length)), message, timeForms);
}
