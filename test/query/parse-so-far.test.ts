import { expect, test } from 'vitest';
import { parseQuery } from '../../src/query/parse.ts';
import { parseSoFar } from '../../src/query/parse-so-far.ts';
import type { Query } from '../../src/query/question.ts';

/** A query without places, for comparing. */
function meaning(query: Query | undefined): unknown {
  return JSON.parse(
    JSON.stringify(query ?? null, (key, value) => (/^(start|end)$/.test(key) ? undefined : value)),
  );
}

test.each([
  ['(a', 'a'],
  ['b (a | c', 'b (a | c)'],
  ['((a b) -(c', '((a b) -(c))'],
  ['a |', 'a'],
  ['a (', 'a'],
  ['(a|', '(a)'],
  ['(a -(', '(a)'],
  ['a !', 'a'],
  ['!(', ''],
  ['a -service:', 'a'],
  ['(a | requestParameters.name:', '(a)'],
  ['(service:', ''],
  ['"x" (a', '"x" (a)'],
])('while it is typed, %j asks what %j does', (typed, whole) => {
  expect(parseQuery(typed).query).toBeUndefined();
  expect(meaning(parseSoFar(typed))).toEqual(meaning(parseQuery(whole).query));
});

test.each(['a)', '"a', 'since:soon', '(since:soon', '(a "b'])('what %j asks cannot be told', (typed) => {
  expect(parseSoFar(typed)).toBeUndefined();
});

test('parentheses nested without end are refused, not gone on with', () => {
  expect(parseSoFar('(a '.repeat(1000))).toBeUndefined();
});
