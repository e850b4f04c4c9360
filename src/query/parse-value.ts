import { fail } from './parse-failure.ts';
import { atBreak, peek, type Reading, readBare, readQuoted } from './reading.ts';
import type { ValueTest } from './record-test.ts';
import { isNetwork } from './value-shape.ts';

/** The forms a value may take after `field:`, for messages and completion. */
const valueForms = ['a value', '=value', '^start', 'end$', '*', 'a,b', '@file', '"two words"'];

/**
 * Reads the value after `field:` in any of its forms, up to where it ends.
 *
 * @param networks Whether a value such as `10.0.0.0/8` is taken as a network.
 */
export function readValue(reading: Reading, networks: boolean): ValueTest {
  const start = reading.at;
  if (atBreak(reading))
    fail(start, Math.min(start + 1, reading.text.length), 'a value belongs after the colon', valueForms);
  if (peek(reading) === '@') {
    reading.at++;
    return { how: 'list', file: readFileName(reading) };
  }
  const tests: ValueTest[] = [];
  for (;;) {
    if (peek(reading) !== ',' && !atBreak(reading)) tests.push(readOne(reading, networks));
    if (peek(reading) !== ',') break;
    reading.at++;
  }
  if (tests.length === 0) fail(start, reading.at, 'a comma stands between values', valueForms);
  return tests.length === 1 ? tests[0]! : { how: 'either', tests };
}

/** The value test that one line of a list of indicators stands for; undefined for an empty line or a comment. */
export function testOfLine(line: string, networks: boolean): ValueTest | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (networks && isNetwork(text)) return { how: 'cidr', network: text };
  return { how: 'contains', text };
}

function readFileName(reading: Reading): string {
  const start = reading.at;
  const name = peek(reading) === '"' ? readQuoted(reading) : readBare(reading);
  if (name === '') fail(start - 1, reading.at, 'the name of a file belongs after @', ['@file']);
  return name;
}

function readOne(reading: Reading, networks: boolean): ValueTest {
  const start = reading.at;
  const sign = /[=^']/.test(peek(reading)) ? reading.text.charAt(reading.at++) : '';
  if (peek(reading) === '"') {
    const text = readQuoted(reading);
    const ends = peek(reading) === '$';
    if (ends) reading.at++;
    if (!atBreak(reading) && peek(reading) !== ',') {
      fail(reading.at, reading.at + 1, 'a space belongs after the closing quotation mark', [' ', ',', '|']);
    }
    return testOf(sign, text, ends);
  }
  const bare = readBare(reading, ',');
  if (sign === '' && bare === '*') return { how: 'any' };
  const ends = bare.length > 1 && bare.endsWith('$') && sign !== '=' && sign !== "'";
  const text = ends ? bare.slice(0, -1) : bare;
  if (text === '') fail(start, reading.at, `a value belongs after ${sign}`, [`${sign}value`]);
  if (networks && sign === '' && !ends && isNetwork(text)) return { how: 'cidr', network: text };
  return testOf(sign, text, ends);
}

function testOf(sign: string, text: string, ends: boolean): ValueTest {
  if (sign === '=' || (sign === '^' && ends)) return { how: 'exact', text };
  if (sign === '^') return { how: 'starts', text };
  return { how: ends ? 'ends' : 'contains', text };
}
