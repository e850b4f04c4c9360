import { describe, expect, test } from 'vitest';
import { countAccounts } from '../../src/query/accounts.ts';
import { completionsAt } from '../../src/query/complete.ts';
import { countCombinations, countValues } from '../../src/query/counts.ts';
import { coverageOf } from '../../src/query/coverage.ts';
import { histogramOf } from '../../src/query/histogram.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { pivotsOf } from '../../src/query/pivots.ts';
import { prepareAnswers, prepareQueries } from '../../src/query/prepare.ts';
import { sortMatches } from '../../src/query/sort.ts';
import { countSpread, orderSpread } from '../../src/query/spread.ts';
import { type FieldName, fieldNamed } from '../../src/record/fields.ts';
import { ask } from './ask.ts';
import { loadRecords } from './load-records.ts';

/**
 * Events enough that values are sorted in pieces and masks are walked either way, with all that makes counting hard: many
 * values that occur once, ties, empty values, times that are the same or cannot be read, and copies that are folded.
 * Every answer is compared with one that goes through the events one by one.
 */
const eventCount = 6000;

let state = 1;
function below(limit: number): number {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % limit;
}

const account = (number: number) => String(111122220000 + number);
const calls = ['GetObject', 'getObject', 'PutObject', 'AssumeRole', 'DescribeInstances', 'DeleteBucket'];
const records = Array.from({ length: eventCount }, (_, i) => {
  const user = below(40);
  const seconds = below(4000);
  return {
    eventID: `event-${i}`,
    eventSource: below(3) === 0 ? 's3.amazonaws.com' : 'ec2.amazonaws.com',
    eventName: calls[below(calls.length)]!,
    eventTime:
      below(50) === 0 ? 'never' : new Date(Date.parse('2026-03-01T00:00:00Z') + seconds * 1000).toISOString(),
    ...(below(9) === 0 ? {} : { sourceIPAddress: `10.0.${below(3)}.${below(200)}` }),
    ...(below(4) === 0 ? { errorCode: below(2) === 0 ? 'AccessDenied' : 'NoSuchKey' } : {}),
    recipientAccountId: account(below(3)),
    eventCategory: below(2) === 0 ? 'Data' : 'Management',
    readOnly: below(2) === 0,
    requestParameters: { bucketName: `${below(2) === 0 ? 'B' : 'b'}ucket-${below(2500)}` },
    userIdentity: {
      type: 'IAMUser',
      userName: user % 2 === 0 ? `User${user}` : `user${user}`,
      accountId: account(user % 5),
      arn: `arn:aws:iam::${account(user % 7)}:user/u${user}`,
      ...(user % 6 === 0 ? {} : { accessKeyId: `AKIA${user}K${below(3)}` }),
    },
  };
});
const loaded = loadRecords([...records, ...records.slice(100, 400)]);
const { snapshot } = loaded;
const matchesBy: readonly (readonly [string, Uint32Array])[] = [
  ['all events', snapshot.order],
  ['many of them', Uint32Array.from(ask('service:=s3', loaded))],
  ['few of them', Uint32Array.from(ask('event:=getobject ip:10.0.1.7', loaded))],
  ['none', new Uint32Array()],
];
const fields = [
  'event',
  'principal',
  'source_ip',
  'target',
  'access_key',
  'person',
  'session',
  'error',
  'file',
] as const;

const textOf = (event: number, field: FieldName) => snapshot.text(field, event) ?? '';
const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

function grouped(events: Uint32Array, keyOf: (event: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const event of events) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return groups;
}

function timesOf(events: readonly number[]) {
  const timesMs = events.map((event) => snapshot.timeMs[event]!).filter((timeMs) => !Number.isNaN(timeMs));
  return timesMs.length === 0
    ? { firstMs: Number.NaN, lastMs: Number.NaN }
    : { firstMs: Math.min(...timesMs), lastMs: Math.max(...timesMs) };
}

function naiveSpread(events: Uint32Array, field: FieldName) {
  const distinct = (of: readonly number[], other: FieldName) =>
    new Set(of.map((event) => textOf(event, other)).filter((text) => text !== '')).size;
  return [...grouped(events, (event) => textOf(event, field))]
    .map(([value, of]) => ({
      value,
      count: of.length,
      ...timesOf(of),
      ips: distinct(of, 'source_ip'),
      keys: distinct(of, 'access_key'),
    }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
}

test('the events are folded, untimed and sparse as they should be', () => {
  expect(snapshot.length - snapshot.order.length).toBe(300);
  expect(matchesBy.map(([, { length }]) => length)).toEqual([eventCount, 1973, 44, 0]);
  expect(new Set(Array.from(snapshot.order, (event) => textOf(event, 'target'))).size).toBeGreaterThan(3000);
});

// Whatever was worked out ahead, the answers are the same.
describe.each(['asked at once', 'asked after all was prepared'])('%s', (when) => {
  test('preparing ends', () => {
    let pieces = 0;
    if (when !== 'asked at once') for (const _ of prepareAnswers(snapshot)) pieces++;
    expect(pieces === 0).toBe(when === 'asked at once');
  });

  test.each([
    ['source_ip:10.0.1.0/24', 'source_ip', (value: string) => value.startsWith('10.0.1.')],
    [
      '-event:=GetObject,=DeleteBucket',
      'event',
      (value: string) => !/^(getobject|deletebucket)$/i.test(value),
    ],
    ['(target:ucket-1 | target:=none)', 'target', (value: string) => value.includes('ucket-1')],
    ['principal:^user1', 'principal', (value: string) => /^user1/i.test(value)],
  ] as const)('the events of %s', (query, field, passes) => {
    if (when !== 'asked at once') for (const _ of prepareQueries([parseQuery(query).query!], snapshot));
    const expected = Array.from(snapshot.order).filter((event) => passes(textOf(event, field)));
    expect(expected.length).toBeGreaterThan(10);
    expect(ask(query, loaded)).toEqual(expected);
  });

  describe.each(matchesBy)('%s', (_, matches) => {
    test.each(fields)('counts of %s', (field) => {
      const naive = naiveSpread(matches, field);
      const plain = naive.map(({ value, count, firstMs, lastMs }) => ({ value, count, firstMs, lastMs }));
      const withoutCode = (most?: number) =>
        countValues(snapshot, matches, field, most).map(({ code: _code, ...rest }) => rest);
      expect(withoutCode()).toEqual(plain);
      for (const most of [1, 7, 100]) expect(withoutCode(most)).toEqual(plain.slice(0, most));
    });

    test.each(fields)('spread of %s, in each order', (field) => {
      const naive = naiveSpread(matches, field);
      const spread = countSpread(snapshot, matches, field);
      const rows = (order: Parameters<typeof orderSpread>[1]) =>
        spread.rows(orderSpread(spread, order)).map(({ code: _code, ...rest }) => rest);
      expect(rows('count')).toEqual(naive);
      expect(rows('rare')).toEqual(naive.toSorted((a, b) => a.count - b.count));
      expect(rows('ips')).toEqual(naive.toSorted((a, b) => b.ips - a.ips));
      const seen = ({ firstMs }: { firstMs: number }) => (Number.isNaN(firstMs) ? Number.MAX_VALUE : firstMs);
      expect(rows('first-seen')).toEqual(naive.toSorted((a, b) => seen(a) - seen(b)));
      const some = spread.codes.filter((_, place) => place % 97 === 0);
      expect(spread.rows(some)).toEqual(spread.rows(spread.codes).filter((_, place) => place % 97 === 0));
    });

    test.each(fields)('sorting by %s', (field) => {
      const placed = (event: number) => {
        const text = textOf(event, field);
        const address = text.split('.').map((part) => part.padStart(3, '0'));
        return field === 'source_ip' ? address.join('.') : text.toLowerCase();
      };
      const naive = (reverse: boolean) => {
        const named = [...matches].filter((event) => textOf(event, field) !== '');
        const sign = reverse ? -1 : 1;
        named.sort(
          (a, b) => sign * (compare(placed(a), placed(b)) || compare(textOf(a, field), textOf(b, field))),
        );
        return [...named, ...[...matches].filter((event) => textOf(event, field) === '')];
      };
      for (const reverse of [false, true])
        expect([...sortMatches(snapshot, matches, field, reverse)]).toEqual(naive(reverse));
    });

    test('combinations', () => {
      const names = ['event', 'access_key', 'target'] as const;
      const valuesOf = (event: number) => names.map((name) => textOf(event, name));
      const naive = [...grouped(matches, (event) => JSON.stringify(valuesOf(event)))]
        .map(([key, of]) => ({ values: JSON.parse(key) as string[], count: of.length, ...timesOf(of) }))
        .sort(
          (a, b) =>
            b.count - a.count || names.reduce((by, _name, i) => by || compare(a.values[i]!, b.values[i]!), 0),
        );
      expect(countCombinations(snapshot, matches, names)).toEqual(naive);
    });

    test('the histogram', () => {
      const [startMs, binCount, binMs] = [Date.parse('2026-03-01T00:05:00Z'), 37, 61_000];
      const { total, failed, denied } = histogramOf(
        snapshot,
        matches,
        startMs,
        startMs + binCount * binMs,
        binCount,
      );
      const naive = (outcome?: string) => {
        const bins = new Array<number>(binCount).fill(0);
        for (const event of matches) {
          const bin = Math.floor((snapshot.timeMs[event]! - startMs) / binMs);
          if (bin in bins && (outcome === undefined || textOf(event, 'outcome') === outcome)) bins[bin]!++;
        }
        return bins;
      };
      expect([[...total], [...failed], [...denied]]).toEqual([naive(), naive('failed'), naive('denied')]);
    });

    test('accounts', () => {
      const accountsOf = (event: number) => {
        const { callerAccount, arn } = snapshot.identityOf(event);
        return new Set([callerAccount, arn.split(':')[4]!, textOf(event, 'account')]);
      };
      const naive = Array.from({ length: 7 }, (_, number) => {
        const of = [...matches].filter((event) => accountsOf(event).has(account(number)));
        return { account: account(number), count: of.length, foreign: number > 2, ...timesOf(of) };
      })
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || compare(a.account, b.account));
      expect(countAccounts(snapshot, matches)).toEqual(naive);
    });
  });

  test('values typed on letter by letter are completed as if they were typed at once', () => {
    for (const typed of [
      'event:getob',
      'target:bucket-11',
      'source_ip:10.0.1',
      'principal:usr',
      'target:bukcet-1',
    ]) {
      for (let cursor = typed.indexOf(':') + 1; cursor <= typed.length; cursor++) {
        const text = typed.slice(0, cursor);
        const typedOn = completionsAt(text, cursor, snapshot, snapshot.order);
        expect(typedOn).toEqual(completionsAt(text, cursor, snapshot, snapshot.order.slice()));
        if (cursor === typed.indexOf(':') + 2) expect(typedOn.length).toBeGreaterThan(0);
        const counts = new Map(
          countValues(snapshot, snapshot.order, fieldNamed(typed.split(':')[0]!)!.name).map(
            ({ value, count }) => [value, count],
          ),
        );
        for (const { label, count } of typedOn) expect(count).toBe(counts.get(label));
      }
    }
  });

  test('pivots', () => {
    const aroundMs = 15 * 60_000;
    for (const event of [0, 17, 4711, snapshot.order.at(-1)!]) {
      for (const { field, count, countAround } of pivotsOf(snapshot, event)) {
        const same = [...snapshot.order].filter((other) => textOf(other, field) === textOf(event, field));
        const near = (other: number) =>
          Math.abs(snapshot.timeMs[other]! - snapshot.timeMs[event]!) <= aroundMs;
        expect([field, count, countAround]).toEqual([field, same.length, same.filter(near).length]);
      }
    }
  });

  test('what was recorded at all', () => {
    const rows = coverageOf(snapshot);
    expect(rows.map(({ kind, service }) => `${kind} ${service}`.trim()).sort()).toEqual([
      'data events ec2',
      'data events s3',
      'management reads',
      'management writes',
    ]);
    for (const { kind, service, count, firstMs, lastMs, accounts } of rows) {
      const of = [...snapshot.order].filter((event) =>
        kind === 'data events'
          ? textOf(event, 'category') === 'Data' && textOf(event, 'service') === service
          : textOf(event, 'category') === 'Management' &&
            (textOf(event, 'read_only') === 'true') === (kind === 'management reads'),
      );
      expect({ count, firstMs, lastMs }).toEqual({ count: of.length, ...timesOf(of) });
      expect(accounts).toEqual([account(0), account(1), account(2)]);
    }
  });
});
