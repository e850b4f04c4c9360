import { fieldNamed } from '../record/fields.ts';
import { testOfLine } from './parse-value.ts';
import type { Query, QueryContext, QueryError } from './question.ts';
import type { ValueTest } from './record-test.ts';

/** The query with each `@file` replaced by the values in that file. A file that cannot be read has none. */
export function resolveLists(query: Query, context: QueryContext): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { ...query, of: query.of.map((part) => resolveLists(part, context)) };
    case 'not':
      return { ...query, of: resolveLists(query.of, context) };
    case 'field':
      return query.test.how === 'list'
        ? { ...query, test: readTest(query.test.file, fieldNamed(query.field)?.kind === 'ip', context) }
        : query;
    case 'record':
      return query.test.kind === 'path' && query.test.test.how === 'list'
        ? { ...query, test: { ...query.test, test: readTest(query.test.test.file, true, context) } }
        : query;
    default:
      return query;
  }
}

/** The first `@file` of a query that cannot be read, as an error with its place; undefined when all can. */
export function findUnreadableList(
  query: Query,
  context: Pick<QueryContext, 'readList'>,
): QueryError | undefined {
  if (query.kind === 'and' || query.kind === 'or') {
    for (const part of query.of) {
      const error = findUnreadableList(part, context);
      if (error !== undefined) return error;
    }
    return undefined;
  }
  if (query.kind === 'not') return findUnreadableList(query.of, context);
  const test =
    query.kind === 'field'
      ? query.test
      : query.kind === 'record' && query.test.kind === 'path'
        ? query.test.test
        : undefined;
  if (test?.how !== 'list' || context.readList(test.file) !== undefined) return undefined;
  return {
    start: query.start,
    end: query.end,
    message: `the list ${test.file} cannot be read`,
    expected: [],
  };
}

function readTest(file: string, networks: boolean, context: QueryContext): ValueTest {
  const tests = (context.readList(file) ?? []).flatMap((line) => testOfLine(line, networks) ?? []);
  return { how: 'either', tests };
}
