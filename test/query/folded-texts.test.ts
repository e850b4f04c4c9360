import { describe, expect, test } from 'vitest';
import { foldPacked } from '../../src/query/fold-packed.ts';
import { foldedBytes, foldedStrings } from '../../src/query/folded-texts.ts';
import { runToEnd } from '../../src/store/run-to-end.ts';
import { loadRecords } from './load-records.ts';

const texts = [
  'Bucket-A',
  'bucket-b',
  'übel',
  'ÜBEL',
  'x\u212aey',
  'xkey',
  '\u0130stanbul',
  'ΑΣ',
  'ÀÞ×ÿß÷',
  'µ',
  '日本',
  '\u{1f600}A',
  'b',
  // Enough that many hold the same.
  ...Array.from({ length: 300 }, (_, i) => `Key-${'AbX'[i % 3]}${i}`),
  'über-key',
];
const { snapshot } = loadRecords(
  texts.map((bucketName, i) => ({
    eventID: `event-${i}`,
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    eventTime: '2026-03-01T00:00:00Z',
    requestParameters: { bucketName },
  })),
);
const column = snapshot.column('target')!;
const codes = Array.from({ length: column.valueCount }, (_, code) => code);
const asBytes = foldedBytes(() => runToEnd(foldPacked(column, column.packed()!)), column.valueCount);
const asStrings = foldedStrings(column.values.map((value) => value.toLowerCase()));

test('the texts are those of the records', () => {
  expect(codes.map((code) => asBytes.at(code))).toEqual(['', ...texts.map((text) => text.toLowerCase())]);
});

test('their letters are the same as bytes and as strings', () => {
  expect([...asBytes.letters()].slice(0, codes.length)).toEqual(
    [...asStrings.letters()].slice(0, codes.length),
  );
});

// What stands in the texts, in small letters, and what does not.
describe.each([
  '',
  'b',
  'bucket',
  'bucket-a',
  'bucket-ab',
  'key-x',
  'ey-a1',
  '9key',
  'k',
  'xk',
  'xkey',
  'key',
  'ü',
  'übel',
  'bel',
  'i',
  'i\u0307',
  'ς',
  'σ',
  'àþ×',
  '本',
  'a',
])('“%s” is found alike in bytes and in strings', (word) => {
  test('holding', () => {
    for (const among of [Uint32Array.from(codes), Uint32Array.from(codes.filter((code) => code % 3 === 0))])
      expect(asBytes.holding(word, among)).toEqual(asStrings.holding(word, among));
  });

  test.each(['startsWith', 'is'] as const)('%s', (how) => {
    expect(codes.map((code) => asBytes[how](code, word))).toEqual(
      codes.map((code) => asStrings[how](code, word)),
    );
  });
});
