import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordMatcher } from '../../src/query/match-record.ts';
import type { RecordTest, ValueTest } from '../../src/query/record-test.ts';

function passes(test: RecordTest, json: string): boolean {
  // With other bytes on both sides, as a record stands in its document.
  const before = new TextEncoder().encode('{"Records":[{"needle":"\\u00e9"},');
  const record = new TextEncoder().encode(json);
  const bytes = new Uint8Array(before.length + record.length + 50).fill(110);
  bytes.set(before);
  bytes.set(record, before.length);
  return recordMatcher(test)(bytes, before.length, before.length + record.length);
}

const found: readonly (readonly [text: string, json: string])[] = [
  ['bucket', '{"a":"my-bucket-1"}'],
  ['BUCKET', '{"a":"My-Bucket-1"}'],
  ['bucketName', '{"bucketName":1}'],
  ['my-bucket/key', '{"a":"my-bucket/key"}'],
  ['my-bucket/key', '{"a":"my-bucket\\/key"}'],
  ['é', '{"a":"caf\\u00e9"}'],
  ['É', '{"a":"café"}'],
  ['café', '{"a":"CAF\\u00C9"}'],
  ['say "hi"', '{"a":"say \\"hi\\""}'],
  ['a\\b', '{"a":"a\\\\b"}'],
  ['x=y', '{"a":"x\\u003dy"}'],
  ['bucket', '{"a":"b\\u0075cket"}'],
  ['two\nlines', '{"a":"two\\nlines"}'],
  ['two\tparts', '{"a":"two\\u0009parts"}'],
  ['😀 ok', '{"a":"\\ud83d\\ude00 ok"}'],
  ['😀', '{"a":"😀"}'],
  ['1234', '{"a":{"b":[1234.5]}}'],
  ['true', '{"a":true}'],
  ['"Effect":"Allow"', '{"p":"{\\"Effect\\":\\"Allow\\"}"}'],
  ['a, b', '{"a":"a, b"}'],
  ['aab', '{"a":"aaaab"}'],
  ['x'.repeat(400), `{"a":"y${'x'.repeat(401)}"}`],
];

const missed: readonly (readonly [text: string, json: string])[] = [
  ['needle', '{"a":"b"}'],
  ['nbc', '{"a":"a\\nbc"}'],
  ['00e9', '{"a":"caf\\u00e9"}'],
  ['u00e9', '{"a":"caf\\u00e9"}'],
  ['ab', '{"a":"b"}'],
  ['1,2', '{"a":[1,2]}'],
  ['":"', '{"a":"b"}'],
  ['{', '{"a":{"b":1}}'],
  ['a b', '{"a":"a" ,"b":" b"}'],
  ['bucketname2', '{"bucketName":2}'],
  ['nnn', '{}'],
];

describe('text is found in keys and values, in any escaping and any case', () => {
  test.each(found)('%s in %s', (text, json) => expect(passes({ kind: 'text', text }, json)).toBe(true));
});

describe('text is not found across values, nor in the letters of an escape', () => {
  test.each(missed)('%s in %s', (text, json) => expect(passes({ kind: 'text', text }, json)).toBe(false));
});

function pieces(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (Array.isArray(value)) return value.flatMap(pieces);
  return Object.entries(value).flatMap(([key, part]) => [key, ...pieces(part)]);
}

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', 'é', 'É', '"', '\\', '/', 'n', 'u', '0', '\n', ' ', ',', '😀'),
  maxLength: 5,
});

test('what is found in the bytes is what is found in the parsed record', () => {
  const records = fc.dictionary(
    letters,
    fc.oneof(letters, fc.array(letters, { maxLength: 3 }), fc.integer()),
    { maxKeys: 4 },
  );
  const escaped = (json: string) =>
    json.replaceAll('/', '\\/').replace(/[éÉ😀]/gu, (char) =>
      [...char]
        .flatMap((c) => c.split(''))
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
    );
  fc.assert(
    fc.property(
      records,
      letters.filter((text) => text !== ''),
      fc.boolean(),
      (record, text, inEscapes) => {
        const json = JSON.stringify(record);
        const expected = pieces(record).some((piece) => piece.toLowerCase().includes(text.toLowerCase()));
        expect(passes({ kind: 'text', text }, inEscapes ? escaped(json) : json)).toBe(expected);
      },
    ),
    { numRuns: 3000 },
  );
});

const policy = JSON.stringify({
  requestParameters: {
    bucketName: 'Logs-1',
    count: 1e3,
    tags: ['a', 'b'],
    empty: '',
    nothing: null,
    none: [],
    ok: true,
    ip: '10.1.2.3',
    policyDocument:
      '{"Statement":[{"Effect":"Allow","Action":["s3:*","kms:Decrypt"]},{"Effect":"Deny","Action":"*"}]}',
  },
});

const paths: readonly (readonly [path: string, test: ValueTest, expected: boolean])[] = [
  ['bucketName', { how: 'contains', text: 'LOGS' }, true],
  ['bucketName', { how: 'exact', text: 'logs' }, false],
  ['bucketName', { how: 'exact', text: 'logs-1' }, true],
  ['bucketName', { how: 'starts', text: 'logs' }, true],
  ['bucketName', { how: 'ends', text: '-1' }, true],
  ['bucketName', { how: 'ends', text: 'logs' }, false],
  ['other', { how: 'contains', text: 'logs' }, false],
  ['count', { how: 'exact', text: '1000' }, true],
  ['ok', { how: 'exact', text: 'TRUE' }, true],
  ['tags', { how: 'exact', text: 'b' }, true],
  ['tags []', { how: 'exact', text: 'b' }, true],
  ['tags []', { how: 'exact', text: 'c' }, false],
  ['bucketName', { how: 'any' }, true],
  ['empty', { how: 'any' }, false],
  ['nothing', { how: 'any' }, false],
  ['none', { how: 'any' }, false],
  ['empty', { how: 'exact', text: '' }, true],
  ['ip', { how: 'cidr', network: '10.0.0.0/8' }, true],
  ['ip', { how: 'cidr', network: '11.0.0.0/8' }, false],
  ['policyDocument Statement [] Action [] ', { how: 'exact', text: '*' }, true],
  ['policyDocument Statement [] Action', { how: 'exact', text: 'kms:decrypt' }, true],
  ['policyDocument Statement [] Action', { how: 'exact', text: 'kms' }, false],
  ['policyDocument', { how: 'contains', text: '"Effect":"Deny"' }, true],
  [
    'bucketName',
    {
      how: 'either',
      tests: [
        { how: 'exact', text: 'x' },
        { how: 'exact', text: 'LOGS-1' },
      ],
    },
    true,
  ],
];

describe('a value at a path passes as it would parsed', () => {
  test.each(paths)('%s %o: %s', (path, test, expected) => {
    const whole = ['requestParameters', ...path.trim().split(' ')];
    expect(passes({ kind: 'path', path: whole, test }, policy)).toBe(expected);
    const escaped = policy.replaceAll('/', '\\/').replaceAll('k', '\\u006b').replaceAll('L', '\\u004C');
    expect(passes({ kind: 'path', path: whole, test }, escaped)).toBe(expected);
  });

  test('and bytes that are no JSON pass nothing', () => {
    expect(passes({ kind: 'path', path: ['a'], test: { how: 'any' } }, '{"a":"b"')).toBe(false);
  });
});
