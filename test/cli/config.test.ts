import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig, readConfig } from '../../src/cli/config.ts';
import { createScratch } from './scratch.ts';

const scratch = createScratch();
afterAll(scratch.remove);

test('settings stand for options', () => {
  const text = '{"version":1,"columns":["time","event","error"],"zone":"Europe/Berlin","threads":2}';
  expect(parseConfig(text)).toEqual({
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
])('%j gives what is right in it, and says what is not and where', (text, values, complaints) => {
  expect(parseConfig(text)).toEqual({ values, complaints });
});

test('a file that is not there is no fault', () => {
  expect(readConfig({ XDG_CONFIG_HOME: join(scratch.folder, 'nowhere') })).toEqual({
    values: {},
    complaints: [],
  });
});

test('a complaint names the file', () => {
  const file = scratch.write('trailtui/config.json', '{');
  expect(readConfig({ XDG_CONFIG_HOME: scratch.folder }).complaints).toEqual([`${file}:1: this is no JSON`]);
});
