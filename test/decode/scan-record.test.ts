import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/decode/archive.ts';
import { hashBytes } from '../../src/decode/content-hash.ts';
import { readZip } from '../../src/decode/read-zip.ts';
import { skipObject, skipSpace } from '../../src/decode/skip-object.ts';
import type { JsonObject } from '../../src/record/json.ts';
import { summarize } from '../../src/record/summarize.ts';
import { textKeys, unusualKeys } from '../../src/record/summary-sources.ts';
import { records as oddRecords } from '../record/records.ts';
import { dataFilesIn } from '../samples/read-samples.ts';
import { type Scanned, SummaryScanner } from './scan-summaries.ts';

const samples = join(import.meta.dirname, '../../samples');
const corpus = join(import.meta.dirname, '../../../shared/corpus/cloudtrail-public.zip');

/** Holds what the scanner took to what the careful path makes of the same bytes. */
function expectSame(bytes: Buffer, scanned: readonly Scanned[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { start, end, contentHash, summary } of scanned) {
    const record: JsonObject = JSON.parse(bytes.toString('utf8', start, end));
    expect(summary, bytes.toString('utf8', start, end)).toEqual(summarize(record));
    expect(contentHash).toBe(hashBytes(view, start, end));
  }
}

/** Scans every array of records in a document, stepping over what the scanner is not sure of. Counts both. */
function scanAll(scanner: SummaryScanner, bytes: Buffer): { taken: number; left: number } {
  let taken = 0;
  let left = 0;
  let at = bytes.indexOf('[');
  while (at !== -1) {
    at = skipSpace(bytes, at + 1, bytes.length);
    if (bytes[at] !== 0x7b) break;
    const scanned = scanner.scan(bytes, at);
    expectSame(bytes, scanned);
    taken += scanned.length;
    if (scanned.length === 0) left++;
    const end = scanned.at(-1)?.end ?? skipObject(bytes, at, bytes.length);
    at = end === -1 ? -1 : skipSpace(bytes, end, bytes.length);
    if (bytes[at] !== 0x2c) break;
  }
  return { taken, left };
}

test('the scanner gives the same as summarize for all samples, and takes nearly all', () => {
  const scanner = new SummaryScanner();
  let taken = 0;
  let left = 0;
  for (const { text } of dataFilesIn(samples)) {
    const counts = scanAll(scanner, Buffer.from(text));
    taken += counts.taken;
    left += counts.left;
  }
  expect(taken).toBeGreaterThan(4000);
  expect(left / taken).toBeLessThan(0.02);
});

test.skipIf(!existsSync(corpus))('the scanner gives the same as summarize for the public corpus', () => {
  const scanner = new SummaryScanner();
  let taken = 0;
  readZip(readFileSync(corpus), 1e9, ({ bytes }: Member) => {
    if (bytes === undefined) return;
    const inflated = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes);
    taken += scanAll(scanner, inflated).taken;
  });
  expect(taken).toBeGreaterThan(2500);
});

const plain = {
  eventVersion: '1.08',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEEXAMPLE123:session',
    arn: 'arn:aws:sts::111122223333:assumed-role/Deploy/session',
    accountId: '111122223333',
    accessKeyId: 'ASIAEXAMPLEEXAMPLE12',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/Deploy', userName: 'Deploy' },
      attributes: { creationDate: '2026-03-01T08:00:00Z', mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2026-03-01T09:15:00Z',
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateAccessKey',
  awsRegion: 'us-east-1',
  sourceIPAddress: '192.0.2.7',
  userAgent: 'aws-cli/2.15 md/command#iam.create-access-key',
  requestParameters: { userName: 'backup', instancesSet: { items: [{ instanceId: 'i-1' }] } },
  responseElements: { accessKey: { accessKeyId: 'AKIAEXAMPLEEXAMPLE34', userName: 'backup' } },
  requestID: 'a',
  eventID: '0b5fa3c2-73c5-4f0e-9a8e-1f2d3c4b5a69',
  readOnly: false,
  resources: [
    { accountId: '111122223333', type: 'AWS::IAM::User', ARN: 'arn:aws:iam::111122223333:user/backup' },
  ],
  eventType: 'AwsApiCall',
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
};
const plainJson = JSON.stringify(plain);

describe('odd records', () => {
  const scanner = new SummaryScanner();
  /** Texts in the plain record, and what stands there instead. */
  const replaced: readonly [string, string][] = [
    ['"accessKeyId":"ASIAEXAMPLEEXAMPLE12"', '"accessKeyId":"ASIA1","accessKeyId":"ASIA2"'],
    ['"accessKeyId":"ASIAEXAMPLEEXAMPLE12"', '"accessKeyId":"ASIA1","access\\u004beyId":"ASIA2"'],
    ['"accessKeyId":"ASIAEXAMPLEEXAMPLE12"', '"accessKeyId":["ASIA1"]'],
    ['"accessKeyId":"ASIAEXAMPLEEXAMPLE12"', '"accessKeyId":"ASIA\\u0045XAMPLEEXAMPLE12"'],
    ['"accessKeyId":"ASIAEXAMPLEEXAMPLE12"', '"accessKeyId":""'],
    [
      '"sessionContext":{',
      '"sessionContext":{"attributes":{"creationDate":"2020-01-01T00:00:00Z"}},"sessionContext":{',
    ],
    ['"attributes":{', '"attributes":{"creationDate":"2020-01-01T00:00:00Z"},"attributes":{'],
    ['"creationDate":"2026-03-01T08:00:00Z"', '"creationDate":1772352000'],
    ['"principalId":"AROAEXAMPLEEXAMPLE123:session"', '"principalId":"AROAEXAMPLEEXAMPLE123:other"'],
    ['"principalId":"AROAEXAMPLEEXAMPLE123:session"', '"principalId":"AROAEXAMPLEEXAMPLE123:"'],
    ['"principalId":"AROAEXAMPLEEXAMPLE123:session"', '"principalId":"AROA\\u003asession:session"'],
    ['"principalId":"AROAEXAMPLEEXAMPLE123:session"', '"principalId":null'],
    ['"principalId":"', '"principalId":"AROA:x","principalId":"'],
    ['assumed-role/Deploy/session', 'assumed-role/Deploy\\/session'],
    ['assumed-role/Deploy/session', 'session'],
    ['assumed-role/Deploy/session', ''],
    ['"type":"AssumedRole",', ''],
    ['"type":"AssumedRole"', '"type":""'],
    ['"userIdentity":{', '"userIdentity":null,"other":{'],
    ['"2026-03-01T09:15:00Z"', '"2026-02-30T09:15:00Z"'],
    ['"2026-03-01T09:15:00Z"', '"2024-02-29T23:59:59Z"'],
    ['"2026-03-01T09:15:00Z"', '"0000-03-01T00:00:00Z"'],
    ['"2026-03-01T09:15:00Z"', '"2026-03-01T24:15:00Z"'],
    ['"2026-03-01T09:15:00Z"', '"2026-03-01 09:15:00.123"'],
    ['"2026-03-01T09:15:00Z"', '1772356500'],
    ['"iam.amazonaws.com"', '" iam.amazonaws.com"'],
    ['"iam.amazonaws.com"', '"aws:s3"'],
    ['"iam.amazonaws.com"', '"signin.amazonaws.com"'],
    ['"CreateAccessKey"', '"CreateAccessKey "'],
    ['"CreateAccessKey"', '""'],
    ['"CreateAccessKey"', '"Create\\u0041ccessKey"'],
    ['"readOnly":false', '"readOnly":"TRUE"'],
    ['"readOnly":false', '"readOnly":{}'],
    [
      '"readOnly":false',
      '"readOnly":false,"errorCode":"AccessDenied","errorMessage":"on resource: arn:aws:s3:::x."',
    ],
    ['"readOnly":false', '"readOnly":false,"errorCode":"  ","errorMessage":""'],
    ['"readOnly":false', '"readOnly":true,"errorCode":"NoSuchKey"'],
    ['"readOnly":false', '"readOnly":false,"errorMessage":"failed"'],
    ['"readOnly":false', '"readOnly":false,"sharedEventID":"s-1","sessionCredentialFromConsole":"true"'],
    ['"readOnly":false', '"readOnly":false,"eventName":"DeleteAccessKey"'],
    ['"readOnly":false', '"readOnly":false,"\\u0065ventName":"DeleteAccessKey"'],
    [
      '"readOnly":false',
      '"readOnly":false,"":1,"__proto__":{"errorCode":"X"},"additionalEventData":"\\u202e"',
    ],
    ['"readOnly":false', `"readOnly":false,"deep":${'['.repeat(500)}${']'.repeat(500)}`],
    ['"readOnly":false', '"readOnly":false,"deep":[[],{},[{"a":[1,-0.5e+3,true,null]}],""]'],
    ['"readOnly":false', '"readOnly":false,"numbers":[0,-0,10,1e5,1E-5,0.10]'],
    ['"192.0.2.7"', '{"ip":"192.0.2.7"}'],
    ['"192.0.2.7"', 'null'],
    ['"aws-cli/2.15', '"übergröße – 日本語 😀 aws-cli/2.15'],
    ['"aws-cli/2.15', '"\\ud83d\\ude00 aws-cli/2.15'],
    ['"aws-cli/2.15', '"\u200b aws-cli/2.15'],
    ['"aws-cli/2.15', '"[S3Console/0.4] aws-cli/2.15'],
    ['"requestParameters":{', '"requestParameters":{"username":"other",'],
    ['"requestParameters":{', '"requestParameters":{"userName":"",'],
    ['"requestParameters":{', '"requestParameters":{"userName":"other",'],
    ['"requestParameters":{', '"requestParameters":{"user\\u004eame":"other","bucketName":["",1],'],
    ['"requestParameters":{', '"requestParameters":{"bucketName":["x\\/y",1],'],
    ['"requestParameters":{', '"requestParameters":{"bucketName":12.50,'],
    ['"requestParameters":{', '"requestParameters":"{\\"userName\\":\\"x\\"}","other":{'],
    ['"userName":"backup","instancesSet"', '"instancesSet"'],
    ['"userName":"backup","instancesSet":{"items":[', '"instancesSet":{"items":[{"instanceId":"i-0"},'],
    ['{"items":[{"instanceId":"i-1"}]}', '{"items":[{"instanceId":"i-1"}],"items":[{"instanceId":"i-2"}]}'],
    ['{"items":[{"instanceId":"i-1"}]}', '{"items":[{"instanceId":"i-1","imageId":"ami-1","minCount":1}]}'],
    ['"responseElements":{', '"responseElements":{"ConsoleLogin":"Failure",'],
    ['"responseElements":{', '"responseElements":{"ConsoleLogin":"Success",'],
    ['"responseElements":{', '"responseElements":{"credentials":{"accessKeyId":"ASIAOTHER"},'],
    ['"responseElements":{', '"responseElements":[1],"other":{'],
    ['"accessKeyId":"AKIAEXAMPLEEXAMPLE34"', '"accessKeyId":"HIDDEN_DUE_TO_SECURITY_REASONS"'],
    ['"ARN":"', '"ARN":"","arn":"'],
    ['"ARN":"', '"ARN":"arn:aws:first","ARN":"'],
    ['"ARN":"', '"A\\u0052N":"arn:aws:first","ARN":"'],
    ['"resources":[', '"resources":[{"ARNPrefix":"arn:aws:s3:::"},'],
    ['"resources":[', '"resources":[null,"text",'],
    ['"resources":[', '"resources":[],"other":['],
    ['"recipientAccountId":"111122223333"', '"recipientAccountId":""'],
    ['"recipientAccountId":"111122223333",', ''],
    ['0b5fa3c2-73c5-4f0e-9a8e-1f2d3c4b5a69', '0B5FA3C2-73C5-4F0E-9A8E-1F2D3C4B5A69'],
    ['0b5fa3c2-73c5-4f0e-9a8e-1f2d3c4b5a69', '00000000-0000-0000-0000-000000000001'],
    ['0b5fa3c2-73c5-4f0e-9a8e-1f2d3c4b5a69', '0b5fa3c2-73c5-4f0e-9a8e-1f2d3c4b5a6g'],
    ['0b5fa3c2-73c5-4f0e-9a8e-1f2d3c4b5a69', ''],
  ];

  test.each(replaced)('%s → %s is read as by JSON.parse', (from, to) => {
    expect(plainJson).toContain(from);
    const odd = plainJson.replace(from, to);
    const bytes = Buffer.from(`[${plainJson},${odd},${plainJson},${odd}]`);
    const counts = scanAll(scanner, bytes);
    expect(counts.taken + counts.left).toBe(4);
    expect(counts.taken).toBeGreaterThanOrEqual(2);
  });

  test.each(['s', 'é', 'a\\/b', 'x:y', 'a/b', '\\u0041', 'x'.repeat(300), 'x'.repeat(20_000)])(
    'a session that is called %.20s is read as by JSON.parse',
    (name) => {
      const odd = plainJson.replaceAll('session"', `${name}"`);
      const bytes = Buffer.from(`[${plainJson},${odd},${plainJson},${odd}]`);
      const { taken, left } = scanAll(scanner, bytes);
      expect(taken + left).toBe(4);
      expect(taken).toBeGreaterThanOrEqual(2);
    },
  );

  test.each(unusualKeys)('a record with %s goes the careful way', (key) => {
    const bytes = Buffer.from(`[${plainJson.replace('{', `{"${key}":"x",`)}]`);
    expect(scanner.scan(bytes, 1)).toEqual([]);
  });

  test.each(oddRecords.map(({ title, record }) => [title, record] as const))('%s', (_, record) => {
    for (const text of [JSON.stringify(record), JSON.stringify(record, null, 2)])
      scanAll(scanner, Buffer.from(`[${text}]`));
  });

  test('what is no JSON is not taken', () => {
    for (const end of [
      '',
      '}',
      ',}',
      '"x":1}',
      ',"x"}',
      ',"x":}',
      ',"x":01}',
      ',"x":.5}',
      ',"x":tru}',
      ',"x":"\n"}',
    ])
      expect(
        scanner.scan(Buffer.from(`[${plainJson.slice(0, -1)}${end === '}' ? '}}' : end}]`), 1),
        end,
      ).toEqual([]);
  });

  test('a record is taken only when what follows is in its place', () => {
    const taken = (text: string, isInArray: boolean) =>
      scanner.scan(Buffer.from(text), isInArray ? 1 : 0, isInArray).length;
    expect(taken(`[${plainJson} , ${plainJson}\n]`, true)).toBe(2);
    expect(taken(`[${plainJson},]`, true)).toBe(0);
    expect(taken(`[${plainJson}`, true)).toBe(0);
    expect(taken(`[${plainJson},${plainJson},"x"]`, true)).toBe(1);
    expect(taken(`${plainJson}\n${plainJson}${plainJson}`, false)).toBe(3);
    expect(taken(`${plainJson}\n${plainJson},`, false)).toBe(1);
  });

  test('records are taken wherever the window over a long file ends', () => {
    const filler = 'x'.repeat(100_003);
    const texts = Array.from({ length: 40 }, (_, i) =>
      plainJson.replace('"readOnly"', `"filler":"${filler.slice(i * 731)}","readOnly"`),
    );
    const bytes = Buffer.from(`[${texts.join(',')}]`);
    const scanned = scanner.scan(bytes, 1);
    expect(scanned.length).toBe(40);
    expectSame(bytes, scanned);
  });

  test('a record that is longer than the window goes the careful way, those around it do not', () => {
    const long = plainJson.replace('"readOnly"', `"filler":"${'x'.repeat(2_000_000)}","readOnly"`);
    const bytes = Buffer.from(`[${plainJson},${long},${plainJson}]`);
    expect(scanAll(scanner, bytes)).toEqual({ taken: 2, left: 1 });
  });

  test('what was learnt may be forgotten: records give the same while tens of megabytes of values come and go', () => {
    const forgetful = new SummaryScanner();
    // Callers, keys and addresses that come again, in ever other company.
    const again = (part: number) =>
      Array.from({ length: 12 }, (_, i) =>
        plainJson
          .replaceAll('session"', `session-${(part * i) % 7}"`)
          .replaceAll('Deploy', `Deploy${i % 3}`)
          .replace('"ASIAEXAMPLEEXAMPLE12"', `"ASIAEXAMPLEEXAMPL${10 + (i % 5)}"`)
          .replace('08:00:00Z', `08:00:0${(part + i) % 4}Z`)
          .replace('192.0.2.7', `192.0.2.${(part + i) % 9}`)
          .replace('md/command', `md/${i % 2}/command`)
          .replace('user/backup', `user/backup${(part * i) % 11}`)
          .replace(
            '"readOnly":false',
            i % 4 === 0 ? '"readOnly":true,"errorCode":"NoSuchKey"' : '"readOnly":false',
          ),
      );
    const long = 'agent '.repeat(12_000);
    for (let part = 0; part < 60; part++) {
      // Agents are kept as long as there is room, targets are not.
      const filler = Array.from({ length: 12 }, (_, i) =>
        part % 3 === 0
          ? plainJson.replace('"aws-cli/2.15', `"${part}-${i}-${long}`)
          : plainJson.replace('user/backup', `user/${part}-${i}-${long}`),
      );
      const texts = again(part);
      const bytes = Buffer.from(`[${texts.join(',')},${filler.join(',')},${texts.join(',')}]`);
      const scanned = forgetful.scan(bytes, 1);
      expect(scanned.length).toBe(36);
      expectSame(bytes, [...scanned.slice(0, 12), ...scanned.slice(-12)]);
    }
  });

  test('records with thousands of keys each are read as by JSON.parse', () => {
    const many = new SummaryScanner();
    for (let part = 0; part < 5; part++) {
      const keys = Array.from({ length: 50_000 }, (_, i) => `"${(part * 50_000 + i).toString(36)}":1`);
      const odd = plainJson.replace('"requestParameters":{', `"requestParameters":{${keys.join(',')},`);
      const bytes = Buffer.from(`[${plainJson},${odd},${plainJson}]`);
      expect(scanAll(many, bytes)).toEqual({ taken: 3, left: 0 });
    }
  });

  test('nothing is read beyond the limit', () => {
    const bytes = Buffer.from(`[${plainJson},${plainJson}]`);
    for (let limit = plainJson.length - 40; limit < plainJson.length + 60; limit++)
      expect(scanner.scan(Buffer.from(bytes), 1, true, limit).length).toBe(
        limit > plainJson.length + 2 ? 1 : 0,
      );
  });
});

describe('mutated records', () => {
  const texts = dataFilesIn(samples)
    .flatMap(({ path, text }) => (path.endsWith('.json.gz') ? recordsIn(text) : []))
    .filter((_, i) => i % 23 === 0);
  const keys = [...textKeys, 'userIdentity', 'resources', 'requestParameters', 'responseElements', 's3'];
  const pieces = [
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\n',
    '\0',
    'null',
    'true',
    '-',
    '0',
    '""',
    '{}',
    '[]',
  ];
  const oddTexts = [
    '\\u202e',
    '\\u0041',
    '\\ud800',
    '"Failure"',
    '"ConsoleLogin":"Failure"',
    '"AccessDenied"',
    'é',
    '\u200b',
  ];

  /** One change of a text: bytes flipped, cut out, doubled or put in, or a key or value of one record set into another. */
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('flip'), at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ kind: fc.constant('cut'), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('double'), at: fc.nat(), length: fc.integer({ min: 1, max: 80 }) }),
    fc.record({ kind: fc.constant('insert'), at: fc.nat(), piece: fc.constantFrom(...pieces, ...oddTexts) }),
    fc.record({ kind: fc.constant('key'), at: fc.nat(), piece: fc.constantFrom(...keys, ...unusualKeys) }),
    fc.record({ kind: fc.constant('value'), at: fc.nat(), piece: fc.constantFrom(...pieces, ...oddTexts) }),
  );
  type Mutation = { kind: string; at: number; byte?: number; length?: number; piece?: string };

  function mutated(text: string, { kind, at, byte = 0, length = 0, piece = '' }: Mutation): Buffer {
    const bytes = Buffer.from(text);
    const place = at % bytes.length;
    const spliced = (from: number, to: number, put: Uint8Array) =>
      Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);
    switch (kind) {
      case 'flip':
        return spliced(place, place + 1, Buffer.from([byte]));
      case 'cut':
        return spliced(place, place + length, Buffer.alloc(0));
      case 'double':
        return spliced(place, place, bytes.subarray(place, place + length));
      case 'insert':
        return spliced(place, place, Buffer.from(piece));
      default: {
        // The key, or the value, of the member after the place.
        const found = [...text.matchAll(/"([^"\\]*)":("[^"\\]*"|[\w.]+)?/g)];
        const member = found[at % found.length]!;
        const changed = kind === 'key' ? `"${piece}":${member[2] ?? ''}` : `"${member[1]}":${piece}`;
        return Buffer.from(
          text.slice(0, member.index) + changed + text.slice(member.index + member[0].length),
        );
      }
    }
  }

  test('whatever is changed, what the scanner takes is what JSON.parse and summarize make of it', () => {
    const scanner = new SummaryScanner();
    let taken = 0;
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.nat(texts.length - 1), mutation, (i, j, change) => {
        const odd = mutated(texts[i]!, change);
        const bytes = Buffer.concat([Buffer.from('['), odd, Buffer.from(`,${texts[j]}]`)]);
        const scanned = scanner.scan(bytes, 1);
        expectSame(bytes, scanned);
        taken += scanned.length;
      }),
      { seed: 20260301, numRuns: 6000 },
    );
    expect(taken).toBeGreaterThan(2000);
  });
});

/** The texts of the records of a trail file. */
function recordsIn(text: string): string[] {
  try {
    return (JSON.parse(text) as { Records: JsonObject[] }).Records.map((record) => JSON.stringify(record));
  } catch {
    return [];
  }
}
