import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fields } from '../../src/record/fields.ts';
import { run } from './run-main.ts';
import { createScratch, record } from './scratch.ts';

const scratch = createScratch();
afterAll(scratch.remove);

let logs: string;
beforeAll(() => {
  scratch.write('logs/b.json', {
    Records: [
      record(3, { eventName: 'PutObject', errorCode: 'AccessDenied', readOnly: false }),
      record(1),
      record(2, { eventSource: 'kinesis.amazonaws.com', eventName: 'CreateStream', readOnly: false }),
    ],
  });
  scratch.write('logs/a.json', {
    Records: [
      record(4, { requestParameters: { bucketName: 'the, "odd"\nbucket', size: 12345678901234567000 } }),
      record(2),
    ],
  });
  logs = join(scratch.folder, 'logs');
});

const csv = (text: string): { [name: string]: string }[] => parse(text, { columns: true });

describe('printing events', () => {
  test('a table of the usual columns is printed into a pipe, oldest first', async () => {
    const { code, out, err } = await run([logs]);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^TIME +SERVICE +EVENT +PRINCIPAL +TARGET +SOURCE IP +REGION +ERROR$/);
    expect(lines.slice(1).map((line) => line.slice(0, 20))).toEqual([
      '2026-03-01T09:00:01Z',
      '2026-03-01T09:00:02Z',
      '2026-03-01T09:00:02Z',
      '2026-03-01T09:00:03Z',
      '2026-03-01T09:00:04Z',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('csv has all fields under their names, and the exact values', async () => {
    const { out } = await run(['-o', 'csv', logs]);
    expect(out.split('\n')[0]).toBe(fields.map((field) => field.name).join(','));
    const denied = csv(out).find((line) => line.event === 'PutObject')!;
    expect(denied).toMatchObject({
      service: 's3',
      error: 'AccessDenied',
      outcome: 'denied',
      request_id: 'R3',
      read_only: 'false',
      file: join(logs, 'b.json'),
      source: 's3.amazonaws.com',
      account: '111122223333',
    });
  });

  test('fields may be paths into the record, and short names', async () => {
    const { out } = await run([
      '-o',
      'csv',
      '--fields',
      'ip,requestParameters.bucketName,requestParameters.size',
      logs,
    ]);
    expect(out.split('\n')[0]).toBe('source_ip,requestParameters.bucketName,requestParameters.size');
    expect(Object.values(csv(out).at(-1)!)).toEqual([
      '203.0.113.7',
      'the, "odd"\nbucket',
      '12345678901234567000',
    ]);
  });

  test('ndjson gives the records as they were written, without the white space between their parts', async () => {
    const written =
      '{ "eventVersion":"1.08",\n "eventSource" : "s3.amazonaws.com", "eventName":"A B","n":[1.0, 12345678901234567890], "eventTime":"2026-03-01T09:00:00Z" }';
    const { out } = await run(['-o', 'ndjson', '-'], { stdin: written });
    expect(out).toBe(
      '{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"A B","n":[1.0,12345678901234567890],"eventTime":"2026-03-01T09:00:00Z"}\n',
    );
  });

  test('json is a trail file that loads again to the same events', async () => {
    const { out } = await run(['-o', 'json', logs]);
    expect(JSON.parse(out).Records).toHaveLength(5);
    const columns = fields
      .map((field) => field.name)
      .filter((name) => name !== 'file')
      .join(',');
    const again = await run(['-o', 'csv', '--fields', columns, '-'], { stdin: out });
    expect(again.out).toBe((await run(['-o', 'csv', '--fields', columns, logs])).out);
    expect((await run(['-o', 'json', '-q', 'nosuchthing', logs])).out).toBe('{"Records":[]}\n');
  });

  test('times in a table are in the zone asked for, in csv in UTC', async () => {
    const args = ['--tz', 'Asia/Kolkata', '--limit', '1', '--fields', 'time', logs];
    expect((await run(args)).out).toContain('2026-03-01T14:30:01+05:30');
    expect((await run(['-o', 'csv', ...args])).out).toContain('2026-03-01T09:00:01Z');
  });

  test('sorting, reversing and limiting', async () => {
    const names = async (...args: string[]) =>
      csv((await run(['-o', 'csv', '--fields', 'event,time', ...args, logs])).out).map((line) => line.event);
    expect(await names('--reverse', '--limit', '2')).toEqual(['ListBuckets', 'PutObject']);
    expect(await names('--sort', 'event', '--limit', '1')).toEqual(['CreateStream']);
    expect(await names('--sort', 'ev', '--reverse', '--limit', '1')).toEqual(['PutObject']);
    expect(await names('--limit', '0')).toEqual([]);
  });
});

describe('asking', () => {
  test.each([
    [['-q', 'kinesis create'], 1],
    [['-q', '-is:error'], 4],
    [['-q', 'is:denied'], 1],
    [['-q', '"logs-3"'], 1],
    [['-q', 'requestParameters.bucketName:logs'], 4],
    [['-q', '!"logs-3" s3'], 3],
    [['--since', '-1s'], 2],
    [['--until', '2026-03-01T09:00:02Z'], 1],
    [['--since', '2026-03-01 09:00:02Z', '--until', '2026-03-01T09:00:04Z', '-q', "'list | 'put"], 2],
  ])('%j matches %i events', async (args, count) => {
    const { code, out } = await run([...args, '-o', 'ndjson', logs]);
    expect(out.split('\n').length - 1).toBe(count);
    expect(code).toBe(0);
  });

  test('a list of indicators is read from a file', async () => {
    const file = scratch.write('names.txt', 'PutObject\n\nCreateStream\n');
    const { out } = await run(['-q', `event:@${file}`, '-o', 'ndjson', logs]);
    expect(out.split('\n').length - 1).toBe(2);
  });
});

describe('instead of events', () => {
  test('counts are of each distinct combination, most frequent first', async () => {
    const { out, code } = await run(['--count', 'event,source_ip', '-o', 'csv', logs]);
    expect(csv(out)).toEqual([
      {
        event: 'ListBuckets',
        source_ip: '203.0.113.7',
        count: '3',
        first: '2026-03-01T09:00:01Z',
        last: '2026-03-01T09:00:04Z',
      },
      {
        event: 'CreateStream',
        source_ip: '203.0.113.7',
        count: '1',
        first: '2026-03-01T09:00:02Z',
        last: '2026-03-01T09:00:02Z',
      },
      {
        event: 'PutObject',
        source_ip: '203.0.113.7',
        count: '1',
        first: '2026-03-01T09:00:03Z',
        last: '2026-03-01T09:00:03Z',
      },
    ]);
    expect(code).toBe(0);
  });

  test('counts of a path into the records', async () => {
    const { out } = await run([
      '--count',
      'requestParameters.bucketName',
      '--limit',
      '1',
      '-o',
      'ndjson',
      logs,
    ]);
    expect(JSON.parse(out)).toEqual({
      'requestParameters.bucketName': 'logs-2',
      count: 2,
      first: '2026-03-01T09:00:02Z',
      last: '2026-03-01T09:00:02Z',
    });
  });

  test('statistics as json add up', async () => {
    const copy = scratch.write('copy/c.json', { Records: [record(1)] });
    const { out, code } = await run(['--stats', '-o', 'json', logs, copy]);
    const stats = JSON.parse(out);
    expect(stats).toMatchObject({
      events: 5,
      records: 6,
      duplicates: 1,
      lost: 0,
      files: { read: 3, withProblems: 0, notCloudTrail: 0, unreadable: 0 },
      problems: 0,
      time: { first: '2026-03-01T09:00:01Z', last: '2026-03-01T09:00:04Z' },
    });
    expect(stats.fields.service).toEqual([
      { value: 's3', count: 4 },
      { value: 'kinesis', count: 1 },
    ]);
    expect(stats.fields.error).toEqual([{ value: 'AccessDenied', count: 1 }]);
    expect(code).toBe(0);
  });

  test('statistics for people, of the events that match', async () => {
    const { out } = await run(['--stats', '-q', 'is:denied', logs]);
    expect(out).toMatch(/^events +1$/m);
    expect(out).toMatch(/^EVENTS +EVENT\n +1 +PutObject$/m);
  });

  test('problems are one a line, with file, offset, kind and message for programs', async () => {
    const broken = scratch.write(
      'broken/x.json',
      JSON.stringify({ Records: [record(1), record(2)] }).slice(0, -30),
    );
    const { out, code, err } = await run(['--problems', broken, logs]);
    expect(
      out
        .trimEnd()
        .split('\n')
        .every((line) => /x\.json(:\d+)?: [a-z-]+: ./.test(line)),
    ).toBe(true);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first] = JSON.parse((await run(['--problems', '-o', 'json', broken])).out);
    expect(Object.keys(first)).toEqual(['file', 'offset', 'kind', 'message']);
    expect(csv((await run(['--problems', '-o', 'csv', broken])).out)[0]!.kind).toBe(first.kind);
  });

  test('a query is written as SQL, with events at hand and without', async () => {
    const { code, out } = await run(['--sql', 'duckdb', '-q', 'service:s3', logs]);
    expect(code).toBe(0);
    expect(out).toMatch(/^SELECT [\s\S]*WHERE [\s\S]*s3/m);
    expect((await run(['--sql', 'athena', '-q', 'service:s3'], { stdin: 'terminal' })).code).toBe(0);
  });

  test('--keep-duplicates folds nothing', async () => {
    const copy = scratch.write('copy/c.json', { Records: [record(1)] });
    expect((await run(['-o', 'ndjson', '--keep-duplicates', logs, copy])).out.split('\n').length - 1).toBe(6);
    expect((await run(['-o', 'ndjson', logs, copy])).out.split('\n').length - 1).toBe(5);
  });
});

describe('where events come from', () => {
  test('standard input is read when nothing is named and it is no terminal', async () => {
    const { out } = await run(['-o', 'ndjson'], { stdin: JSON.stringify({ Records: [record(1)] }) });
    expect(JSON.parse(out)).toMatchObject({ requestID: 'R1' });
  });

  test('it mixes with files', async () => {
    const { out } = await run(['-o', 'ndjson', '-', logs], { stdin: JSON.stringify(record(9)) });
    expect(out.split('\n').length - 1).toBe(6);
  });

  test('the current folder is read when nothing is named at a terminal', async () => {
    const before = process.cwd();
    try {
      process.chdir(logs);
      expect((await run(['-o', 'csv', '--fields', 'file'], { stdin: 'terminal' })).out).toContain('b.json');
      process.chdir(scratch.folder);
      mkdirSync('bare');
      process.chdir('bare');
      const { code, err } = await run(['-p'], { stdin: 'terminal' });
      expect(code).toBe(2);
      expect(err).toMatch(/^trailtui: no events in this folder [^\n]*--demo[^\n]*\n$/);
    } finally {
      process.chdir(before);
    }
  });

  test('a screen needs events: a path without any says so instead', async () => {
    const { code, err, out } = await run([join(scratch.folder, 'nowhere')], {
      stdin: 'terminal',
      terminalColumns: 80,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^trailtui: [^\n]*: no such file or folder\n$/);
    expect(await run(['-'], { stdin: 'terminal', terminalColumns: 80 })).toMatchObject({ code: 2, out: '' });
  });

  test('--demo opens the samples', async () => {
    const { code, out } = await run(['--demo', '--count', 'service', '-o', 'csv']);
    expect(code).toBe(0);
    expect(csv(out).length).toBeGreaterThan(5);
  });
});

describe('what is settled in the configuration', () => {
  const settled = (config: string) => {
    scratch.write('config/trailtui/config.json', config);
    return { env: { XDG_CONFIG_HOME: join(scratch.folder, 'config') } };
  };

  test('a zone holds for tables until the command line says another, columns never for what is printed', async () => {
    const around = settled('{"zone":"Asia/Kolkata","columns":["event"]}');
    expect((await run(['--limit', '1', logs], around)).out).toMatch(
      /^TIME +SERVICE[^\n]+\n2026-03-01T14:30:01\+05:30 /,
    );
    expect((await run(['--limit', '1', '--utc', logs], around)).out).toContain('2026-03-01T09:00:01Z');
  });

  test('a broken one is told with its line, and is no failure', async () => {
    const { code, err } = await run([logs], settled('{\n"zone": "Mars"}'));
    expect(err).toMatch(/^trailtui: .*config\.json:2: zone: no time zone "Mars" [^\n]*\n$/);
    expect(code).toBe(0);
  });
});

describe('words about itself', () => {
  test('--help names every option, and --version the version', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('-q, --query TEXT');
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect((await run(['-V'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('on a terminal a printed table is as wide as it, whatever the log holds', async () => {
  const file = scratch.write('evil.json', {
    Records: [record(1, { eventName: '\u001b[2Jx\u202e', userAgent: 'a\rb' })],
  });
  const { out } = await run(['--print', '--fields', 'time,event,user_agent,principal', file], {
    terminalColumns: 60,
  });
  expect(out).toMatch(/^[\n\x20-\x7e…]*$/);
  expect(out.split('\n').every((line) => line.length <= 60)).toBe(true);
});
