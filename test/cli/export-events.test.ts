import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportEvents } from '../../src/cli/export-events.ts';
import type { Loading } from '../../src/load/loading.ts';
import { startLoading } from '../../src/load/start-loading.ts';
import { run } from './run-main.ts';
import { createScratch, record } from './scratch.ts';

const scratch = createScratch();
afterAll(scratch.remove);

let loading: Loading;
beforeAll(async () => {
  const file = scratch.write('in.json', { Records: [record(1, { userAgent: '=cmd|A1' }), record(2)] });
  loading = startLoading({
    paths: [file],
    threads: 0,
    keepDuplicates: false,
    maxInflatedBytes: 1 << 30,
    stdin: undefined,
  });
  await loading.done;
});
afterAll(() => loading.close());

function write(name: string, format: string, overwrite = false) {
  const path = join(scratch.folder, name);
  const { order } = loading.snapshot();
  return exportEvents(loading, 'UTC', { kind: 'export', path, events: order, format, overwrite });
}

test('an export as json loads again, and is for its owner alone', async () => {
  expect(await write('out.json', 'json')).toMatchObject({ tone: 'plain' });
  const file = join(scratch.folder, 'out.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const printed = async (path: string) => (await run(['-o', 'ndjson', path])).out;
  expect(await printed(file)).toBe(await printed(join(scratch.folder, 'in.json')));
});

test('an export as csv guards what a spreadsheet would run', async () => {
  await write('out.csv', 'csv');
  const [first] = parse(readFileSync(join(scratch.folder, 'out.csv'), 'utf8'), { columns: true }) as {
    [name: string]: string;
  }[];
  expect(first!.user_agent).toBe("'=cmd|A1");
});

test('a file that is there is written over only when that was said', async () => {
  await write('twice.csv', 'csv');
  expect(await write('twice.csv', 'ndjson')).toBe('file-exists');
  expect(await write('twice.csv', 'ndjson', true)).toMatchObject({ tone: 'plain' });
  expect(readFileSync(join(scratch.folder, 'twice.csv'), 'utf8')).toMatch(/^\{/);
});

test.each([
  ['nowhere/out.csv', 'csv'],
  ['out.docx', 'docx'],
])('an export to %s as %s is refused in words', async (name, format) => {
  expect(await write(name, format)).toMatchObject({ tone: 'warning' });
});
