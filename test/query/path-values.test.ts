import { expect, test } from 'vitest';
import { pathReader, readPathValues } from '../../src/query/path-values.ts';

const bytes = new TextEncoder();

test.each([
  ['texts, numbers and words', ['a'], [{ a: 'x' }, { a: 1.5 }, { a: true }], [['x'], ['1.5'], ['true']]],
  [
    'each value once, of any element',
    ['a', '[]', 'b'],
    [{ a: [{ b: 'x' }, { b: 'y' }, { b: 'x' }] }],
    [['x', 'y']],
  ],
  ['no empty ones', ['a'], [{ a: null }, { a: '' }, {}, { a: {} }, { a: [1] }], [[], [], [], [], []]],
  ['through JSON in strings', ['a', 'b'], [{ a: '{"b":"x"}' }, { a: 'no {"b"' }], [['x'], []]],
])('reads %s', (_, path, records, expected) => {
  const texts = records.map((record) => JSON.stringify(record));
  const joined = bytes.encode(texts.join('\n'));
  const ends = texts.map((_, i) => texts.slice(0, i + 1).join('\n').length);
  const ranges = texts.flatMap((text, i) => [ends[i]! - text.length, ends[i]!]);
  const found = readPathValues(pathReader(path), joined, Uint32Array.from(ranges));
  const byRecord = records.map((): string[] => []);
  for (const [i, record] of found.events.entries()) byRecord[record]!.push(found.texts[found.codes[i]!]!);
  expect(byRecord).toEqual(expected);
});

test('reads nothing out of bytes that are no JSON', () => {
  const broken = bytes.encode('{"a": "x"');
  expect(readPathValues(pathReader(['a']), broken, Uint32Array.of(0, broken.length)).texts).toEqual([]);
});
