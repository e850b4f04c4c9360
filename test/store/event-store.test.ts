import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../src/decode/batch.ts';
import { Dictionaries } from '../../src/decode/dictionaries.ts';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { Flag } from '../../src/record/summary.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';
import { decodedOf, decoders, recordOf } from './decoded-of.ts';

const idA = 'aaaaaaaa-0000-4000-8000-00000000000a';
const idB = 'bbbbbbbb-0000-4000-8000-00000000000b';

function storeOf(decoded: readonly Decoded[], keepDuplicates = false): Snapshot {
  const store = createEventStore({ keepDuplicates });
  for (const one of decoded) store.append(one);
  return store.snapshot();
}

/** The events in order, each as its file, time and name. */
function listed(snapshot: Snapshot): string[] {
  return Array.from(snapshot.order, (event) =>
    [
      snapshot.text('file', event),
      snapshot.text('time', event),
      snapshot.text('event', event),
      snapshot.text('event_id', event),
      snapshot.place(event).fileStart,
    ].join(' '),
  );
}

const someFile = fc.array(
  fc.record({
    eventTime: fc.constantFrom(
      '2026-03-01T09:15:00Z',
      '2026-03-01T09:15:01Z',
      '2026-03-01T09:15:01.250Z',
      'yesterday',
      '1999-01-01T00:00:00Z',
    ),
    eventName: fc.constantFrom('GetRecords', 'PutRecord', 'CreateStream', 'DeleteStream'),
    sourceIPAddress: fc.constantFrom('192.0.2.1', '192.0.2.2'),
    eventID: fc.constantFrom(idA, idB, 'odd id', 'another', undefined),
    requestParameters: fc.constantFrom(null, { streamName: 'a' }, { streamName: 'b' }),
  }),
  { maxLength: 8 },
);
const someFiles = fc.array(someFile, { maxLength: 6 }).map((files) =>
  files.map((records, i) => ({
    path: `logs/${(i * 7) % 10}.json`,
    records: records.map((fields) => recordOf(JSON.parse(JSON.stringify(fields)) as CloudTrailRecord)),
  })),
);

describe('order', () => {
  test('is time, then path, then position in the file, with unreadable times last', () => {
    const [decoder] = decoders(1);
    const late = recordOf({ eventTime: '2026-03-01T10:00:00Z', eventName: 'Late' });
    const early = recordOf({ eventTime: '2026-03-01T08:00:00Z', eventName: 'Early' });
    const broken = recordOf({ eventTime: '2018-05-25:17:06Z', eventName: 'Broken' });
    const snapshot = storeOf([
      decodedOf(decoder!, 'b.json', [
        broken,
        late,
        recordOf({ eventName: 'Second' }),
        recordOf({ eventName: 'Third' }),
      ]),
      decodedOf(decoder!, 'a.json', [recordOf({ eventName: 'First' }), early]),
    ]);
    expect(Array.from(snapshot.order, (event) => snapshot.text('event', event))).toEqual([
      'Early',
      'First',
      'Second',
      'Third',
      'Late',
      'Broken',
    ]);
    expect(Array.from(snapshot.order, (event) => snapshot.rank[event])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(snapshot.text('time', snapshot.order.at(-1)!)).toBe('2018-05-25:17:06Z');
    expect(snapshot.span).toEqual({ firstMs: Date.UTC(2026, 2, 1, 8), lastMs: Date.UTC(2026, 2, 1, 10) });
  });

  test('does not depend on the order of loading, the number of decoders, or who hashes contents', () => {
    fc.assert(
      fc.property(
        someFiles,
        fc.infiniteStream(fc.nat(2)),
        fc.infiniteStream(fc.nat(99)),
        fc.boolean(),
        (files, pick, shuffle, keep) => {
          const [alone] = decoders(1);
          const plain = storeOf(
            files.map(({ path, records }) => decodedOf(alone!, path, records)),
            keep,
          );
          const several = decoders(3);
          const shuffled = files
            .map((file) => ({ file, key: shuffle.next().value }))
            .sort((a, b) => a.key - b.key);
          const mixed = storeOf(
            shuffled.map(({ file }) =>
              decodedOf(several[pick.next().value]!, file.path, file.records, {
                hashed: pick.next().value > 0,
              }),
            ),
            keep,
          );
          expect(listed(mixed)).toEqual(listed(plain));
          expect(mixed.totals).toEqual(plain.totals);
          expect(mixed.span).toEqual(plain.span);
        },
      ),
    );
  });

  test('agrees with a plain sort for times far apart, before 1970 and with fractions', () => {
    const time = fc.integer({ min: -62e12, max: 250e12 }).map((ms) => new Date(ms).toISOString());
    fc.assert(
      fc.property(fc.array(time, { maxLength: 40 }), (times) => {
        const snapshot = storeOf([
          decodedOf(
            decoders(1)[0]!,
            'a.json',
            times.map((eventTime) => recordOf({ eventTime })),
          ),
        ]);
        const expected = times
          .map((_, event) => event)
          .sort((a, b) => Date.parse(times[a]!) - Date.parse(times[b]!) || a - b);
        expect([...snapshot.order].map((event) => snapshot.timeMs[event])).toEqual(
          expected.map((event) => snapshot.timeMs[event]),
        );
        if (!snapshot.timeMs.subarray(0, times.length).some(Number.isNaN))
          expect([...snapshot.order]).toEqual(expected);
      }),
    );
  });
});

describe('folding', () => {
  const record = recordOf({ eventID: idA });

  test.each<[string, CloudTrailRecord, CloudTrailRecord, { hashed?: boolean; spaced?: boolean }]>([
    ['the same bytes', record, record, {}],
    ['the same bytes, hashed by the decoder', record, record, { hashed: true }],
    ['the same but for white space', record, record, { spaced: true }],
    ['the same but for white space, hashed by the decoder', record, record, { spaced: true, hashed: true }],
    ['the same under an id that is no UUID', recordOf({ eventID: 'x' }), recordOf({ eventID: 'x' }), {}],
  ])('folds two records that are %s', (_, first, second, how) => {
    const [decoder] = decoders(1);
    const snapshot = storeOf([
      decodedOf(decoder!, 'b.json', [second], { hashed: how.hashed ?? false }),
      decodedOf(decoder!, 'a.json', [first], how),
    ]);
    expect(snapshot.order).toHaveLength(1);
    expect(snapshot.totals).toMatchObject({ events: 1, records: 2, duplicates: 1 });
    const [event] = snapshot.order;
    expect(snapshot.text('file', event!)).toBe('a.json');
    expect(snapshot.copies(event!).map((copy) => snapshot.text('file', copy))).toEqual(['a.json', 'b.json']);
    expect([0, 1].map((copy) => snapshot.representative(copy))).toEqual([event, event]);
    expect(snapshot.flags[event!]! & Flag.idReused).toBe(0);
  });

  test.each([
    ['a parameter', { requestParameters: { streamName: 'b' } }],
    ['a column', { eventName: 'DeleteStream' }],
    ['the time', { eventTime: '2026-03-01T09:16:00Z' }],
  ])('keeps two records apart that repeat an id and differ in %s, and says so', (_, change) => {
    for (const hashed of [false, true]) {
      const [decoder] = decoders(1);
      const other = recordOf({ requestParameters: { streamName: 'a' }, eventID: idB });
      const snapshot = storeOf([
        decodedOf(decoder!, 'a.json', [other, recordOf({ eventID: idA })], { hashed }),
        decodedOf(decoder!, 'b.json', [{ ...other, ...change }], { hashed }),
      ]);
      expect(snapshot.totals).toMatchObject({ events: 3, duplicates: 0 });
      expect([0, 1, 2].map((event) => (snapshot.flags[event]! & Flag.idReused) !== 0)).toEqual([
        true,
        false,
        true,
      ]);
      expect(snapshot.copies(0)).toEqual([0]);
    }
  });

  test('never folds records without an eventID', () => {
    const snapshot = storeOf([decodedOf(decoders(1)[0]!, 'a.json', [recordOf(), recordOf(), recordOf()])]);
    expect(snapshot.totals).toMatchObject({ events: 3, duplicates: 0 });
  });

  test('is left out when duplicates are to be kept', () => {
    const snapshot = storeOf([decodedOf(decoders(1)[0]!, 'a.json', [record, record])], true);
    expect([...snapshot.order]).toEqual([0, 1]);
    expect(snapshot.copies(1)).toEqual([1]);
  });

  test('folds each content under one id by itself', () => {
    const [one, two] = [
      recordOf({ eventID: idA, requestParameters: { n: 1 } }),
      recordOf({ eventID: idA, requestParameters: { n: 2 } }),
    ];
    const snapshot = storeOf([decodedOf(decoders(1)[0]!, 'a.json', [two, one, two, one, one])]);
    expect([...snapshot.order]).toEqual([0, 1]);
    expect(snapshot.copies(0)).toEqual([0, 2]);
    expect(snapshot.copies(4)).toEqual([1, 3, 4]);
  });

  test('agrees with comparing all records with all others', () => {
    fc.assert(
      fc.property(someFiles, fc.boolean(), (files, hashed) => {
        const [decoder] = decoders(1);
        const snapshot = storeOf(
          files.map(({ path, records }) => decodedOf(decoder!, path, records, { hashed })),
        );
        const records = files.flatMap((file) => file.records);
        const contents = new Set(
          records.map((record, i) => (record.eventID === undefined ? i : JSON.stringify(record))),
        );
        expect(snapshot.totals.events).toBe(contents.size);
        const idsWithContents = new Map<unknown, Set<string>>();
        for (const record of records) {
          idsWithContents.set(
            record.eventID,
            (idsWithContents.get(record.eventID) ?? new Set()).add(JSON.stringify(record)),
          );
        }
        records.forEach((record, event) => {
          const reused = record.eventID !== undefined && idsWithContents.get(record.eventID)!.size > 1;
          expect((snapshot.flags[event]! & Flag.idReused) !== 0).toBe(reused);
        });
      }),
    );
  });
});

describe('a snapshot', () => {
  test('tells the values of a column apart however many there are, and so does one taken before', () => {
    const [decoder] = decoders(1);
    const records = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) =>
        recordOf({
          sourceIPAddress: `host-${from + i}`,
          userIdentity: { type: 'AWSAccount', accountId: `${from + i}` },
        }),
      );
    const store = createEventStore({ keepDuplicates: false });
    store.append(decodedOf(decoder!, 'a.json', records(0, 500)));
    const before = store.snapshot();
    store.append(decodedOf(decoder!, 'b.json', records(500, 2 ** 16)));
    const after = store.snapshot();
    for (const [snapshot, length] of [
      [before, 500],
      [after, 500 + 2 ** 16],
    ] as const) {
      const texts = (field: 'source_ip' | 'principal') =>
        Array.from({ length }, (_, event) => snapshot.text(field, event));
      expect(texts('source_ip')).toEqual(Array.from({ length }, (_, event) => `host-${event}`));
      expect(new Set(texts('principal')).size).toBe(length);
    }
  });

  test('does not change when more is loaded, though events fold into newer ones', () => {
    const store = createEventStore({ keepDuplicates: false });
    const [one, two] = decoders(2);
    store.append(decodedOf(one!, 'b.json', [recordOf({ eventID: idA }), recordOf({ eventID: idB })]));
    const before = store.snapshot();
    const seen = () => ({
      order: [...before.order],
      rank: [...before.rank],
      flags: [...before.flags.subarray(0, before.length)],
      copies: before.copies(0),
      totals: before.totals,
      found: before.eventWithId(idA),
      files: before.files.length,
      values: before.column('event')!.valueCount,
      listed: listed(before),
    });
    const was = seen();
    expect(store.snapshot()).toBe(before);
    const more = Array.from({ length: 3000 }, (_, i) =>
      recordOf({ eventName: `New${i}`, eventID: `id ${i}` }),
    );
    store.append(
      decodedOf(two!, 'a.json', [
        recordOf({ eventID: idA }),
        recordOf({ eventID: idB, eventName: 'Other' }),
        ...more,
      ]),
    );
    const after = store.snapshot();
    expect(seen()).toEqual(was);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.representative(0)).toBe(2);
    expect(after.eventWithId(idA)).toBe(2);
  });

  test('gives each field as its text', () => {
    const record = recordOf({
      eventID: 'x-1',
      recipientAccountId: '444455556666',
      errorCode: 'AccessDenied',
      readOnly: false,
    });
    const snapshot = storeOf([decodedOf(decoders(1)[0]!, 'a.json', [recordOf(), record])]);
    const texts = [
      'time',
      'service',
      'event',
      'event_id',
      'account',
      'error',
      'outcome',
      'read_only',
      'repaired',
      'file',
    ] as const;
    expect(texts.map((field) => snapshot.text(field, 1))).toEqual([
      '2026-03-01T09:15:00Z',
      'kinesis',
      'CreateStream',
      'x-1',
      '444455556666',
      'AccessDenied',
      'denied',
      'false',
      '',
      'a.json',
    ]);
    expect(snapshot.text('request_id', 1)).toBeUndefined();
    expect(snapshot.text('event_id', 0)).toBe('');
    expect(snapshot.identityOf(1).arn).toBe('arn:aws:iam::111122223333:user/alice');
    const principal = snapshot.column('principal')!;
    expect(principal.values[principal.codes[principal.via![1]!]!]).toBe(snapshot.text('principal', 1));
    expect(snapshot.column('time')).toBeUndefined();
  });

  test('finds an event by its id and the event that handed out an access key', () => {
    const assume = recordOf({
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      eventID: idA,
      responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLE000000001' } },
    });
    const snapshot = storeOf([
      decodedOf(decoders(1)[0]!, 'a.json', [recordOf({ eventID: 'odd' }), assume, assume]),
    ]);
    expect(snapshot.eventWithId(idA)).toBe(1);
    expect(snapshot.eventWithId('odd')).toBe(0);
    expect(['', 'unheard of', idB].map((id) => snapshot.eventWithId(id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('of nothing is empty', () => {
    const snapshot = storeOf([]);
    expect(snapshot).toMatchObject({
      length: 0,
      span: undefined,
      totals: { events: 0, records: 0, duplicates: 0 },
    });
    expect(snapshot.eventWithId('')).toBeUndefined();
  });
});

test('a snapshot prepared in pieces holds what was there when it was begun, whatever is appended meanwhile', () => {
  let decoder = 0;
  const file = (name: string, from: number, count: number) =>
    decodedOf(
      new Dictionaries(decoder++),
      name,
      Array.from({ length: count }, (_, i) =>
        recordOf({
          eventID: `id ${(from + i) % 90}`,
          eventTime: `2026-03-01T09:15:${String((i * 7) % 60).padStart(2, '0')}Z`,
        }),
      ),
    );
  const first = Array.from({ length: 6 }, (_, i) => file(`m${i}.json`, i * 30, 40));
  const expected = listed(storeOf(first));
  const store = createEventStore({ keepDuplicates: false });
  for (const decoded of first) store.append(decoded);
  const steps = store.prepareSnapshot();
  for (let i = 0; ; i++) {
    const step = steps.next();
    if (step.done) {
      expect(listed(step.value)).toEqual(expected);
      break;
    }
    store.append(file(`${i % 2 === 0 ? 'a' : 'z'}${i}.json`, i * 11, 100));
  }
  expect(store.snapshot().length).toBeGreaterThan(240 + 500);
});
