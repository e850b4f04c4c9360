/**
 * Asks every kind of question that the screen asks beside the query itself, many times and each time another one: of all
 * events, of those that some queries leave, of all fields.
 */
import { countAccounts } from '../../src/query/accounts.ts';
import { answerQuery } from '../../src/query/answer.ts';
import { binsFor } from '../../src/query/bins.ts';
import { completionsAt } from '../../src/query/complete.ts';
import { histogramOf } from '../../src/query/histogram.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { pivotsOf } from '../../src/query/pivots.ts';
import { prepareAnswers, prepareQueries } from '../../src/query/prepare.ts';
import { countSpread, orderSpread, type Spread } from '../../src/query/spread.ts';
import { fields } from '../../src/record/fields.ts';
import { lenses, lensQueries } from '../../src/screen/lenses.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';
import { quantile } from './run-process.ts';

export const kinds = ['completion', 'facet', 'accounts', 'histogram', 'zoom', 'pivots', 'lens'] as const;

/** Milliseconds that 95 of 100 questions of each kind take, and that 99 of 100 pieces of work ahead of them do. */
export type KindTimes = { readonly [K in (typeof kinds)[number] | 'idle piece']: number };

const context = { nowMs: Date.now(), zone: 'UTC', marked: new Set<string>(), readList: () => undefined };
/** Rows of a box of counts. */
const shownRows = 64;
const bars = 160;

/** Times the questions once what they stand on was worked out ahead, as the screen does while nothing is typed. */
export function timeKinds(snapshot: Snapshot): KindTimes {
  const pieces: number[] = [];
  for (const work = prepared(snapshot); ; ) {
    let isDone: boolean | undefined;
    pieces.push(timed(() => (isDone = work.next().done)));
    if (isDone) break;
  }
  const times = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]]));
  const ask = (kind: (typeof kinds)[number], question: () => unknown) => times[kind]!.push(timed(question));
  const { firstMs, lastMs } = snapshot.span ?? { firstMs: 0, lastMs: 1 };
  const timeAt = (share: number) => new Date(firstMs + share * (lastMs - firstMs)).toISOString();

  for (const share of shares(20))
    ask('zoom', () => matchesOf(`since:${timeAt(share / 2)} until:${timeAt(share)}`, snapshot));
  for (const { text } of lenses) {
    ask('lens', () => matchesOf(text, snapshot));
    ask('lens', () => matchesOf(`since:${timeAt(0.5)} ${text}`, snapshot));
  }
  for (const share of shares(50))
    ask('pivots', () => pivotsOf(snapshot, Math.floor(share * snapshot.length)));
  for (const text of ['', 'is:write', 'is:read', '-is:error', 'is:error', `since:${timeAt(0.5)}`]) {
    const matches = matchesOf(text, snapshot);
    ask('accounts', () => countAccounts(snapshot, matches));
    const { startMs, endMs, count } = binsFor(firstMs, lastMs, bars);
    ask('histogram', () => histogramOf(snapshot, matches, startMs, endMs, count));
    for (const { name } of fields) {
      if (snapshot.column(name) === undefined) continue;
      let spread: Spread | undefined;
      for (const order of ['count', 'rare', 'first-seen', 'ips'] as const)
        ask('facet', () => {
          spread ??= countSpread(snapshot, matches, name);
          return spread.rows(orderSpread(spread, order).subarray(0, shownRows));
        });
      for (const typed of wordsTyped(snapshot, name))
        for (let end = 0; end <= typed.length; end++) {
          const query = `${name}:${typed.slice(0, end)}`;
          ask('completion', () => completionsAt(query, query.length, snapshot, matches));
        }
    }
  }
  const quantiles = Object.entries(times).map(([kind, all]) => [kind, quantile(all, 0.95)]);
  return { ...Object.fromEntries(quantiles), 'idle piece': quantile(pieces, 0.99) };
}

function* prepared(snapshot: Snapshot): Generator<void, void> {
  yield* prepareAnswers(snapshot);
  yield* prepareQueries(lensQueries('UTC'), snapshot);
}

/** Beginnings and ends of some values of a field, and a slip of the finger in each. */
function wordsTyped(snapshot: Snapshot, field: (typeof fields)[number]['name']): string[] {
  const { valueAt, valueCount } = snapshot.column(field)!;
  return shares(3).flatMap((share) => {
    const value = valueAt(Math.floor(share * valueCount)).replace(/["\s].*/, '');
    return [value.slice(0, 6), value.slice(-6)].flatMap((word) => [
      word,
      word.replace(/^(..)(.)(.)/, '$1$3$2'),
    ]);
  });
}

function shares(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + 0.5) / count);
}

function matchesOf(text: string, snapshot: Snapshot): Uint32Array {
  return answerQuery(parseQuery(text).query!, snapshot, context, new Map()).matches;
}

function timed(work: () => unknown): number {
  const fromMs = performance.now();
  work();
  return performance.now() - fromMs;
}
