import { describe, expect, test } from 'vitest';
import { identityKey, markedEvents } from '../../src/query/marked-events.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { findUnreadableList } from '../../src/query/resolve-lists.ts';
import { ask, contextWith } from './ask.ts';
import { loadRecords } from './load-records.ts';

const at = (time: string, more: object = {}) => ({ eventName: 'GetItem', eventTime: time, ...more });
const from = (ip: string) => at('2026-03-01T00:00:00Z', { sourceIPAddress: ip });

describe('networks', () => {
  const ips = [
    '10.1.2.3',
    '11.1.2.3',
    '::ffff:10.1.2.3',
    '2001:db8::1',
    '2001:db9::1',
    'ec2.amazonaws.com',
    '10.1.2',
    '',
  ];
  const loaded = loadRecords(ips.map(from));
  const found = (query: string) => ask(query, loaded).map((event) => ips[event]);

  test('take addresses by number, also IPv4 within IPv6', () => {
    expect(found('ip:10.0.0.0/8')).toEqual(['10.1.2.3', '::ffff:10.1.2.3']);
    expect(found('ip:10.1.2.3/32')).toEqual(['10.1.2.3', '::ffff:10.1.2.3']);
    expect(found('ip:2001:db8::/32')).toEqual(['2001:db8::1']);
    expect(found('ip:0.0.0.0/0')).toEqual(['10.1.2.3', '11.1.2.3', '::ffff:10.1.2.3']);
  });

  test('that are none are text', () => {
    expect(found('ip:10.0.0.0/33')).toEqual([]);
    expect(found('ip:10.1.2')).toEqual(['10.1.2.3', '::ffff:10.1.2.3', '10.1.2']);
  });
});

describe('lists of indicators', () => {
  const ips = ['192.0.2.1', '198.51.100.7', '203.0.113.9', 'ec2.amazonaws.com'];
  const loaded = loadRecords(
    ips.map((ip) => at('2026-03-01T00:00:00Z', { sourceIPAddress: ip, requestParameters: { host: ip } })),
  );
  const lists: { readonly [name: string]: readonly string[] } = {
    'iocs.txt': ['# seen', ' 192.0.2.1 ', '', '203.0.113.0/24', 'EC2'],
  };
  const context = contextWith({ readList: (path) => lists[path] });

  test('match any of their lines: values, networks, any case; not comments', () => {
    expect(ask('ip:@iocs.txt', loaded, context)).toEqual([0, 2, 3]);
    expect(ask('!ip:@iocs.txt', loaded, context)).toEqual([1]);
    expect(ask('requestParameters.host:@iocs.txt', loaded, context)).toEqual([0, 2, 3]);
  });

  test('that cannot be read match nothing, and are named with their place', () => {
    expect(ask('ip:@gone.txt', loaded, context)).toEqual([]);
    const { query } = parseQuery('a (b | -ip:@gone.txt) ip:@iocs.txt');
    expect(findUnreadableList(query!, context)).toMatchObject({
      start: 8,
      end: 20,
      message: 'the list gone.txt cannot be read',
    });
    expect(findUnreadableList(parseQuery('ip:@iocs.txt').query!, context)).toBeUndefined();
  });
});

describe('times', () => {
  const times = [
    '2026-03-07T23:30:00Z',
    '2026-03-08T09:15:00Z',
    '2026-03-08T09:59:59.999Z',
    '2026-03-08T21:00:00Z',
    'nonsense',
  ];
  const loaded = loadRecords(times.map((time) => at(time)));
  const found = (query: string, zone = 'UTC', now = '2026-03-10T00:00:00Z') =>
    ask(query, loaded, contextWith({ zone, nowMs: Date.parse(now) }));

  const rows: readonly (readonly [query: string, zone: string, events: number[]])[] = [
    ['since:-12h', 'UTC', [1, 2, 3]],
    ['since:-11h45m', 'UTC', [1, 2, 3]],
    ['since:-11h', 'UTC', [3]],
    ['since:now-2d', 'UTC', [1, 2, 3]],
    ['until:now-2d', 'UTC', [0]],
    ['time:09:00..10:00', 'UTC', [1, 2]],
    ['time:23:00..10:00', 'UTC', [0, 1, 2]],
    // Clocks go forward that night in New York: 09:15 UTC is 05:15 there, and 21:00 is 17:00.
    ['time:05:00..06:00', 'America/New_York', [1, 2]],
    ['time:2026-03-08', 'America/New_York', [1, 2, 3]],
    ['time:2026-03-07', 'America/New_York', [0]],
    ['since:2026-03-08', 'Asia/Tokyo', [0, 1, 2, 3]],
    ['time:2026-03-09', 'Asia/Tokyo', [3]],
    ['-since:2026-03-08', 'UTC', [0, 4]],
  ];
  test.each(rows)('%s in %s', (query, zone, events) => expect(found(query, zone)).toEqual(events));

  test('relative to the newest event find nothing where no event has a time', () => {
    const timeless = loadRecords([at('never')]);
    expect(ask('since:-1h', timeless)).toEqual([]);
    expect(ask('time:09:15', timeless)).toEqual([]);
    expect(ask('-since:-1h', timeless)).toEqual([0]);
  });
});

describe('ids and copies', () => {
  const id = '11111111-2222-3333-4444-555555555555';
  const record = at('2026-03-01T00:00:00Z', { eventID: id });

  test('a folded copy does not appear, with duplicates kept each does', () => {
    expect(ask(`event_id:=${id}`, loadRecords([record, record]))).toHaveLength(1);
    expect(ask(`event_id:=${id.toUpperCase()}`, loadRecords([record, record], true))).toHaveLength(2);
  });

  test('a pasted id is found as eventID, else in any field, else anywhere', () => {
    const request = '99999999-2222-3333-4444-555555555555';
    const loaded = loadRecords([record, at('2026-03-01T00:01:00Z', { requestID: request, eventID: 'x' })]);
    expect(ask(id, loaded)).toEqual([0]);
    expect(ask(request, loaded)).toEqual([1]);
    expect(
      ask(
        'AROAABCDEFGHIJKLMNOPQ',
        loadRecords([
          at('2026-03-01T00:00:00Z', {
            userIdentity: { type: 'AssumedRole', principalId: 'AROAABCDEFGHIJKLMNOPQ:ci' },
          }),
        ]),
      ),
    ).toEqual([0]);
  });

  test('marked events are found by their id', () => {
    expect(
      ask(
        'is:marked',
        loadRecords([record, at('2026-03-01T00:01:00Z')]),
        contextWith({ marked: new Set([id]) }),
      ),
    ).toEqual([0]);
  });
});

test('a later snapshot is answered with what came since', () => {
  const few = loadRecords([{ eventName: 'CreateKey', eventTime: '2026-03-01T00:00:00Z' }]);
  const more = loadRecords(
    ['CreateKey', 'Createkeys', 'CreateAccessKey'].map((eventName) => ({
      eventName,
      eventTime: '2026-03-01T00:00:00Z',
    })),
  );
  expect(ask('ckey', few)).toEqual([0]);
  expect(ask('createkey', more)).toEqual([0, 1]);
});

test('a record without an eventID is marked by its place', () => {
  const unnamed = loadRecords([{ eventName: 'A' }, { eventName: 'B' }, { eventName: 'C', eventID: 'odd' }]);
  const { snapshot } = unnamed;
  const marked = new Set([1, 2].map((event) => identityKey(snapshot, event)));
  expect(ask('is:marked', unnamed, contextWith({ marked }))).toEqual(markedEvents(snapshot, marked));
  expect(markedEvents(snapshot, marked).sort()).toEqual([1, 2]);
});
