import { expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/parse-arguments.ts';

const read: readonly { args: string[]; paths?: string[]; values?: object; flags?: string[] }[] = [
  { args: [] },
  { args: ['logs', 'a.zip', '-'], paths: ['logs', 'a.zip', '-'] },
  { args: ['--since', '-2h'], values: { since: '-2h' } },
  { args: ['-q', '-is:error', 'logs'], values: { query: '-is:error' }, paths: ['logs'] },
  { args: ['-q', '--print'], values: { query: '--print' } },
  { args: ['--query=a b'], values: { query: 'a b' } },
  { args: ['--query='], values: { query: '' } },
  { args: ['-qkinesis'], values: { query: 'kinesis' } },
  { args: ['-pq', 'x'], values: { query: 'x' }, flags: ['print'] },
  { args: ['-p', '-o', 'csv', 'logs'], values: { output: 'csv' }, flags: ['print'], paths: ['logs'] },
  { args: ['logs', '-p'], flags: ['print'], paths: ['logs'] },
  { args: ['--', '-p', '--x'], paths: ['-p', '--x'] },
  { args: ['-q', 'a', '-q', 'b'], values: { query: 'b' } },
  { args: ['--no-color', '--csv-safe', '-V'], flags: ['no-color', 'csv-safe', 'version'] },
  {
    args: ['--fields', 'time,ip,requestParameters.bucketName'],
    values: { fields: 'time,ip,requestParameters.bucketName' },
  },
  { args: ['--tz', 'Europe/Berlin'], values: { tz: 'Europe/Berlin' } },
];

test.each(read)('reads $args', ({ args, paths = [], values = {}, flags = [] }) => {
  const { commandLine, error } = parseArguments(args);
  expect(error).toBeUndefined();
  expect(commandLine!.paths).toEqual(paths);
  expect(commandLine!.values).toEqual(values);
  expect([...commandLine!.flags]).toEqual(flags);
});

const refused: readonly { args: string[]; says: string }[] = [
  { args: ['--qurey', 'x'], says: 'unknown option --qurey (did you mean --query?)' },
  { args: ['--prin'], says: 'unknown option --prin (did you mean --print?)' },
  { args: ['--output-format', 'csv'], says: 'unknown option --output-format (trailtui --help lists them)' },
  { args: ['-z'], says: 'unknown option -z (trailtui --help lists them)' },
  { args: ['--query'], says: '--query needs a value: --query TEXT' },
  { args: ['--print=yes'], says: '--print takes no value' },
  { args: ['-o', 'xml'], says: '--output: no format "xml" (table, ndjson, json, csv, tsv, markdown)' },
  {
    args: ['-o', 'toString'],
    says: '--output: no format "toString" (table, ndjson, json, csv, tsv, markdown)',
  },
  { args: ['--limit', '-1'], says: '--limit: "-1" is not a whole number' },
  { args: ['--threads', 'two'], says: '--threads: "two" is not a whole number' },
  { args: ['--fields', 'time,servce'], says: '--fields: no field "servce" (did you mean service?)' },
  { args: ['--fields', 'time,,event'], says: '--fields: a name is missing' },
  { args: ['--sort', 'evnt'], says: '--sort: no field "evnt" (did you mean event?)' },
  {
    args: ['--sort', 'request_id'],
    says: '--sort: request_id stands in the records alone, and cannot be sorted by',
  },
  { args: ['--tz', 'Mars/Olympus'], says: '--tz: no time zone "Mars/Olympus" (Europe/Berlin, UTC, +02:00)' },
];

test.each(refused)('refuses $args in one line', ({ args, says }) => {
  expect(parseArguments(args).error).toBe(says);
});
