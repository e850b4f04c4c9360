import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import { Dictionaries } from '../../src/decode/dictionaries.ts';
import { RecordScanner } from '../../src/decode/scan-record.ts';
import { eventsOf } from './events-of.ts';

/** Records that are told apart by their number, each so long that a few hundred fill the scanner's window. */
const recordOf = (number: number, more: object = {}) => ({
  eventVersion: '1.10',
  userIdentity: { type: 'IAMUser', userName: `user-${number % 7}`, accountId: '111122223333' },
  eventTime: '2026-02-03T04:05:06Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  requestParameters: { bucketName: `bucket-${number}`, text: 'x'.repeat((number * 37) % 3000) },
  eventID: `id-${number}`,
  ...more,
});
const count = 1200;
const records = (more: (number: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, i) => recordOf(i, more(i)));
const trailOf = (list: readonly object[]) => JSON.stringify({ Records: list });
const plain = trailOf(records());

const decode = (bytes: Uint8Array) =>
  createDecoder(0, { maxInflatedBytes: 1e9 }).decode({ path: 'file', bytes });

/** What came of bytes, without what differs where they are kept. */
function outcomeOf(bytes: Uint8Array) {
  const decoded = decode(bytes);
  return {
    events: eventsOf([decoded], () => bytes),
    reports: decoded.reports.map(({ byteLength: _, ...report }) => report),
    problems: decoded.problems,
  };
}

/** Whether the packed file is read on its way out of the packing. */
function isReadInPieces(gzip: Uint8Array): boolean {
  const scanner = new RecordScanner(new Dictionaries(0));
  return scanner.scanTrailFile(gzip, 1e9, scanner.builder) !== undefined;
}

describe('a trail file in gzip gives the same as without', () => {
  const longest = 'x'.repeat(600_000);
  const files: readonly (readonly [what: string, text: string, isInPieces: boolean])[] = [
    ['as CloudTrail writes it', plain, true],
    ['with space about everything', `${JSON.stringify({ Records: records() }, null, 1)}\n`, false],
    [
      'with space between and after the records',
      `${plain.replaceAll('},{"eventV', '} ,\n\t{"eventV')} \n`,
      true,
    ],
    [
      'with records that the scanner is not sure of',
      trailOf(records((i) => (i % 100 === 50 ? { eventSource: ' s3.amazonaws.com' } : {}))),
      true,
    ],
    [
      'with a record that is unsure and goes on beyond the window',
      trailOf(
        records((i) => (i % 3 === 0 ? { eventSource: ' s3.amazonaws.com', more: 'y'.repeat(9000) } : {})),
      ),
      true,
    ],
    [
      'with a record longer than the window',
      trailOf(records((i) => (i === 700 ? { more: longest } : {}))),
      false,
    ],
    ['with letters beyond ASCII', trailOf(records(() => ({ userAgent: 'Zoë \u2028 😀' }))), true],
    ['without records', '{"Records":[]}', false],
    ['with another key after the records', `${plain.slice(0, -1)},"more":1}`, false],
    ['with something else among the records', trailOf([...records(), { no: 'event' }, ...records()]), false],
    ['with a hole', `${plain.slice(0, 900_000)}\n${plain.slice(900_700)}`, false],
    ['cut in a record', plain.slice(0, 1_000_000), false],
    ['cut after a record', plain.slice(0, plain.indexOf(',{"eventVersion', 1_000_000)), false],
    ['cut after the comma', plain.slice(0, plain.indexOf('{"eventVersion', 1_000_000)), false],
    ['without its last brace', plain.slice(0, -1), false],
    ['twice', plain + plain, false],
    ['with much after it', plain + ' '.repeat(2_000_000), false],
  ];

  test.each(files)('%s', (_what, text, isInPieces) => {
    const bytes = Buffer.from(text);
    const gzip = gzipSync(bytes);
    expect(outcomeOf(gzip)).toEqual(outcomeOf(bytes));
    expect(isReadInPieces(gzip)).toBe(isInPieces);
  });

  test('wherever the window ends', () => {
    for (let shift = 0; shift < 20; shift++) {
      const text = trailOf(records((i) => (i === 0 ? { eventVersion: 'x'.repeat(shift * 29) } : {})));
      expect(outcomeOf(gzipSync(text))).toEqual(outcomeOf(Buffer.from(text)));
    }
  });

  test('in several members, and with zeros after the last', () => {
    const whole = outcomeOf(Buffer.from(plain));
    const [first, last] = [gzipSync(plain.slice(0, 700_000)), gzipSync(plain.slice(700_000))];
    expect(isReadInPieces(Buffer.concat([first, last]))).toBe(true);
    expect(outcomeOf(Buffer.concat([first, last]))).toEqual(whole);
    expect(outcomeOf(Buffer.concat([first, last, Buffer.alloc(512)]))).toEqual(whole);
  });
});

describe('a damaged gzip file', () => {
  const gzip = gzipSync(plain);
  const damaged = (change: (bytes: Buffer) => Uint8Array) => change(Buffer.from(gzip));
  const eventCount = (bytes: Uint8Array) => eventsOf([decode(bytes)]).length;

  test('whose checksum is wrong is read, and said to be', () => {
    const bytes = damaged((copy) => {
      copy.writeUInt32LE(1, copy.length - 8);
      return copy;
    });
    expect(eventCount(bytes)).toBe(count);
    expect(decode(bytes).problems).toMatchObject([{ kind: 'corrupt' }]);
  });

  test('that is cut gives the records before the cut', () => {
    const bytes = damaged((copy) => copy.subarray(0, copy.length >> 1));
    expect(eventCount(bytes)).toBeGreaterThan(count / 4);
    expect(decode(bytes).problems[0]).toMatchObject({ kind: 'truncated' });
  });

  test('is followed by others that are read as if it had not been there', () => {
    const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
    const cut = gzip.subarray(0, gzip.length >> 1);
    const all = [gzip, cut, gzip].map((bytes) => decoder.decode({ path: 'file', bytes }));
    const events = eventsOf(all);
    expect(events.length).toBeGreaterThan(2 * count);
    expect(events.slice(-count)).toEqual(events.slice(0, count));
  });
});
