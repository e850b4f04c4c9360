import type { FieldName } from '../record/fields.ts';
import { denialBeginnings } from '../record/outcome.ts';
import { pathOfField } from '../record/path-of-field.ts';
import { deletingVerbs, severityRows } from '../record/severity.ts';
import { signInNames } from '../record/sign-in.ts';
import { formatTime } from '../record/time.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { humanTypes } from './is-word.ts';
import type { IsWord, Query, QueryContext } from './question.ts';
import type { RecordTest, ValueTest } from './record-test.ts';
import { resolveLists } from './resolve-lists.ts';
import { resolveTimes } from './resolve-time.ts';
import { literal, type SqlEngine, type SqlEngineName, sqlEngineNamed } from './sql-engine.ts';
import { sqlOfTest } from './sql-value.ts';

/** What a query is written for, and what had to be said less exactly. */
type Writing = {
  readonly engine: SqlEngine;
  readonly snapshot: Snapshot;
  readonly context: QueryContext;
  readonly notes: Set<string>;
};

/**
 * A query as SQL for another engine, so that the same question can be asked where the data is. What the engine cannot
 * ask as exactly is asked more loosely, and said in a comment on top.
 *
 * @param snapshot Gives the newest event, for times relative to it.
 */
export function sqlOf(
  query: Query,
  engineName: SqlEngineName,
  snapshot: Snapshot,
  context: QueryContext,
): string {
  const engine = sqlEngineNamed[engineName];
  const writing = { engine, snapshot, context, notes: new Set([engine.note]) };
  const where = query.kind === 'all' ? 'true' : sqlOfQuery(resolveLists(query, context), writing);
  const notes = [...writing.notes].map((note) => `-- ${note}\n`).join('');
  return `${notes}${engine.select}\nWHERE ${where}\nORDER BY ${engine.time};\n`;
}

function sqlOfQuery(query: Query, writing: Writing): string {
  switch (query.kind) {
    case 'all':
      return 'true';
    case 'and':
      return query.of.map((part) => sqlOfQuery(part, writing)).join('\n  AND ');
    case 'or':
      return `(${query.of.map((part) => grouped(part, writing)).join(' OR ')})`;
    case 'not':
      return `NOT (${sqlOfQuery(query.of, writing)})`;
    case 'word':
      return sqlOfWord(query, writing);
    case 'field':
      return sqlOfField(query.field, query.test, writing);
    case 'is':
      return sqlOfIs(query.word, writing);
    case 'time':
      return sqlOfTime(query, writing);
    case 'value':
      writing.notes.add('A pasted value is looked for anywhere in the record.');
      return sqlOfRecordTest({ kind: 'text', text: query.text }, writing);
    case 'record':
      return sqlOfRecordTest(query.test, writing);
  }
}

function grouped(query: Query, writing: Writing): string {
  return query.kind === 'and' ? `(${sqlOfQuery(query, writing)})` : sqlOfQuery(query, writing);
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' OR ')})`;
}

function sqlOfWord({ how, text }: Extract<Query, { kind: 'word' }>, writing: Writing): string {
  if (how === 'fuzzy')
    writing.notes.add('Words are looked for as typed: slips and abbreviations are not understood.');
  const test: ValueTest = { how: how === 'fuzzy' ? 'contains' : how, text };
  return anyOf((['service', 'event', 'principal'] as const).map((field) => sqlOfField(field, test, writing)));
}

function sqlOfField(field: FieldName, test: ValueTest, writing: Writing): string {
  const { some } = writing.engine;
  const path = pathOfField[field];
  const passes = (value: string) => sqlOfTest(value, test);
  if (path !== undefined) return some(path, passes);
  switch (field) {
    case 'service':
      return some(['eventSource'], (value) => passes(`replace(${value}, '.amazonaws.com', '')`));
    case 'account':
      return some(['recipientAccountId'], (own) =>
        some(['userIdentity', 'accountId'], (caller) => passes(`coalesce(${own}, ${caller})`)),
      );
    case 'error':
      return withFailure(writing, (failure) => passes(`coalesce(${failure}, '')`));
    case 'outcome':
      return withFailure(writing, (failure) => passes(outcomeOf(failure)));
    case 'principal':
    case 'person':
      writing.notes.add(
        'Who called is compared with user names, ARNs and services, not with the names shown.',
      );
      return sqlOfPrincipal(test, writing);
    case 'target':
      writing.notes.add('Targets are looked for in the resources and request parameters as a whole.');
      return anyOf([
        some(['resources', '[]', 'ARN'], passes),
        some(['requestParameters'], (value) => sqlOfTest(value, loose(test))),
      ]);
    default:
      writing.notes.add(`There is no ${field} in the records: that condition is left out.`);
      return 'true';
  }
}

/** The rules of `record/outcome.ts` for the `error` field: NULL when the call succeeded. */
function withFailure({ engine }: Writing, condition: (failure: string) => string): string {
  const failed: ValueTest = { how: 'exact', text: 'Failure' };
  const details: ValueTest = { how: 'contains', text: '"Failure"' };
  const signIn = engine.some(['responseElements', 'ConsoleLogin'], (value) => sqlOfTest(value, failed));
  const service = engine.some(['serviceEventDetails'], (value) => sqlOfTest(value, details));
  return engine.some(['errorCode'], (code) =>
    engine.some(['errorMessage'], (message) => {
      const otherwise = `CASE WHEN ${message} IS NOT NULL OR ${signIn} OR ${service} THEN 'Failure' END`;
      return condition(`coalesce(${code}, ${otherwise})`);
    }),
  );
}

/** And for the `outcome` field. */
function outcomeOf(failure: string): string {
  const denial = `'^((client|server)\\.)?(${denialBeginnings.join('|')}).*$'`;
  const marked = `regexp_replace(lower(${failure}), ${denial}, '!')`;
  return `CASE ${marked} WHEN '!' THEN 'denied' ELSE CASE WHEN ${failure} IS NULL THEN 'ok' ELSE 'failed' END END`;
}

/** The last part of an ARN, such as `alice` or `Deploy/ci`, is compared as a name; texts within it anywhere. */
function sqlOfPrincipal(test: ValueTest, { engine }: Writing): string {
  const names = [
    ['userIdentity', 'userName'],
    ['userIdentity', 'invokedBy'],
    ['userIdentity', 'arn'],
    ['userIdentity', 'principalId'],
  ];
  const conditions = names.map((path) => engine.some(path, (value) => sqlOfTest(value, test)));
  const inArn = engine.some(['userIdentity', 'arn'], (arn) =>
    sqlOfTest(`regexp_replace(${arn}, '^arn:[^/]*/', '')`, test),
  );
  return anyOf([...conditions, inArn]);
}

function loose(test: ValueTest): ValueTest {
  if (test.how === 'either') return { how: 'either', tests: test.tests.map(loose) };
  return 'text' in test ? { how: 'contains', text: test.text } : test;
}

function sqlOfTime(
  time: Extract<Query, { kind: 'time' }>,
  { engine, snapshot, context, notes }: Writing,
): string {
  const { startMs, endMs } = resolveTimes(time, snapshot, context);
  const conditions: string[] = [];
  const stamp = (timeMs: number) => `from_iso8601_timestamp(${literal(formatTime(timeMs))})`;
  const at = engine.time.startsWith('TRY_CAST')
    ? (timeMs: number) => `TIMESTAMPTZ ${literal(formatTime(timeMs))}`
    : stamp;
  if (Number.isFinite(startMs)) conditions.push(`${engine.time} >= ${at(startMs)}`);
  if (Number.isFinite(endMs)) conditions.push(`${engine.time} < ${at(endMs)}`);
  if (Number.isNaN(startMs) || Number.isNaN(endMs))
    notes.add('Times relative to the newest event are left out: none is loaded.');
  return conditions.length === 0 ? 'true' : `coalesce(${conditions.join(' AND ')}, false)`;
}

function sqlOfIs(word: IsWord, writing: Writing): string {
  const { engine, notes, context } = writing;
  const exactly = (field: FieldName, ...texts: string[]) =>
    sqlOfField(field, { how: 'either', tests: texts.map((text) => ({ how: 'exact', text })) }, writing);
  switch (word) {
    case 'error':
      return exactly('outcome', 'failed', 'denied');
    case 'denied':
      return exactly('outcome', 'denied');
    case 'write':
      return exactly('read_only', 'false');
    case 'read':
      return exactly('read_only', 'true');
    case 'root':
      return exactly('principal_type', 'Root');
    case 'person':
      notes.add('is:person is users by type: sessions of roles are left out.');
      return exactly('principal_type', ...humanTypes);
    case 'service':
      return anyOf([exactly('principal_type', 'AWSService'), engine.has(['userIdentity', 'invokedBy'])]);
    case 'login':
      return `${exactly('event', ...signInNames)} AND ${exactly('service', 'signin', 'sso')}`;
    case 'console':
      return engine.some(['sessionCredentialFromConsole'], (value) =>
        sqlOfTest(value, { how: 'exact', text: 'true' }),
      );
    case 'marked':
      return context.marked.size === 0 ? 'false' : exactly('event_id', ...context.marked);
    case 'sensitive':
    case 'evasion':
      return sqlOfField('event', namesOf(word), writing);
    case 'destructive':
      return anyOf([namesOf(word), deleting].map((test) => sqlOfField('event', test, writing)));
    default:
      notes.add(`is:${word} cannot be asked there: that condition is left out.`);
      return 'true';
  }
}

/** The names of calls that weigh so. */
function namesOf(severity: 'sensitive' | 'destructive' | 'evasion'): ValueTest {
  const rows = severityRows.filter((row) => row.severity === severity);
  return { how: 'either', tests: rows.map((row) => ({ how: 'exact', text: row.event })) };
}

/** What calls that delete are named, whatever the table of severities says. */
const deleting: ValueTest = {
  how: 'either',
  tests: deletingVerbs.flatMap((verb) => [verb, `Batch${verb}`]).map((text) => ({ how: 'starts', text })),
};

function sqlOfRecordTest(test: RecordTest, { engine, notes }: Writing): string {
  if (test.kind === 'path') {
    if (test.test.how === 'any') return engine.has(test.path);
    return engine.some(test.path, (value) => sqlOfTest(value, test.test));
  }
  notes.add('Text is looked for in the JSON as written: other ways of escaping it are not found.');
  return sqlOfTest(engine.whole, { how: 'contains', text: JSON.stringify(test.text).slice(1, -1) });
}
