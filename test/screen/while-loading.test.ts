import { expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';
import { bytesFrom } from '../query/samples.ts';
import { incident } from './incident.ts';
import { openScreen, progressDone } from './screen-script.ts';

/** Snapshots as one part of the records after the other is loaded. */
function growing(...parts: readonly (readonly CloudTrailRecord[])[]): Snapshot[] {
  const store = createEventStore({ keepDuplicates: false });
  const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
  return parts.map((records, i) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ Records: records }));
    store.append(decoder.decode({ path: `part-${i}.json`, bytes }));
    return store.snapshot();
  });
}

function open(snapshot: Snapshot, last: Snapshot = snapshot) {
  return openScreen({ snapshot, recordBytes: bytesFrom(last) }, 120, 36);
}

const loading = { ...progressDone, done: false };

function nameOf(screen: ReturnType<typeof open>): string {
  const { list, load } = screen.state();
  return `${load.snapshot.text('event_id', list.selected)?.at(-1)} ${load.snapshot.text('event', list.selected)}`;
}

test('the newest event is followed until the user moves, and then the event stays', () => {
  const [first, second, third] = growing(incident.slice(0, 4), incident.slice(4, 7), incident.slice(7));
  const screen = open(first!, third);
  expect(nameOf(screen)).toBe('3 CreateSignalingChannel');
  screen.send({ kind: 'loaded', snapshot: second!, progress: loading });
  expect(nameOf(screen)).toBe('6 GetObject');
  screen.press('k');
  screen.send({ kind: 'loaded', snapshot: third!, progress: progressDone });
  expect(nameOf(screen)).toBe('5 DescribeInstances');
});

test('an event whose parameters are looked at stays, though nobody moved to it', () => {
  const [first, second] = growing(incident.slice(0, 4), incident.slice(4));
  const screen = open(first!, second);
  screen.press('enter');
  screen.send({ kind: 'loaded', snapshot: second!, progress: progressDone });
  expect(nameOf(screen)).toBe('3 CreateSignalingChannel');
});

test('older files arriving leave the selected event on the row where it was', () => {
  const many = (day: number): CloudTrailRecord[] =>
    Array.from({ length: 60 }, (_, i) => ({
      ...incident[0]!,
      eventID: `2000000${day}-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`,
      eventTime: new Date(Date.UTC(2026, 2, day, 1, i)).toISOString(),
    }));
  const [first, second] = growing(many(4), many(3));
  const screen = open(first!, second);
  screen.press('k k k k k');
  const rowOf = () => screen.lines().findIndex((line) => line.includes('▸ '));
  const before = [rowOf(), nameOf(screen)];
  screen.send({ kind: 'loaded', snapshot: second!, progress: progressDone });
  expect([rowOf(), nameOf(screen)]).toEqual(before);
});

test('a copy that becomes part of another event keeps that event selected', () => {
  const copy = incident[2]!;
  const [first, second] = growing([copy, ...incident.slice(4)], [copy, incident[0]!]);
  const screen = open(first!, second);
  screen.press('g');
  expect(nameOf(screen)).toBe('2 CreateStream');
  screen.send({ kind: 'loaded', snapshot: second!, progress: progressDone });
  expect(nameOf(screen)).toBe('2 CreateStream');
  const { list, load } = screen.state();
  expect(load.snapshot.representative(list.selected)).toBe(list.selected);
  expect(load.snapshot.copies(list.selected).length).toBe(2);
});

test('a record that comes late for another event is dropped', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  screen.press('g j j');
  const before = screen.state().detail;
  const record = { event: 5, json: '{}', repairs: [], original: undefined };
  screen.send({ kind: 'record-read', event: 5, version: snapshot!.version, record });
  expect(screen.state().detail).toBe(before);
});

test('why a record cannot be read is said in its pane', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  const { list, detail } = screen.state();
  screen.send({ kind: 'record-failed', event: list.selected, version: 1, message: 'the file is gone' });
  expect(detail.records.length).toBe(1);
  const bare = { ...screen.state(), detail: { ...screen.state().detail, records: [] } };
  expect(bare.detail.failure?.message).toBe('the file is gone');
});

test('a test on records streams in: matches grow, and the search ends', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  screen.press('/ "\'kinesis" space');
  screen.effects();
  for (const character of '"orders-copy"') screen.send({ kind: 'type', text: character });
  const [search] = screen
    .effects()
    .filter((effect) => effect.kind === 'search-records')
    .slice(-1);
  expect(search?.kind).toBe('search-records');
  if (search?.kind !== 'search-records') return;
  expect(screen.state().question.matches.length).toBe(0);
  const passed = search.events.filter((event) => snapshot!.text('event', event) === 'CreateStream');
  screen.send({
    kind: 'search-part',
    key: search.key,
    tested: search.events.subarray(0, 1),
    passed: new Uint32Array(),
  });
  expect(screen.state().question.undecided).toBe(search.events.length - 1);
  screen.send({ kind: 'search-part', key: search.key, tested: search.events, passed });
  expect(screen.state().question.matches).toEqual(passed);
  screen.send({ kind: 'search-done', key: search.key });
  expect(screen.state().question.undecided).toBe(0);
  expect(screen.effects().filter((effect) => effect.kind === 'search-records')).toEqual([]);
});

test('g while records are searched leads to the first of what is found', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  screen.press('/');
  for (const character of '"203.0.113.7"') screen.send({ kind: 'type', text: character });
  screen.press('enter g');
  const search = screen
    .effects()
    .filter((effect) => effect.kind === 'search-records')
    .at(-1);
  if (search?.kind !== 'search-records') throw new Error('no search');
  screen.send({ kind: 'search-part', key: search.key, tested: search.events, passed: search.events });
  expect(screen.state().question.matches.length).toBeGreaterThan(1);
  expect(screen.state().list.position).toBe(0);
});

test('a search that ends without having tested everything is not asked for again', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  screen.press('/');
  screen.send({ kind: 'type', text: '"lobby-cam"' });
  const search = screen.effects().find((effect) => effect.kind === 'search-records');
  if (search?.kind !== 'search-records') throw new Error('no search');
  screen.send({ kind: 'search-done', key: search.key });
  expect(screen.state().question.undecided).toBe(0);
  expect(screen.effects()).toEqual([]);
});

test('a question that needs no record any more cancels the search', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  screen.press('/');
  screen.send({ kind: 'type', text: '"lobby-cam"' });
  screen.press('Ctrl-U');
  expect(screen.effects().map((effect) => effect.kind)).toEqual(['search-records', 'cancel-search']);
});

test('progress is told in bytes while files load', () => {
  const [snapshot] = growing(incident);
  const screen = open(snapshot!);
  const progress = { ...loading, bytesDone: 1_200_000_000, bytesFound: 4_800_000_000, elapsedMs: 6000 };
  screen.send({ kind: 'loaded', snapshot: snapshot!, progress });
  expect(screen.lines()[0]).toContain('███░░░░░░░░░ 1.2 GB of 4.8 GB · 200 MB/s · 18 s left');
});

test('the chain behind a call is worked out once all events are here', () => {
  const [snapshot] = growing(incident.slice(0, 4));
  const screen = open(snapshot!);
  const who = () => screen.lines().find((line) => /^ +who /.test(line));
  screen.send({ kind: 'loaded', snapshot: snapshot!, progress: loading });
  expect(who()).toMatch(/^ +who +Deploy\/alice /);
  screen.send({ kind: 'loaded', snapshot: snapshot!, progress: progressDone });
  expect(who()).toMatch(/^ +who +alice → Deploy\/alice /);
});
