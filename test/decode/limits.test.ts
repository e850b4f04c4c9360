import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import { unpack } from '../../src/decode/unpack.ts';
import { eventsOf } from './events-of.ts';

const decode = (bytes: Uint8Array, maxInflatedBytes = 1e9) =>
  createDecoder(0, { maxInflatedBytes }).decode({ path: 'file', bytes });

const recordOf = (number: number, more: object = {}) => ({
  eventVersion: '1.10',
  eventTime: '2026-02-03T04:05:06Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  eventID: `id-${number}`,
  ...more,
});
const trailOf = (count: number, more: object = {}) =>
  Buffer.from(JSON.stringify({ Records: Array.from({ length: count }, (_, i) => recordOf(i, more)) }));

describe('decompression', () => {
  test('a gzip file that inflates beyond the cap is refused, with the reason', () => {
    const { reports, problems, batches } = decode(gzipSync(trailOf(1000)), 10_000);
    expect(reports).toMatchObject([{ outcome: 'unreadable', records: 0 }]);
    expect(problems).toMatchObject([{ kind: 'too-large', recordsLost: 0 }]);
    expect(batches).toEqual([]);
  });

  test('a gzip file that inflates to hundreds of times its size is taken for a bomb, whatever the cap', () => {
    const bomb = gzipSync(Buffer.alloc(80_000_000), { level: 9 });
    expect(decode(bomb, 1e12).problems).toMatchObject([{ kind: 'too-large' }]);
  });

  test('a bomb within a zip costs no other member', () => {
    const zip = zipSync({
      'bomb.gz': gzipSync(Buffer.alloc(80_000_000)),
      'trail.json': trailOf(2),
      'z.json': Buffer.alloc(70_000_000),
    });
    const { reports } = decode(zip);
    expect(reports.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['file/bomb.gz', 'unreadable'],
      ['file/trail.json', 'read'],
      ['file/z.json', 'unreadable'],
    ]);
  });

  test('archives within archives are read to a bounded depth', () => {
    let nested: Uint8Array = trailOf(1);
    for (let depth = 0; depth < 5; depth++) nested = zipSync({ 'inner.zip': nested });
    expect(eventsOf([decode(nested)])).toHaveLength(1);
    for (let depth = 0; depth < 5; depth++) nested = zipSync({ 'inner.zip': nested });
    expect(decode(nested).problems).toMatchObject([{ kind: 'too-deep' }]);
  });

  test('zstd is read, all frames of it, and up to where it is cut', () => {
    const frames = Buffer.concat([zstdCompressSync(trailOf(3)), zstdCompressSync(trailOf(4))]);
    expect(eventsOf([decode(frames)])).toHaveLength(7);
    const long = zstdCompressSync(trailOf(20_000, { userAgent: 'x'.repeat(100) }));
    const cut = decode(long.subarray(0, long.length - 500));
    expect(eventsOf([cut]).length).toBeGreaterThan(1000);
    expect(cut.problems.map(({ kind }) => kind)).toEqual(['truncated', 'truncated']);
  });
});

describe('records of unusual size', () => {
  test('a value of a megabyte is kept whole', () => {
    const policy = 'p'.repeat(1_000_000);
    const [event] = eventsOf([decode(trailOf(1, { requestParameters: { policy } }))]);
    expect(JSON.parse(event!.json).requestParameters.policy).toBe(policy);
  });

  test.each([1_000, 100_000])('nesting %d deep costs no other record', (depth) => {
    const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const text = `{"Records":[${JSON.stringify(recordOf(1))},${JSON.stringify(recordOf(2)).slice(0, -1)},"requestParameters":${deep}},${JSON.stringify(recordOf(3))}]}`;
    const decoded = decode(Buffer.from(text));
    const [report] = decoded.reports;
    expect(eventsOf([decoded]).map(({ eventId }) => eventId)).toEqual(
      expect.arrayContaining(['id-1', 'id-3']),
    );
    expect(report!.records + report!.lost).toBe(3);
  });

  test('brackets without end are no records and no trouble', () => {
    for (const bracket of ['[', '{"a":', '{"eventVersion":', '"{\\"eventName\\":']) {
      const { reports } = decode(Buffer.from(bracket.repeat(20_000)));
      expect(reports).toMatchObject([{ records: 0 }]);
    }
  });
});

describe('large files', () => {
  const count = 90_000;
  const bytes = trailOf(count, { userAgent: 'x'.repeat(700) });

  test('one on disk is kept as several ranges of itself, each event at its place', () => {
    const origin = { file: '/logs/file', size: bytes.length, mtimeMs: 1 };
    const decoded = createDecoder(0, { maxInflatedBytes: 1e9 }).decode({ path: 'file', bytes, origin });
    expect(decoded.batches.length).toBeGreaterThan(1);
    expect(decoded.batches.map(({ document }) => document.source.kept)).toEqual(
      decoded.batches.map(() => 'disk'),
    );
    const events = eventsOf([decoded], () => bytes);
    expect(events).toHaveLength(count);
    const wrong = events.filter(({ json, fileStart, fileEnd, eventId }) => {
      return bytes.toString('utf8', fileStart, fileEnd) !== json || JSON.parse(json).eventID !== eventId;
    });
    expect(wrong).toEqual([]);
  });

  test('one that came packed is kept as several documents that can be unpacked each by itself', () => {
    const decoded = decode(gzipSync(bytes, { level: 1 }));
    expect(decoded.batches.length).toBeGreaterThan(1);
    const [first, second] = decoded.batches.map(({ document }) => document);
    expect(first!.byteLength).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(second!.baseOffset).toBeGreaterThanOrEqual(first!.baseOffset + first!.byteLength);
    expect(eventsOf([decoded]).at(-1)).toMatchObject({
      eventId: `id-${count - 1}`,
      fileEnd: bytes.length - 2,
    });
  });
});

test('a document is refused that unpacks to more than it should', () => {
  expect(() => unpack(deflateRawSync(Buffer.alloc(1000)), 'deflate-raw', 999)).toThrow();
  expect(() => unpack(gzipSync(Buffer.alloc(1000)), 'gzip', 999)).toThrow();
  expect(unpack(gzipSync(Buffer.alloc(1000)), 'gzip', 1000)).toHaveLength(1000);
});
