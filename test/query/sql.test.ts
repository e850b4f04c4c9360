import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/query/parse.ts';
import { sqlOf } from '../../src/query/sql.ts';
import { type SqlEngineName, sqlEngines } from '../../src/query/sql-engine.ts';
import { ask, contextWith } from './ask.ts';
import { loadSamples, recordOf } from './samples.ts';

const samples = loadSamples();
const { snapshot } = samples;

function sql(text: string, engine: SqlEngineName): string {
  return sqlOf(parseQuery(text).query!, engine, snapshot, contextWith());
}

function where(text: string, engine: SqlEngineName): string {
  return /WHERE ([\s\S]*)\nORDER BY/.exec(sql(text, engine))![1]!;
}

describe('a query is written as SQL', () => {
  test('for the column names and structures of each engine', () => {
    expect(where('event:=GetObject', 'athena')).toBe(
      "lower(coalesce(CAST(eventname AS varchar), '')) = 'getobject'",
    );
    expect(where('event:=GetObject', 'lake')).toBe(
      "lower(coalesce(CAST(eventName AS varchar), '')) = 'getobject'",
    );
    expect(where('event:=GetObject', 'duckdb')).toBe(
      "lower(coalesce(json_extract_string(r, '$.\"eventName\"'), '')) = 'getobject'",
    );
    expect(where('requestParameters.bucketName:^a', 'athena')).toBe(
      "lower(coalesce(json_extract_scalar(requestparameters, '$[\"bucketName\"]'), '')) LIKE 'a%' ESCAPE '\\'",
    );
    expect(where('requestParameters.bucketName:^a', 'lake')).toBe(
      "lower(coalesce(element_at(requestParameters, 'bucketName'), '')) LIKE 'a%' ESCAPE '\\'",
    );
  });

  test('with quotation marks and wild cards of SQL taken as they stand', () => {
    const text = where(`user_agent:"100%_it's"`, 'duckdb');
    expect(text).toContain("LIKE '%100\\%\\_it''s%' ESCAPE '\\'");
  });

  test('with relative times as the instants that they are now', () => {
    expect(where('since:09:00', 'lake')).toContain(
      "eventTime >= from_iso8601_timestamp('2026-03-04T09:00:00Z')",
    );
  });

  test('and says on top what it cannot say as exactly', () => {
    for (const engine of sqlEngines) {
      expect(sql('asumerole', engine)).toMatch(/^-- .*\n-- Words are looked for as typed/);
      expect(sql('is:repaired', engine)).toContain('is:repaired cannot be asked there');
    }
  });
});

/** Queries whose every condition the records' own texts can answer. */
const exact: readonly string[] = [
  'kinesis create',
  '=kms',
  '!kms',
  'kinesis | kms get',
  'service:=s3,=ec2 -region:us-east-1',
  'event:^Put is:write',
  'event:stream$',
  'read_only:=""',
  'is:error',
  '-is:error',
  'is:denied',
  'outcome:failed',
  'err:*',
  '-err:*',
  'err:^Client.',
  'ip:10.0.0.0/8,192.0.2.0/24',
  '-ip:10.0.0.0/8',
  'ip:amazonaws.com$',
  'key:^AKIA',
  '-key:*',
  'is:root',
  'is:service',
  'is:login',
  'is:destructive',
  'is:evasion',
  'time:09:15..09:40',
  '-time:09:15..09:40',
  'since:13:00 is:write',
  'since:now-1d until:now-12h',
  'requestParameters.bucketName:orders',
  '-requestParameters.bucketName:*',
  'requestParameters.instancesSet.items[].instanceId:^i-0',
  'requestParameters.encryptionContext."aws:s3:arn":orders',
  'resources[].ARN:kinesis',
  'requestParameters.maxResults:=1000',
  '"customers"',
  '"stream/customers"',
  '"\\"Effect\\":\\"Allow\\""',
  '192.0.2.77',
  'AKIAEXAMPLEALICE2K4M',
  'user:=alice',
  'user:=Deploy/alice',
];

type Duck = {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjects(): { eventID: string | null }[] }>;
};

/** DuckDB where it is installed; it is too large to be asked of everyone who builds the program. */
async function openDuckDb(): Promise<Duck | undefined> {
  try {
    const name = '@duckdb/node-api';
    const { DuckDBInstance } = await import(/* @vite-ignore */ name);
    return await (await DuckDBInstance.create(':memory:')).connect();
  } catch {
    return undefined;
  }
}

const duck = await openDuckDb();

describe.skipIf(duck === undefined)('run by DuckDB over the samples, a query finds the same events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trailtui-sql-'));
  const file = join(folder, 'samples.json');

  beforeAll(async () => {
    // Events without an id, of which there are a few, cannot be told apart.
    const records = [...snapshot.order]
      .map((event) => recordOf(samples, event))
      .filter(({ eventID }) => eventID !== undefined);
    writeFileSync(file, JSON.stringify({ Records: records }));
    await duck!.run(`CREATE TABLE trail AS ${fromFile(file)}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(exact)('%s', async (query) => {
    const rows = await duck!.runAndReadAll(
      sql(query, 'duckdb').replace(fromFile('<path>/**/*.json.gz'), 'SELECT * FROM trail'),
    );
    const found = rows.getRowObjects().map((row) => row.eventID);
    const wanted = ask(query, samples).map((event) => recordOf(samples, event).eventID);
    expect(found.sort()).toEqual(wanted.filter((id) => id !== undefined).sort());
  });
});

/** The part of a query that reads the records out of files. */
function fromFile(path: string): string {
  const from = /FROM \((SELECT unnest[\s\S]*?\))\)\nWHERE/.exec(sql('', 'duckdb'))![1]!;
  return from.replace('<path>/**/*.json.gz', path);
}
