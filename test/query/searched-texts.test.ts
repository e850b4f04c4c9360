import { describe, expect, test } from 'vitest';
import { Fit, fitOf, slipFitOf } from '../../src/query/fuzzy.ts';
import { type SearchedTexts, searchedStrings, searchedTextsOf } from '../../src/query/searched-texts.ts';
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
  'a\u212aeyB',
  'übersicht-Key1',
  'arn:aws:s3:::Dëta-Bücket/ü',
  'CreateAccessKey',
  'KMSDec日rypt',
  'List\u{1f600}Things',
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
const inBytes = searchedTextsOf(column);
const inStrings = searchedStrings(column.valueAt);
const passing = (passes: (code: number) => boolean) =>
  codes.filter(passes).map((code) => column.valueAt(code));

test('values are looked through as bytes', () => {
  expect(column.packed()).toBeDefined();
});

// What stands in the texts, in small letters, and what does not.
describe.each([
  'b',
  'bucket',
  'bucket-a',
  'bucket-ab',
  'key-x',
  'ey-a1',
  '9key',
  '-a',
  'ucket',
  'k',
  'xk',
  'xkey',
  'key',
  'keyb',
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
  'crak',
  'cak',
  'reak',
  'ba',
  'bkt',
  'ubersicht',
  'übersihct',
  'bukcet',
  'buckat',
  'bycket',
  'deta-bucket',
  'keyab',
  'createacesskey',
  'crtacckey',
  'arsdbt',
  'bersct',
  'ar:s3',
  'thisisalongerwordthanthereareplaces',
  'careteaccesskey',
  'decrypt',
  'listthings',
])('“%s” is found alike in bytes and in strings', (word) => {
  test.each(['is', 'startsWith'] as const)('%s', (how) => {
    expect(passing(inBytes[how](word))).toEqual(passing(inStrings[how](word)));
  });

  test('holdsAny', () => {
    for (const words of [[word], [word, 'bucket-b'], ['übel', word]])
      expect(passing(inBytes.holdsAny(words))).toEqual(passing(inStrings.holdsAny(words)));
  });

  test('beginsPart', () => {
    const holds = inStrings.holdsAny([word]);
    const among = (texts: SearchedTexts) => {
      const begins = texts.beginsPart(word);
      return passing((code) => holds(code) && begins(code));
    };
    expect(among(inBytes)).toEqual(among(inStrings));
  });

  test.each([false, true])('isShortened, vowels left out: %s', (skipVowels) => {
    expect(passing(inBytes.isShortened(word, skipVowels))).toEqual(
      passing(inStrings.isShortened(word, skipVowels)),
    );
  });

  test('maybeSlipped passes every text that a closer look will', () => {
    const fits = (code: number) =>
      fitOf(word, column.valueAt(code)) === Fit.none && slipFitOf(word, column.valueAt(code)) > Fit.none;
    for (const texts of [inBytes, inStrings]) {
      const passes = texts.maybeSlipped(word);
      expect(passing((code) => fits(code) && !passes(code))).toEqual([]);
    }
  });
});

test('a name is shortened, and of slips a closer look is needed at few', () => {
  expect(passing(inBytes.isShortened('crak', false))).toEqual(['CreateAccessKey']);
  expect(passing(inBytes.isShortened('crtacckey', true))).toEqual(['CreateAccessKey']);
  expect(passing(inBytes.maybeSlipped('ubersicht'))).toEqual(['übersicht-Key1']);
});
