import { parseQuery } from '../query/parse.ts';
import type { Query, QueryError } from '../query/question.ts';
import { findUnreadableList } from '../query/resolve-lists.ts';
import { readList } from './read-list.ts';

/** A query that can be asked, or the lines that say why not. */
export type FullQuery =
  | { readonly text: string; readonly query: Query; readonly error: undefined }
  | { readonly text: undefined; readonly query: undefined; readonly error: string };

/**
 * The query of `--query` with `--since` and `--until` joined to it, as
 * text that the search box can hold. Its lists are read.
 */
export function fullQuery(request: {
  readonly query: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly zone: string;
}): FullQuery {
  const wrong = (error: string): FullQuery => ({ text: undefined, query: undefined, error });
  const own = parseQuery(request.query, request.zone);
  if (own.error !== undefined) return wrong(atItsPlace(request.query, own.error));
  const unreadable = findUnreadableList(own.query, { readList });
  if (unreadable !== undefined) return wrong(`--query: ${unreadable.message}`);
  const parts = [request.query.trim()];
  for (const word of ['since', 'until'] as const) {
    const time = request[word];
    if (time === undefined) continue;
    const part = `${word}:${/^[\w:.+-]+$/.test(time) ? time : JSON.stringify(time)}`;
    const { error } = parseQuery(part, request.zone);
    if (error !== undefined)
      return wrong(`--${word}: no time ${JSON.stringify(time)} (${error.expected.join(', ')})`);
    parts.push(part);
  }
  const text = parts.filter((part) => part !== '').join(' ');
  const all = parseQuery(text, request.zone);
  if (all.error !== undefined) return wrong(`--query: ${all.error.message}`);
  return { text, query: all.query, error: undefined };
}

function atItsPlace(text: string, { start, end, message }: QueryError): string {
  const pointer = ' '.repeat(start) + '^'.repeat(Math.max(1, end - start));
  return `--query: ${message}\n  ${text}\n  ${pointer}`;
}
