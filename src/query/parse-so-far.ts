import { parseQuery } from './parse.ts';
import type { Query } from './question.ts';

/**
 * What a query asks that is still being typed: parentheses that are open end with it, and what only begins something at its
 * end, as `a |`, `a (` or `a service:`, is left out. Undefined when it cannot be read for other reasons.
 */
export function parseSoFar(text: string, zone = 'UTC'): Query | undefined {
  let whole = text.replace(begunAtEnd, '');
  for (;;) {
    const { query, error } = parseQuery(whole, zone);
    if (query !== undefined) return query;
    if (!isUnclosed(error)) return undefined;
    whole += closing;
  }
}

const begunAtEnd = /(?:^|[\s(|])[\s(|!-]*(?:[a-z][\w.[\]-]*:)?$/i;
const closing = ')';

/** Whether all that a query lacks is the end of a parenthesis. */
export function isUnclosed({ expected }: { readonly expected: readonly string[] }): boolean {
  return expected.length === 1 && expected[0] === closing;
}
