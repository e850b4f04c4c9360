import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig, readConfig } from '../../src/cli/config.ts';
import { actionName } from '../../src/screen/keys/action-name.ts';
import { lenses } from '../../src/screen/lenses.ts';
import { run } from './run-main.ts';
import { createScratch, record } from './scratch.ts';

const scratch = createScratch();
afterAll(scratch.remove);

test('settings stand for options', () => {
  const text = '{"version":1,"columns":["time","event","error"],"zone":"Europe/Berlin","threads":2}';
  expect(parseConfig(text)).toMatchObject({
    values: { fields: 'time,event,error', tz: 'Europe/Berlin', threads: '2' },
    complaints: [],
  });
});

test.each([
  ['{\n  "zone": "UTC",\n  "columns" "time"\n}', {}, [':3: this is no JSON']],
  ['{"zone": "UTC"', {}, [':1: this is no JSON']],
  ['[1]', {}, [':1: settings belong in { }']],
  [
    '{\n"colums": "time",\n"zone": "UTC"}',
    { tz: 'UTC' },
    [':2: there is no setting "colums" (did you mean columns?)'],
  ],
  ['{"zone": {}}', {}, [':1: zone: this is neither a text, a number nor a list of texts']],
  ['{"columns": ["tme"]}', {}, [':1: columns: no field "tme" (did you mean time?)']],
  ['{"zone": "UTC",\n"version": 2}', { tz: 'UTC' }, [':2: version is not 1, the one known here']],
  ['{"theme": "pink"}', {}, [':1: theme: this is neither "default" nor "high-contrast"']],
  ['{"keys": []}', {}, [':1: keys: this belongs in { }']],
  [
    '{"keys": {\n"quit": "Ctrl-X",\n"askk": "s"}}',
    {},
    [':3: keys: askk: there is no such action (did you mean ask?)'],
  ],
  ['{"keys": {\n"mark": "Ctrl-Ü"}}', {}, [':2: keys: mark: there is no key "Ctrl-Ü"']],
  ['{"keys": {"mark": 5}}', {}, [':1: keys: mark: this is neither a key nor a list of keys']],
  ['{"keys": {\n"mark": "F"}}', {}, [':2: keys: mark: F already means “counts of this field” there']],
  [
    '{"lenses": {\n"0": {"name": "x", "query": "y"},\n"2": {"name": "x", "query": "("},\n"3": 1}}',
    {},
    [
      ':2: lenses: 0: lenses are numbered 1 to 9',
      expect.stringMatching(/^:3: lenses: 2: the query cannot be read: /),
      ':4: lenses: 3: a lens is { "name": "…", "query": "…" }',
    ],
  ],
  ['{"accounts": {\n"111122223333": 1}}', {}, [':2: accounts: 111122223333: this is no name']],
])('%j gives what is right in it, and says what is not and where', (text, values, complaints) => {
  const config = parseConfig(text);
  expect(config.values).toEqual(values);
  expect(config.complaints).toEqual(complaints);
});

test('keys, lenses, accounts and a theme are settled', () => {
  const config = parseConfig(`{
    "keys": { "mark": ["B", "Alt-M"], "quit": "ctrl-x" },
    "lenses": { "3": { "name": "deletions by bob", "query": "event:^Delete bob" } },
    "accounts": { "111122223333": "prod" },
    "theme": "high-contrast"
  }`);
  expect(config.complaints).toEqual([]);
  const keysOf = (name: string) => config.keys!.find((row) => actionName(row.action) === name)!.keys;
  expect([keysOf('mark'), keysOf('quit')]).toEqual([['B', 'Alt-M'], ['Ctrl-X']]);
  expect(config.lenses).toEqual(lenses.with(2, { name: 'deletions by bob', text: 'event:^Delete bob' }));
  expect(config.accounts).toEqual(new Map([['111122223333', 'prod']]));
  expect(config.highContrast).toBe(true);
});

test('a file that is not there is no fault', () => {
  expect(readConfig({ XDG_CONFIG_HOME: join(scratch.folder, 'nowhere') }).complaints).toEqual([]);
});

describe('a broken file', () => {
  test('is named with its line, and is not fatal', async () => {
    const file = scratch.write('trailtui/config.json', '{\n"zone": "UTC",,');
    const logs = scratch.write('a.json', { Records: [record(1)] });
    const { code, out, err } = await run(['-o', 'ndjson', logs], {
      env: { XDG_CONFIG_HOME: scratch.folder },
    });
    expect({ code, err }).toEqual({ code: 0, err: `trailtui: ${file}:2: this is no JSON\n` });
    expect(out).toContain('ListBuckets');
  });
});
