import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anywhereText,
  conditionsOf,
  filterText,
  negateCondition,
  pathFilterText,
} from '../../src/query/edit.ts';
import { highlightsAnywhere, highlightsOf } from '../../src/query/highlight.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { ask } from './ask.ts';
import { loadRecords } from './load-records.ts';

describe('a filter for a value', () => {
  const rows: readonly (readonly [made: string, expected: string])[] = [
    [filterText('service', 's3', false), 'service:=s3'],
    [filterText('service', 's3', true), '-service:=s3'],
    [filterText('error', '', false), '-error:*'],
    [filterText('error', '', true), 'error:*'],
    [filterText('user_agent', 'aws cli, "x"\\', false), 'user_agent:="aws cli, \\"x\\"\\\\"'],
    [filterText('principal', '@home', false), 'principal:="@home"'],
    [filterText('time', '2026-03-01T09:15:00Z', false), 'time:2026-03-01T09:15:00Z'],
    [
      pathFilterText(['requestParameters', 'items', '[]', 'a.b:c'], '*', false),
      'requestParameters.items[]."a.b:c":="*"',
    ],
    [anywhereText('a\u001bb'), '"a\\u001bb"'],
  ];
  test.each(rows)('%s', (made, expected) => expect(made).toBe(expected));

  test('finds that value whatever characters it holds, and leaving it out finds the others', () => {
    const values = fc.string({
      unit: fc.constantFrom(
        'a',
        'B',
        ' ',
        '"',
        '\\',
        '$',
        '^',
        '=',
        '*',
        ',',
        '@',
        '|',
        ')',
        "'",
        ':',
        '\n',
        'é',
        '\u202e',
      ),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(values, { minLength: 1, maxLength: 4, selector: (text) => text.toLowerCase() }),
        (agents) => {
          const loaded = loadRecords(
            agents.map((userAgent) => ({
              eventName: 'X',
              userAgent,
              requestParameters: { 'k.:"': userAgent },
            })),
          );
          const others = agents.map((_, event) => event).filter((event) => event !== 0);
          expect(ask(filterText('user_agent', agents[0]!, false), loaded)).toEqual([0]);
          expect(ask(filterText('user_agent', agents[0]!, true), loaded)).toEqual(others);
          expect(ask(pathFilterText(['requestParameters', 'k.:"'], agents[0]!, false), loaded)).toEqual([0]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the conditions of a query', () => {
  test('are what it joins by and, each as written', () => {
    expect(
      conditionsOf(' a | b  -ip:10.0.0.0/8 !(c d) ').map(({ text, negated }) => [text, negated]),
    ).toEqual([
      ['a | b', false],
      ['-ip:10.0.0.0/8', true],
      ['!(c d)', true],
    ]);
    expect(conditionsOf('(a b)').map(({ text }) => text)).toEqual(['(a b)']);
    expect(conditionsOf('a "')).toEqual([]);
    expect(conditionsOf('')).toEqual([]);
  });

  test('are negated one by one', () => {
    const text = 'a | b  -ip:1.2 "x y" !kms (c d)';
    expect([0, 1, 2, 3, 4].map((index) => negateCondition(text, index))).toEqual([
      '!(a | b) -ip:1.2 "x y" !kms (c d)',
      'a | b ip:1.2 "x y" !kms (c d)',
      'a | b  -ip:1.2 !"x y" !kms (c d)',
      'a | b  -ip:1.2 "x y" kms (c d)',
      'a | b  -ip:1.2 "x y" !kms -(c d)',
    ]);
  });

  test('negated twice mean what they did', () => {
    for (const text of ['a | b', '-ip:1.2', '"x y"', '!kms', '(c d)', 'is:error', "'x", 'a']) {
      const twice = negateCondition(negateCondition(text, 0), 0);
      expect(parseQuery(twice).error).toBeUndefined();
      expect(conditionsOf(twice)[0]!.negated).toBe(conditionsOf(text)[0]!.negated);
    }
  });
});

describe('highlights', () => {
  const shown = (query: string, field: Parameters<typeof highlightsOf>[1], text: string) =>
    highlightsOf(parseQuery(query).query!, field, text)
      .map(([start, end]) => text.slice(start, end))
      .join('|');
  const rows: readonly (readonly [
    query: string,
    field: Parameters<typeof highlightsOf>[1],
    text: string,
    lit: string,
  ])[] = [
    ['create', 'event', 'CreateStream', 'Create'],
    ['crak', 'event', 'CreateAccessKey', 'Cr|A|K'],
    ['secgrp', 'event', 'CreateSecurityGroup', 'Sec|Gr|p'],
    ['asumerole', 'event', 'AssumeRole', 'AssumeRole'],
    ['stream create', 'event', 'CreateStream', 'CreateStream'],
    ['create', 'region', 'create', ''],
    ['!create', 'event', 'CreateStream', ''],
    ['event:^create,stream$', 'event', 'CreateStream', 'CreateStream'],
    ['event:=createstream', 'event', 'CreateStream', 'CreateStream'],
    ['event:=create', 'event', 'CreateStream', ''],
    ['event:*', 'event', 'CreateStream', ''],
    ['ip:10.0.0.0/8', 'source_ip', '10.1.2.3', '10.1.2.3'],
    ['"bucket"', 'target', 'my-bucket/Bucket', 'bucket|Bucket'],
    ['10.1.2.3', 'source_ip', '10.1.2.3', '10.1.2.3'],
    ['is:error', 'error', 'AccessDenied', ''],
  ];
  test.each(rows)('%s in %s %s', (query, field, text, lit) => expect(shown(query, field, text)).toBe(lit));

  test('anywhere are those of texts', () => {
    expect(highlightsAnywhere(parseQuery('"ab" event:x !"c"').query!, 'xAB c ab')).toEqual([
      [1, 3],
      [6, 8],
    ]);
  });

  test('lie within the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, word) => {
        const { query } = parseQuery(
          `=${JSON.stringify(word)} | "${word.replaceAll(/["\\]/g, '') || 'x'}" | ${word.replaceAll(/\W/g, '') || 'x'}`,
        );
        let last = -1;
        for (const [start, end] of query === undefined ? [] : highlightsOf(query, 'event', text)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
