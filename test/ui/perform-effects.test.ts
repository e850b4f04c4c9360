import { expect, test } from 'vitest';
import type { Loading } from '../../src/load/loading.ts';
import type { PathValues } from '../../src/query/path-values.ts';
import type { Report } from '../../src/screen/action.ts';
import { createEffects } from '../../src/ui/perform-effects.ts';

type Search = {
  readonly onPart: (tested: Uint32Array, passed: Uint32Array) => void;
  readonly signal: AbortSignal;
  readonly end: () => void;
};

type Reading = Pick<Search, 'signal' | 'end'> & {
  readonly path: readonly string[];
  readonly onPart: (values: PathValues) => void;
};

/** Effects over a load whose answers the test gives. */
function openEffects(exported: 'file-exists' | 'written' = 'written') {
  const searches: Search[] = [];
  const readings: Reading[] = [];
  const reads: { event: number; resolve: (json: string) => void; reject: (error: Error) => void }[] = [];
  const sent: Report[] = [];
  const loading = {
    snapshot: () => ({ version: 7 }),
    readRecord: (event: number) =>
      new Promise((resolve, reject) => {
        reads.push({
          event,
          reject,
          resolve: (json) => resolve({ event, json, repairs: [], original: undefined }),
        });
      }),
    searchRecords: (_test: unknown, _events: unknown, onPart: Search['onPart'], signal: AbortSignal) =>
      new Promise<void>((end) => {
        searches.push({ onPart, signal, end });
      }),
    readValues: (path: readonly string[], _events: unknown, onPart: Reading['onPart'], signal: AbortSignal) =>
      new Promise<void>((end) => {
        readings.push({ path, onPart, signal, end });
      }),
  } as unknown as Loading;
  const effects = createEffects({
    loading,
    exportEvents: async () => (exported === 'written' ? { text: 'written', tone: 'plain' } : 'file-exists'),
    keep: () => {},
    sendBytes: () => {},
    send: (report) => void sent.push(report),
  });
  return {
    effects,
    searches,
    readings,
    reads,
    sent,
    settled: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

const part = Uint32Array.of(1);
const search = (key: string) =>
  ({ kind: 'search-records', key, test: { kind: 'text', text: key }, events: part }) as const;

test('a record on its way is asked for once, and comes with the version it was read under', async () => {
  const { effects, reads, sent, settled } = openEffects();
  effects.perform({ kind: 'read-record', event: 3 });
  effects.perform({ kind: 'read-record', event: 3 });
  expect([reads.length, effects.isReading()]).toEqual([1, true]);
  reads[0]!.resolve('{}');
  await settled();
  expect(effects.isReading()).toBe(false);
  expect(sent).toEqual([
    {
      kind: 'record-read',
      event: 3,
      version: 7,
      record: { event: 3, json: '{}', repairs: [], original: undefined },
    },
  ]);
});

test('a record that cannot be read is reported with its reason', async () => {
  const { effects, reads, sent, settled } = openEffects();
  effects.perform({ kind: 'read-record', event: 3 });
  reads[0]!.reject(new Error('its file has changed'));
  await settled();
  expect(sent).toEqual([{ kind: 'record-failed', event: 3, version: 7, message: 'its file has changed' }]);
});

test('a new search ends the one before, whose answers no longer count', async () => {
  const { effects, searches, sent, settled } = openEffects();
  effects.perform(search('old'));
  effects.perform(search('old'));
  effects.perform(search('new'));
  expect(searches.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  searches[0]!.onPart(part, part);
  searches[0]!.end();
  searches[1]!.onPart(part, part);
  searches[1]!.end();
  await settled();
  expect(sent).toEqual([
    { kind: 'search-part', key: 'new', tested: part, passed: part },
    { kind: 'search-done', key: 'new' },
  ]);
});

test('values at a path come with none lost, and those of a path given up no more', async () => {
  const { effects, readings, sent, settled } = openEffects();
  const values = (event: number): PathValues => ({
    looked: Uint32Array.of(event),
    events: Uint32Array.of(event),
    codes: Uint32Array.of(0),
    texts: ['x'],
  });
  const [old, path] = [['a'], ['b']];
  effects.perform({ kind: 'read-values', path: old, events: part });
  effects.perform({ kind: 'read-values', path, events: part });
  expect(readings.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  readings[0]!.onPart(values(0));
  readings[0]!.end();
  for (const event of [1, 2, 3]) readings[1]!.onPart(values(event));
  readings[1]!.end();
  await settled();
  const found = sent.flatMap((report) => (report.kind === 'values-part' ? report.found : []));
  expect(found).toEqual([1, 2, 3].map(values));
  expect(sent.at(-1)).toEqual({ kind: 'values-done', path });
  expect(sent.every((report) => 'path' in report && report.path === path)).toBe(true);
});

test('after the end nothing is searched and nobody is waited for', async () => {
  const { effects, searches, sent, settled } = openEffects();
  effects.perform(search('old'));
  effects.perform({ kind: 'wait', delayMs: 0 });
  effects.close();
  expect(searches[0]!.signal.aborted).toBe(true);
  await settled();
  expect(sent).toEqual([]);
});

test('an export that would overwrite asks first', async () => {
  const { effects, sent, settled } = openEffects('file-exists');
  effects.perform({ kind: 'export', path: 'out.csv', events: part, format: 'csv', overwrite: false });
  await settled();
  expect(sent).toEqual([{ kind: 'file-exists', path: 'out.csv' }]);
});
