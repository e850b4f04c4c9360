import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuery } from '../../src/query/answer.ts';
import { recordMatcher } from '../../src/query/match-record.ts';
import { parseQuery } from '../../src/query/parse.ts';
import type { RecordAnswers } from '../../src/query/question.ts';
import { ask, contextWith } from './ask.ts';
import { loadRecords } from './load-records.ts';

const records = ['alpha', 'beta', 'alpha beta', 'gamma', ''].map((note, index) => ({
  eventName: index % 2 === 0 ? 'PutItem' : 'GetItem',
  eventSource: 'dynamodb.amazonaws.com',
  eventTime: `2026-03-01T09:0${index}:00Z`,
  requestParameters: { note },
}));
const loaded = loadRecords(records);

function answer(
  text: string,
  answers: { readonly [key: string]: readonly [tested: number[], passed: number[]] } = {},
) {
  const known = new Map<string, RecordAnswers>();
  for (const [wanted, [tested, passed]] of Object.entries(answers)) {
    const key = JSON.stringify({ kind: 'text', text: wanted });
    const bits = (events: number[]) =>
      Uint8Array.from(records, (_, event) => (events.includes(event) ? 1 : 0));
    known.set(key, { tested: bits(tested), passed: bits(passed) });
  }
  const { matches, open } = answerQuery(parseQuery(text).query!, loaded.snapshot, contextWith(), known);
  const asked = open.map(({ key, events }) => [JSON.parse(key).text, [...events]]);
  return { matches: [...matches], open: Object.fromEntries(asked) };
}

describe('while records are still being searched', () => {
  test('nothing matches by a text that no record was searched for', () => {
    expect(answer('"alpha"')).toEqual({ matches: [], open: { alpha: [0, 1, 2, 3, 4] } });
  });

  test('only events that the rest of the query leaves open are to be searched', () => {
    expect(answer('"alpha" event:Put')).toEqual({ matches: [], open: { alpha: [0, 2, 4] } });
    expect(answer('"alpha" | event:Put')).toEqual({ matches: [0, 2, 4], open: { alpha: [1, 3] } });
    expect(answer('"alpha" event:nothing')).toEqual({ matches: [], open: {} });
  });

  test('what was found matches, and what was searched is not asked for again', () => {
    expect(answer('"alpha"', { alpha: [[0, 1], [0]] })).toEqual({ matches: [0], open: { alpha: [2, 3, 4] } });
    expect(answer('!"alpha"', { alpha: [[0, 1], [0]] })).toEqual({
      matches: [1],
      open: { alpha: [2, 3, 4] },
    });
  });

  test('a text is searched for only where another did not decide', () => {
    const one = {
      alpha: [
        [0, 1, 2, 3, 4],
        [0, 2],
      ],
    } as const;
    expect(answer('"alpha" "beta"', { alpha: [[...one.alpha[0]], [...one.alpha[1]]] }).open).toEqual({
      beta: [0, 2],
    });
    expect(answer('"alpha" | "beta"', { alpha: [[...one.alpha[0]], [...one.alpha[1]]] })).toEqual({
      matches: [0, 2],
      open: { beta: [1, 3, 4] },
    });
  });

  test('the same text twice is one search', () => {
    expect(answer('("alpha" event:Put) | ("alpha" event:Get)').open).toEqual({ alpha: [0, 1, 2, 3, 4] });
  });
});

const conditions = fc.constantFrom(
  '"alpha"',
  '"beta"',
  '!"gamma"',
  'event:Put',
  '!event:Put',
  'requestParameters.note:a',
);
const queries = fc.letrec<{ query: string; group: string }>((tie) => ({
  query: fc.oneof({ weight: 3, arbitrary: conditions }, tie('group')),
  group: fc
    .tuple(tie('query'), fc.constantFrom(' ', ' | '), tie('query'), fc.boolean())
    .map(([left, between, right, not]) => `${not ? '!' : ''}(${left}${between}${right})`),
})).query;

test('whatever was searched so far, a match stays one and what is open holds all that will be', () => {
  fc.assert(
    fc.property(queries, fc.array(fc.nat(30), { maxLength: 12 }), (text, searched) => {
      const all = ask(text, loaded);
      const { query } = parseQuery(text);
      const known = new Map<string, RecordAnswers>();
      const first = answerQuery(query!, loaded.snapshot, contextWith(), known);
      first.open.forEach(({ key, test: recordTest }, index) => {
        const [tested, passed] = [new Uint8Array(5), new Uint8Array(5)];
        for (const event of searched
          .filter((choice) => choice % 3 === index % 3)
          .map((choice) => choice % 5)) {
          const bytes = loaded.recordBytes(event);
          tested[event] = 1;
          passed[event] = recordMatcher(recordTest)(bytes, 0, bytes.length) ? 1 : 0;
        }
        known.set(key, { tested, passed });
      });
      const { matches, open } = answerQuery(query!, loaded.snapshot, contextWith(), known);
      const undecided = new Set(open.flatMap(({ events }) => [...events]));
      expect([...matches].filter((event) => !all.includes(event))).toEqual([]);
      expect(all.filter((event) => !matches.includes(event) && !undecided.has(event))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
