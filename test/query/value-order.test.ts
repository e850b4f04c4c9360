import { describe, expect, test } from 'vitest';
import { sortMatches } from '../../src/query/sort.ts';
import { countSpread } from '../../src/query/spread.ts';
import { loadRecords } from './load-records.ts';

/** What sorts otherwise by bytes, by code units and in small letters; long common beginnings; beginnings of each other. */
const texts = [
  ...[
    'a',
    'A',
    'ab',
    'AB',
    'Ab',
    'aB',
    'abc',
    'abcd',
    'abcD',
    'abcdefg',
    'abcdefG',
    'abcdef',
    '_',
    '[',
    '~',
    'b\u0000',
    'b',
  ],
  ...[
    'ü',
    'Ü',
    'übel',
    'ÜBEL',
    'Übel',
    'zu',
    'ZU',
    'x\u212a',
    'xk',
    'xl',
    'I\u0307',
    '\u0130',
    'ΑΣ',
    'ας',
    'ασ',
  ],
  ...['\uff21', '\ue000', '\ufffd', '\u{10000}', '\u{1f600}', '\u{1f600}a', '\ud7ff', '日本', '日本語'],
];
/** Enough that they are not put in their places one by one, but parted. */
const many = Array.from({ length: 400 }, (_, i) => `${texts[i % texts.length]}-${(i * 7919) % 401}`);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe.each([
  ['well-formed texts', [...texts, ...many]],
  ['texts with half a surrogate pair', [...texts, '\ud83d', 'a\ud83d', 'A\ude00b', ...many]],
])('%s', (_, names) => {
  const records = names.toReversed().map((bucketName, i) => ({
    eventID: `event-${i}`,
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    eventTime: '2026-03-01T00:00:00Z',
    requestParameters: { bucketName },
  }));
  const { snapshot } = loadRecords(records);
  const target = (event: number) => snapshot.text('target', event)!;
  const targets = [...new Set(Array.from(snapshot.order, target))];

  test('each has a value of its own', () => {
    expect(targets.length).toBe(names.length);
  });

  test('are counted by code unit', () => {
    const spread = countSpread(snapshot, snapshot.order, 'target');
    expect(Array.from(spread.codes, spread.valueAt)).toEqual(targets.toSorted(compare));
  });

  test('are sorted without regard to case, then by code unit', () => {
    const sorted = sortMatches(snapshot, snapshot.order, 'target', false);
    expect(Array.from(sorted, target)).toEqual(
      targets.toSorted((a, b) => compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b)),
    );
  });
});
