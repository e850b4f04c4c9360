import { appendFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Loading } from '../../src/load/loading.ts';
import { startLoading } from '../../src/load/start-loading.ts';
import { csvFields } from './csv-fields.ts';
import { temporaryFolder } from './temporary-folder.ts';

const idOf = (i: number) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
const started = Date.UTC(2026, 2, 1, 9);

/** The text of a record whose bytes an ordinary JSON.stringify would not give again. */
function recordText(i: number, more = ''): string {
  return (
    `{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","userName":"user-${i % 7}","accountId":"111122223333",` +
    `"arn":"arn:aws:iam::111122223333:user/user-${i % 7}"},"eventTime":"${new Date(started + (i % 1000) * 1000).toISOString().slice(0, 19)}Z",` +
    `"eventSource":"s3.amazonaws.com","eventName":"${i % 3 === 0 ? 'GetObject' : 'PutObject'}","awsRegion":"eu-west-1",` +
    `"sourceIPAddress":"192.0.2.${i % 200}","userAgent":"agent\\/${i}",${more}` +
    `"requestParameters":{"bucketName":"bucket-${i % 11}","n":1.50,"ü":"\\u00fc"},"responseElements":null,"eventID":"${idOf(i)}"}`
  );
}

/** A tree of files: S3 names packed and plain, lines, duplicates across files, an id with two contents, and no CloudTrail. */
function sampleFolder(filesPacked = 12, recordsEach = 40): string {
  const files: { [name: string]: string | Uint8Array } = {};
  for (let f = 0; f < filesPacked; f++) {
    const records = Array.from({ length: recordsEach }, (_, i) => recordText(f * (recordsEach - 3) + i));
    const minute = String(f % 60).padStart(2, '0');
    files[`AWSLogs/111122223333_CloudTrail_eu-west-1_20260301T09${minute}Z_${'abcdefghijklmnop'}.json.gz`] =
      gzipSync(`{"Records":[${records.join(',')}]}`);
  }
  files['plain/pretty.json'] = JSON.stringify(
    { Records: [JSON.parse(recordText(1)), JSON.parse(recordText(2))] },
    undefined,
    2,
  ).replaceAll('1.5,', '1.50,');
  files['plain/lines.ndjson'] = `${recordText(900)}\n${recordText(3, '"requestID":"other",')}\n`;
  files['readme.txt'] = 'nothing to see';
  return temporaryFolder(files);
}

function load(
  paths: readonly string[],
  more: Partial<Parameters<typeof startLoading>[0]> = {},
  memory?: Parameters<typeof startLoading>[1],
): Loading {
  const loading = startLoading(
    { paths, threads: 0, keepDuplicates: false, maxInflatedBytes: 2 ** 30, stdin: undefined, ...more },
    memory,
  );
  onTestFinished(() => loading.close());
  return loading;
}

async function loaded(...args: Parameters<typeof load>): Promise<Loading> {
  const loading = load(...args);
  await loading.done;
  return loading;
}

/** All that printing would show of the events, in order. */
function shown(loading: Loading): readonly string[] {
  const snapshot = loading.snapshot();
  return Array.from(snapshot.order, (event) => csvFields.map((field) => snapshot.text(field, event)).join());
}

async function recordsOf(loading: Loading, events: Uint32Array): Promise<string[]> {
  const texts: string[] = [];
  for await (const { json } of loading.readRecords(events)) texts.push(json);
  return texts;
}

test('a tree is loaded with its events in order, copies folded, and every file accounted for', async () => {
  const folder = sampleFolder();
  const loading = await loaded([folder]);
  const { totals, files, order, timeMs } = loading.snapshot();
  expect(totals).toMatchObject({ records: 12 * 40 + 4, duplicates: 11 * 3, lost: 0 });
  expect(
    files
      .map(({ path, outcome }) => [relative(folder, path), outcome])
      .filter(([, outcome]) => outcome !== 'read'),
  ).toEqual([['readme.txt', 'not-cloudtrail']]);
  expect([...order].every((event, i) => i === 0 || timeMs[order[i - 1]!]! <= timeMs[event]!)).toBe(true);
  expect(loading.progress()).toMatchObject({ done: true, discovered: true, filesDone: 15, filesFound: 15 });
  const { bytesDone, bytesFound } = loading.progress();
  expect(bytesDone).toBe(bytesFound);
});

test('any number of threads and any order of paths give the same', async () => {
  // More than a megabyte on disk, so that workers are worth their start.
  const folder = sampleFolder(30, 900);
  const noise = Array.from({ length: 6000 }, (_, i) => recordText(i + 40_000)).join('\n');
  const other = temporaryFolder({ 'noise.ndjson': noise });
  const alone = await loaded([folder, other]);
  expect(alone.progress().bytesFound).toBeGreaterThan(2 ** 20);
  for (const how of [{ threads: 1 }, { threads: 2 }, { threads: 2, watched: true }]) {
    const several = await loaded([other, folder], how);
    expect(shown(several)).toEqual(shown(alone));
    expect(several.snapshot().totals).toEqual(alone.snapshot().totals);
    const events = several.snapshot().order.subarray(0, 3000);
    expect(await recordsOf(several, events)).toEqual(
      await recordsOf(alone, alone.snapshot().order.subarray(0, 3000)),
    );
  }
});

test('who watches sees the events of the newest files first, and in the end all', async () => {
  const folder = sampleFolder(30, 900);
  const noise = Array.from({ length: 6000 }, (_, i) => recordText(i + 40_000)).join('\n');
  const loading = load([temporaryFolder({ 'noise.ndjson': noise }), folder], { threads: 2, watched: true });
  const first = await new Promise<ReturnType<Loading['snapshot']>>((resolve) =>
    loading.subscribe(() => loading.snapshot().length > 0 && resolve(loading.snapshot())),
  );
  expect(first.length).toBeLessThan(5 * 900);
  const minutes = new Set(
    Array.from(first.order, (event) => /T09(\d\d)Z/.exec(first.text('file', event)!)![1]),
  );
  expect([...minutes]).toContain('29');
  expect(Math.min(...[...minutes].map(Number))).toBe(30 - minutes.size);
  await loading.done;
  expect(loading.snapshot().totals.records).toBe(30 * 900 + 6000 + 4);
});

test.each([
  { days: 75, threads: 0 },
  { days: 75, threads: 2 },
  { days: 20, threads: 2 },
])('who watches gets all of a tree by days, $days days with $threads threads', async ({ days, threads }) => {
  const files = Array.from({ length: days * 4 }, (_, i) => {
    const time = new Date(Date.UTC(2026, 0, 1, i * 6)).toISOString().replace(/[-:]/g, '');
    const folder = `${time.slice(0, 4)}/${time.slice(4, 6)}/${time.slice(6, 8)}`;
    return [
      `${folder}/111122223333_CloudTrail_eu-west-1_${time.slice(0, 13)}Z_a.json`,
      recordText(i),
    ] as const;
  });
  const paths = [temporaryFolder(Object.fromEntries(files)), '/nowhere'];
  const loading = load(paths, { threads, watched: true });
  loading.subscribe(() => {});
  await loading.done;
  const unwatched = await loaded(paths);
  expect(shown(loading)).toEqual(shown(unwatched));
  expect(loading.snapshot().totals.records).toBe(days * 4);
  expect(loading.snapshot().problems).toEqual(unwatched.snapshot().problems);
  expect(loading.progress()).toMatchObject({ filesDone: days * 4, filesFound: days * 4, discovered: true });
});

test('copies are told by their content whatever white space they stand in, and all shown when asked for', async () => {
  const folder = temporaryFolder({
    'a.json': recordText(1),
    'b.json': JSON.stringify(JSON.parse(recordText(2)), undefined, 2),
    'c.json': JSON.stringify(JSON.parse(recordText(2))),
  });
  expect((await loaded([folder])).snapshot().totals).toMatchObject({ events: 2, duplicates: 1 });
  expect((await loaded([folder], { keepDuplicates: true })).snapshot().totals).toMatchObject({
    events: 3,
    duplicates: 0,
  });
});

describe('a record taken out again', () => {
  test('has the bytes that AWS wrote', async () => {
    const loading = await loaded([sampleFolder()]);
    const snapshot = loading.snapshot();
    const event = snapshot.eventWithId(idOf(100))!;
    expect(await loading.readRecord(event)).toEqual({
      event,
      json: recordText(100),
      repairs: [],
      original: undefined,
    });
  });

  test('comes in the order asked for, also a thousand from many documents', async () => {
    const loading = await loaded([sampleFolder()], { keepDuplicates: true });
    const events = Uint32Array.from({ length: 480 }, (_, i) => (i * 77) % 480);
    const ids = (await recordsOf(loading, events)).map(
      (json) => (JSON.parse(json) as { eventID: string }).eventID,
    );
    expect(ids).toEqual(Array.from(events, (event) => loading.snapshot().text('event_id', event)));
  });

  test('is refused with a sentence when its file has changed or is gone', async () => {
    const folder = temporaryFolder({ 'a.json': recordText(1), 'b.json': recordText(2) });
    const loading = await loaded([folder]);
    appendFileSync(join(folder, 'a.json'), ' ');
    rmSync(join(folder, 'b.json'));
    const [a, b] = [1, 2].map((i) => loading.snapshot().eventWithId(idOf(i))!);
    await expect(loading.readRecord(a!)).rejects.toThrow('a.json: the file has changed since it was loaded');
    await expect(loading.readRecord(b!)).rejects.toThrow('b.json: the file is gone');
  });

  test('can be stopped waiting for', async () => {
    const loading = await loaded([sampleFolder()]);
    const abort = new AbortController();
    abort.abort();
    const reading = loading.readRecords(loading.snapshot().order, abort.signal)[Symbol.asyncIterator]();
    await expect(reading.next()).rejects.toThrow('abort');
  });
});

describe('a search of records', () => {
  async function search(
    loading: Loading,
    text: string,
    events: Uint32Array,
    signal = new AbortController().signal,
  ) {
    const tested: number[] = [];
    const passed: number[] = [];
    await loading.searchRecords(
      { kind: 'text', text },
      events,
      (part, found) => {
        tested.push(...part);
        passed.push(...found);
      },
      signal,
    );
    return { tested: tested.sort((a, b) => a - b), passed: passed.sort((a, b) => a - b) };
  }

  test.each([0, 2])('tests each event that was asked for once, with %i threads', async (threads) => {
    const big = temporaryFolder({
      'noise.ndjson': Array.from({ length: 4000 }, (_, i) => recordText(i)).join('\n'),
    });
    const loading = await loaded([big, sampleFolder()], { threads });
    const events = loading.snapshot().order.filter((event) => event % 2 === 0);
    const texts = await recordsOf(loading, events);
    const { tested, passed } = await search(loading, 'bucket-7', events);
    expect(tested).toEqual([...events].sort((a, b) => a - b));
    expect(passed).toEqual(
      [...events.filter((_, i) => texts[i]!.includes('"bucket-7"'))].sort((a, b) => a - b),
    );
    expect(passed.length).toBeGreaterThan(100);
  });

  test('ends when it is given up', async () => {
    const loading = await loaded([sampleFolder()]);
    const abort = new AbortController();
    let parts = 0;
    await loading.searchRecords(
      { kind: 'text', text: 'x' },
      loading.snapshot().order,
      () => {
        parts++;
        abort.abort();
      },
      abort.signal,
    );
    expect(parts).toBe(1);
  });

  test('says which files it could not read again', async () => {
    const folder = temporaryFolder({ 'a.json': recordText(1), 'b.json': recordText(2) });
    const loading = await loaded([folder]);
    rmSync(join(folder, 'a.json'));
    const { tested, passed } = await search(loading, 'bucket', loading.snapshot().order);
    expect(tested).toHaveLength(2);
    expect(passed).toEqual([loading.snapshot().eventWithId(idOf(2))]);
    expect(loading.snapshot().problems).toMatchObject([{ kind: 'changed', path: join(folder, 'a.json') }]);
  });
});

describe('values at a path', () => {
  test.each([0, 2])('are those of each event asked for, with %i threads', async (threads) => {
    const big = temporaryFolder({
      'noise.ndjson': Array.from({ length: 4000 }, (_, i) => recordText(i)).join('\n'),
    });
    const loading = await loaded([big, sampleFolder()], { threads });
    const events = loading.snapshot().order.filter((event) => event % 2 === 0);
    const texts = await recordsOf(loading, events);
    const looked: number[] = [];
    const found = new Map<number, string>();
    await loading.readValues(
      ['requestParameters', 'bucketName'],
      events,
      (part) => {
        looked.push(...part.looked);
        for (const [i, event] of part.events.entries()) found.set(event, part.texts[part.codes[i]!]!);
      },
      new AbortController().signal,
    );
    expect(looked.sort((a, b) => a - b)).toEqual([...events].sort((a, b) => a - b));
    expect([...events].map((event) => found.get(event))).toEqual(
      texts.map((text) => JSON.parse(text).requestParameters.bucketName),
    );
  });
});

describe('what goes wrong', () => {
  test('is a problem each, and stops nothing', async () => {
    const folder = sampleFolder();
    const loading = await loaded([join(folder, 'nowhere'), folder, join(folder, '*.none')]);
    const { problems, totals } = loading.snapshot();
    expect(
      problems.filter(({ kind }) => kind === 'missing').map(({ path }) => relative(folder, path)),
    ).toEqual(['nowhere', '*.none']);
    expect(totals.records).toBe(484);
  });

  test('memory running short ends the load with what was loaded and how to narrow', async () => {
    const folder = temporaryFolder(
      Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.json`, recordText(i).padEnd(600_000)])),
    );
    let asked = 0;
    const loading = await loaded([folder], {}, () => ({
      availableBytes: asked++ < 3 ? 2 ** 40 : 0,
      heapFraction: 0,
    }));
    const { problems, totals } = loading.snapshot();
    expect(totals.events).toBe(4);
    expect(problems).toMatchObject([{ kind: 'out-of-memory' }]);
    expect(problems[0]!.message).toContain('the newest 4 of 9 files are loaded');
    expect(problems[0]!.message).toContain('--since');
  });

  test('closing in the middle ends the load', async () => {
    const loading = load([sampleFolder(20, 400)], { threads: 2 });
    await loading.close();
    await loading.done;
    expect(loading.progress().filesDone).toBeLessThan(23);
  });
});

test('standard input is read with the rest', async () => {
  async function* input() {
    const bytes = gzipSync(`{"Records":[${recordText(5000)},${recordText(5001)}]}`);
    yield bytes.subarray(0, 100);
    yield bytes.subarray(100);
  }
  const loading = await loaded([sampleFolder(), '-'], { stdin: input() });
  const event = loading.snapshot().eventWithId(idOf(5001))!;
  expect(loading.snapshot().text('file', event)).toBe('-');
  expect((await loading.readRecord(event)).json).toBe(recordText(5001));
});

test('listeners hear of the first events and of the end', async () => {
  const loading = load([sampleFolder()]);
  const seen: boolean[] = [];
  const stop = loading.subscribe(() => seen.push(loading.progress().done));
  await loading.done;
  await expect.poll(() => seen.at(-1)).toBe(true);
  stop();
});
