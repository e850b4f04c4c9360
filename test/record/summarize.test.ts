import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventFields } from '../../src/record/fields.ts';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { summarize } from '../../src/record/summarize.ts';
import { identityTexts } from '../../src/record/summary.ts';
import { textKeys, unusualKeys } from '../../src/record/summary-sources.ts';
import { records } from './records.ts';

test.each(records)('summarises $title', ({ record, summary }) => {
  expect(summarize(record)).toMatchObject(summary);
});

test('gives texts and numbers only, whatever the types of the values', () => {
  const key = fc.constantFrom(
    ...textKeys,
    ...unusualKeys,
    'userIdentity',
    'requestParameters',
    'responseElements',
    'resources',
    'type',
    'arn',
    'sessionContext',
    'sessionIssuer',
    'items',
    'bucketName',
    'credentials',
    'details',
    '__proto__',
    'constructor',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      tie('object'),
    ),
    object: fc.dictionary(key, tie('value')),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value), (record) => {
      const summary = summarize(JSON.parse(JSON.stringify(record)) as CloudTrailRecord);
      for (const field of eventFields) expect(typeof summary[field]).toBe('string');
      for (const text of identityTexts) expect(typeof summary.identity[text]).toBe('string');
      expect(summary.identity.principal).not.toBe('');
      expect([typeof summary.timeMs, typeof summary.flags]).toEqual(['number', 'number']);
      expect([typeof summary.eventId, typeof summary.issuedKey, typeof summary.timeText]).toEqual([
        'string',
        'string',
        'string',
      ]);
    }),
    { numRuns: 300 },
  );
});

test('survives a record that nests deeper than the stack', () => {
  let deep = '"\u202e"';
  for (let level = 0; level < 20_000; level++) deep = `[${deep}]`;
  expect(summarize(JSON.parse(`{"userAgent":${deep}}`)).flags & 4).toBe(4);
});
