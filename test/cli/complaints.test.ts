import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run-main.ts';
import { createScratch, record } from './scratch.ts';

const scratch = createScratch();
afterAll(scratch.remove);

let logs: string;
beforeAll(() => {
  scratch.write('logs/a.json', { Records: [record(1), record(2)] });
  scratch.write('logs/b.json', { Records: [record(3)] });
  logs = join(scratch.folder, 'logs');
});

describe('what goes wrong is one clear line and an exit code', () => {
  const oneLine = (err: string) => {
    expect(err).toMatch(/^trailtui: [^\n]+\n$/);
    expect(err).not.toMatch(/\bat .*:\d+/);
  };

  test('an unknown option', async () => {
    const { code, out, err } = await run(['--qurey', 'x', logs]);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'trailtui: unknown option --qurey (did you mean --query?)\n',
    });
  });

  test('a missing path, alone and beside one that loads', async () => {
    const missing = join(scratch.folder, 'nowhere');
    const alone = await run([missing]);
    oneLine(alone.err);
    expect(alone).toMatchObject({ code: 2, out: '', err: `trailtui: ${missing}: no such file or folder\n` });
    const beside = await run([missing, logs]);
    oneLine(beside.err);
    expect(beside.code).toBe(0);
  });

  test('an empty folder', async () => {
    const empty = join(scratch.folder, 'empty');
    mkdirSync(empty);
    const { code, err } = await run([empty]);
    oneLine(err);
    expect(err).toContain(empty);
    expect(code).toBe(2);
  });

  // The superuser may read anything, so there is nothing to see.
  test.skipIf(process.getuid?.() === 0)('a folder without permission', async () => {
    const locked = join(scratch.folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0);
    const { code, err } = await run([locked]);
    chmodSync(locked, 0o700);
    oneLine(err);
    expect(err).toContain('permission denied');
    expect(code).toBe(2);
  });

  test.each([
    ['other.json', '{"hello":"world"}'],
    ['notes.txt', 'buy milk'],
    ['binary', '\u0000\u0001\u0002'],
  ])('a file that is not CloudTrail: %s', async (name, content) => {
    const file = scratch.write(name, content);
    const { code, out, err } = await run([file]);
    oneLine(err);
    expect(err).toContain(file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('nothing matches, and valid but empty input', async () => {
    expect(await run(['-q', 'nosuchthing', logs])).toMatchObject({
      code: 1,
      out: '',
      err: 'trailtui: no event matches; "nosuchthing" looks in whole records; bare words only in service, event and principal\n',
    });
    expect((await run(['-q', 'nosuchthing', '-o', 'csv', '--fields', 'time', logs])).out).toBe('time\n');
    expect((await run(['-'], { stdin: '{"Records":[]}' })).code).toBe(1);
    expect(await run(['-']), 'what a search that found nothing leaves').toMatchObject({ code: 1, out: '' });
  });

  test('problems in some files are summed up beside the matches', async () => {
    const broken = scratch.write(
      'broken/y.json',
      JSON.stringify({ Records: [record(1), record(2)] }).slice(0, -30),
    );
    const { code, err } = await run(['-o', 'ndjson', broken, logs]);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'trailtui: 1 of 3 files had problems: run with --problems\n',
    });
  });

  test('a query that cannot be read, with the place', async () => {
    const { code, err } = await run(['-q', 'alice (bob', logs]);
    expect(code).toBe(2);
    expect(err).toMatch(/^trailtui: --query: .+\n {2}alice \(bob\n {8}\^\n$/);
    expect((await run(['--since', 'yesterdayish', logs])).err).toMatch(
      /^trailtui: --since: no time "yesterdayish" \(.+\)\n$/,
    );
  });

  test('a list that cannot be read, in the query', async () => {
    const missing = join(scratch.folder, 'iocs.txt');
    const { code, out, err } = await run(['-q', `!ip:@${missing}`, logs]);
    oneLine(err);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: `trailtui: --query: the list ${missing} cannot be read\n`,
    });
    const list = scratch.write('ips.txt', '198.51.100.1\n203.0.113.7\n');
    expect((await run(['-q', `ip:@${list}`, '-o', 'ndjson', logs])).out.split('\n')).toHaveLength(4);
  });

  test.each(['ndjson', 'json'])('columns of %s, which gives whole records', async (format) => {
    const { code, out, err } = await run(['-o', format, '--fields', 'time', logs]);
    oneLine(err);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`--fields: ${format} gives whole records`);
  });

  test('names from outside cannot work on the terminal', async () => {
    const { err } = await run(['--query', 'is:\u001b]0;x\u0007', `${scratch.folder}/\u001b[31mred`]);
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
