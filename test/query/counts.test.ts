import { describe, expect, test } from 'vitest';
import { countAccounts } from '../../src/query/accounts.ts';
import { binsFor } from '../../src/query/bins.ts';
import { countCombinations, countValues } from '../../src/query/counts.ts';
import { coverageOf } from '../../src/query/coverage.ts';
import { explainEmpty } from '../../src/query/explain-empty.ts';
import { histogramOf } from '../../src/query/histogram.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { countPathSpread } from '../../src/query/path-spread.ts';
import { pivotsOf } from '../../src/query/pivots.ts';
import { sortMatches } from '../../src/query/sort.ts';
import { countSpread, orderSpread, type Spread, type SpreadOrder } from '../../src/query/spread.ts';
import { ask, contextWith } from './ask.ts';
import { loadRecords } from './load-records.ts';

const at = (minute: number) => `2026-03-01T09:${String(minute).padStart(2, '0')}:00Z`;
const user = (userName: string, accessKeyId: string, accountId = '111122223333') => ({
  type: 'IAMUser',
  userName,
  accessKeyId,
  accountId,
  arn: `arn:aws:iam::${accountId}:user/${userName}`,
});
const base = {
  eventSource: 's3.amazonaws.com',
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
  readOnly: true,
};
const loaded = loadRecords([
  {
    ...base,
    eventName: 'ListBuckets',
    eventTime: at(0),
    sourceIPAddress: '10.0.0.9',
    userIdentity: user('alice', 'AKIA1'),
  },
  {
    ...base,
    eventName: 'ListBuckets',
    eventTime: at(5),
    sourceIPAddress: '10.0.0.10',
    userIdentity: user('alice', 'AKIA1'),
  },
  {
    ...base,
    eventName: 'PutBucketPolicy',
    eventTime: at(5),
    sourceIPAddress: '10.0.0.10',
    readOnly: false,
    errorCode: 'AccessDenied',
    userIdentity: user('bob', 'AKIA2', '999900001111'),
  },
  {
    ...base,
    eventName: 'ListBuckets',
    eventTime: 'never',
    sourceIPAddress: '2001:db8::1',
    errorCode: 'NoSuchBucket',
    userIdentity: user('alice', 'AKIA3'),
  },
  {
    ...base,
    eventName: 'GetObject',
    eventTime: at(40),
    eventCategory: 'Data',
    awsRegion: 'eu-west-1',
    userIdentity: { type: 'AWSService', invokedBy: 'x.amazonaws.com' },
  },
]);
const { snapshot } = loaded;
const all = snapshot.order;

const rowsOf = (spread: Spread, order: SpreadOrder) => spread.rows(orderSpread(spread, order));

describe('counts', () => {
  test('of a field: most frequent first, then by value, with first and last time', () => {
    expect(countValues(snapshot, all, 'event')).toMatchObject([
      { value: 'ListBuckets', count: 3, firstMs: Date.parse(at(0)), lastMs: Date.parse(at(5)) },
      { value: 'GetObject', count: 1, firstMs: Date.parse(at(40)), lastMs: Date.parse(at(40)) },
      { value: 'PutBucketPolicy', count: 1 },
    ]);
    expect(countValues(snapshot, all, 'event', 2).map(({ value }) => value)).toEqual([
      'ListBuckets',
      'GetObject',
    ]);
    expect(countValues(snapshot, Uint32Array.of(3), 'event')).toMatchObject([
      { count: 1, firstMs: Number.NaN },
    ]);
    expect(countValues(snapshot, Uint32Array.of(), 'event')).toEqual([]);
  });

  test('of fields without a column, and of combinations', () => {
    expect(countValues(snapshot, all, 'file')).toMatchObject([{ value: 'records.json', count: 5 }]);
    expect(
      countCombinations(snapshot, all, ['event', 'access_key']).map(({ values, count }) => [
        ...values,
        count,
      ]),
    ).toEqual([
      ['ListBuckets', 'AKIA1', 2],
      ['GetObject', '', 1],
      ['ListBuckets', 'AKIA3', 1],
      ['PutBucketPolicy', 'AKIA2', 1],
    ]);
    expect(countCombinations(snapshot, Uint32Array.of(), ['event', 'access_key'])).toEqual([]);
  });

  test('of values at a path: an event that has two counts for both, and others than the matches do not', () => {
    const found = [
      {
        looked: Uint32Array.of(0, 1),
        events: Uint32Array.of(0, 0, 1),
        codes: Uint32Array.of(0, 1, 1),
        texts: ['a', 'b'],
      },
      {
        looked: Uint32Array.of(2, 3),
        events: Uint32Array.of(2, 3),
        codes: Uint32Array.of(0, 1),
        texts: ['b', 'a'],
      },
    ];
    const { values, looked, having } = countPathSpread(snapshot, Uint32Array.of(0, 1, 2, 4), found);
    expect(rowsOf(values, 'count').map(({ value, count }) => [value, count])).toEqual([
      ['b', 3],
      ['a', 1],
    ]);
    expect([looked, having]).toEqual([3, 3]);
  });

  test('with the number of addresses and keys: one key from two addresses stands out', () => {
    const spread = countSpread(snapshot, all, 'access_key');
    expect(rowsOf(spread, 'count').map(({ value, count, ips, keys }) => [value, count, ips, keys])).toEqual([
      ['AKIA1', 2, 2, 1],
      ['', 1, 0, 0],
      ['AKIA2', 1, 1, 1],
      ['AKIA3', 1, 1, 1],
    ]);
    const orders = (['rare', 'first-seen', 'ips'] as const).map((order) =>
      rowsOf(spread, order).map(({ value }) => value),
    );
    expect(orders).toEqual([
      ['', 'AKIA2', 'AKIA3', 'AKIA1'],
      ['AKIA1', 'AKIA2', '', 'AKIA3'],
      ['AKIA1', 'AKIA2', 'AKIA3', ''],
    ]);
  });

  test('of accounts named in ARNs and account fields, the foreign ones marked', () => {
    expect(countAccounts(snapshot, all)).toMatchObject([
      { account: '111122223333', count: 5, foreign: false },
      { account: '999900001111', count: 1, foreign: true, firstMs: Date.parse(at(5)) },
    ]);
  });
});

describe('sorting', () => {
  const sorted = (field: Parameters<typeof sortMatches>[2], reverse: boolean) => [
    ...sortMatches(snapshot, all, field, reverse),
  ];
  test('keeps equal values in time order and puts events without the value last', () => {
    expect(sorted('time', false)).toEqual([0, 1, 2, 4, 3]);
    expect(sorted('time', true)).toEqual([3, 4, 2, 1, 0]);
    expect(sorted('event', false)).toEqual([4, 0, 1, 3, 2]);
    expect(sorted('event', true)).toEqual([2, 0, 1, 3, 4]);
    expect(sorted('source_ip', false)).toEqual([0, 1, 2, 3, 4]);
    expect(sorted('error', true)).toEqual([3, 2, 0, 1, 4]);
    expect(sorted('request_id', true)).toEqual([0, 1, 2, 4, 3]);
  });
});

describe('the histogram', () => {
  test('tells failures and denials apart, and leaves out what has no time', () => {
    const histogram = histogramOf(snapshot, all, Date.parse(at(0)), Date.parse(at(50)), 5);
    expect(histogram.binMs).toBe(600_000);
    expect([...histogram.total]).toEqual([3, 0, 0, 0, 1]);
    expect([...histogram.denied]).toEqual([1, 0, 0, 0, 0]);
    expect([...histogram.failed]).toEqual([0, 0, 0, 0, 0]);
    expect([...histogramOf(snapshot, all, Date.parse(at(5)), Date.parse(at(40)), 1).total]).toEqual([2]);
  });

  test('has bins of a readable length that cover first and last', () => {
    const spans: readonly (readonly [
      first: string,
      last: string,
      most: number,
      binMs: number,
      count: number,
    ])[] = [
      ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z', 80, 1000, 1],
      ['2026-03-01T09:01:00Z', '2026-03-01T13:59:00Z', 60, 300_000, 60],
      ['2026-03-01T09:01:00Z', '2026-03-01T14:00:00Z', 60, 600_000, 31],
      ['2026-01-01T00:00:00Z', '2026-12-31T23:59:59Z', 100, 7 * 86_400_000, 53],
      ['1971-01-01T00:00:00Z', '2026-12-31T23:59:59Z', 10, 2273 * 86_400_000, 10],
    ];
    for (const [first, last, most, binMs, count] of spans) {
      const bins = binsFor(Date.parse(first), Date.parse(last), most);
      expect([bins.binMs, bins.count]).toEqual([binMs, count]);
      expect(bins.startMs).toBeLessThanOrEqual(Date.parse(first));
      expect(bins.endMs).toBeGreaterThan(Date.parse(last));
    }
  });

  test('begins its days at midnight of the zone shown', () => {
    const bins = binsFor(
      Date.parse('2026-03-01T12:00:00Z'),
      Date.parse('2026-03-20T12:00:00Z'),
      30,
      -5 * 3_600_000,
    );
    expect(new Date(bins.startMs).toISOString()).toBe('2026-03-01T05:00:00.000Z');
  });
});

describe('what was recorded at all', () => {
  test('is told by sort of event, and for data events by service', () => {
    expect(coverageOf(snapshot)).toEqual([
      {
        kind: 'management reads',
        service: '',
        count: 3,
        firstMs: Date.parse(at(0)),
        lastMs: Date.parse(at(5)),
        regions: ['us-east-1'],
        accounts: ['111122223333'],
      },
      {
        kind: 'management writes',
        service: '',
        count: 1,
        firstMs: Date.parse(at(5)),
        lastMs: Date.parse(at(5)),
        regions: ['us-east-1'],
        accounts: ['111122223333'],
      },
      {
        kind: 'data events',
        service: 's3',
        count: 1,
        firstMs: Date.parse(at(40)),
        lastMs: Date.parse(at(40)),
        regions: ['eu-west-1'],
        accounts: ['111122223333'],
      },
    ]);
  });

  test('explains an empty answer', () => {
    const why = (text: string) => explainEmpty(parseQuery(text).query!, snapshot, contextWith());
    expect(why('since:2026-04-01')).toEqual([
      'the logs run from 2026-03-01T09:00:00Z to 2026-03-01T09:40:00Z',
    ]);
    expect(why('event:=PutItem')).toEqual([
      'no data events of dynamodb are in these logs: such calls may not have been recorded',
    ]);
    expect(why('event:=PutObject')).toEqual([]);
    expect(why('customers-copy is:write ^arn')).toEqual([
      '"customers-copy" "arn" looks in whole records; bare words only in service, event and principal',
    ]);
    expect(why('event:=DeleteTrail time:09:10')).toEqual([]);
  });
});

describe('pivots of an event', () => {
  test('give the query, and its count overall and around', () => {
    const pivots = pivotsOf(snapshot, 1, 'r-1');
    expect(pivots.map(({ field, query, count, countAround }) => [field, query, count, countAround])).toEqual([
      ['access_key', 'access_key:=AKIA1', 2, 2],
      ['source_ip', 'source_ip:=10.0.0.10', 2, 2],
      ['principal', 'principal:=alice', 3, 2],
      ['person', 'person:=alice', 3, 2],
      ['session', expect.stringContaining('session:='), 2, 2],
      ['request_id', 'requestID:=r-1', undefined, undefined],
    ]);
    for (const { query, count } of pivots)
      if (count !== undefined) expect(ask(query, loaded)).toHaveLength(count);
  });

  test('leave out what the event has no value for', () => {
    expect(pivotsOf(snapshot, 4).map(({ field }) => field)).not.toContain('access_key');
  });
});
