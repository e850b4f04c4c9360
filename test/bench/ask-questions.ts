/**
 * Loads a folder and asks it questions, in one process as the screen does. Prints how long each took, as JSON.
 *
 *   node test/bench/ask-questions.ts FOLDER THREADS BUCKET PRINCIPAL
 */
import type { Loading } from '../../src/load/loading.ts';
import { startLoading } from '../../src/load/start-loading.ts';
import { answerQuery } from '../../src/query/answer.ts';
import { countValues } from '../../src/query/counts.ts';
import { parseQuery } from '../../src/query/parse.ts';
import type { Query, RecordAnswers } from '../../src/query/question.ts';
import { sortMatches } from '../../src/query/sort.ts';
import { deniedQuery } from './denied-query.ts';
import { quantile } from './run-process.ts';
import { type KindTimes, timeKinds } from './time-kinds.ts';

/** Milliseconds, and what was found. */
export type Answers = {
  readonly loadMs: number;
  readonly events: number;
  /** A letter typed, to the new list of matches. */
  readonly letterMs: readonly [median: number, p95: number];
  readonly countMs: number;
  readonly sortMs: number;
  readonly deniedMs: number;
  readonly denied: number;
  /** The text search for a bucket. */
  readonly firstMatchMs: number;
  readonly searchMs: number;
  readonly found: number;
  readonly kinds: KindTimes;
};

const [folder = '.', threads = '2', bucket = '', principal = ''] = process.argv.slice(2);
const context = { nowMs: Date.now(), zone: 'UTC', marked: new Set<string>(), readList: () => undefined };
const noAnswers = new Map<string, RecordAnswers>();

const startMs = performance.now();
const loading = startLoading({
  paths: [folder],
  threads: Number(threads),
  keepDuplicates: false,
  maxInflatedBytes: 2 ** 40,
  stdin: undefined,
});
await loading.done;
const loadMs = performance.now() - startMs;
const snapshot = loading.snapshot();
const everything = snapshot.order;

const typed = ['describe', 'secur', 'getobj', 'create', 'delta api'].flatMap((text) =>
  Array.from(text, (_, i) =>
    timed(() => answerQuery(queryOf(text.slice(0, i + 1)), snapshot, context, noAnswers)),
  ),
);
const counted = ['service', 'event', 'principal', 'source_ip', 'error', 'target'] as const;
const counts = counted.map((field) => timed(() => countValues(snapshot, everything, field, 100)));
const sorts = (['principal', 'event', 'source_ip'] as const).map((field) =>
  timed(() => sortMatches(snapshot, everything, field, false)),
);
let denied = 0;
const deniedMs = timed(() => {
  denied = answerQuery(queryOf(deniedQuery(principal)), snapshot, context, noAnswers).matches.length;
});
const search = await searchFor(bucket, loading);

const answers: Answers = {
  loadMs,
  events: everything.length,
  letterMs: [quantile(typed), quantile(typed, 0.95)],
  countMs: quantile(counts),
  sortMs: quantile(sorts),
  deniedMs,
  denied,
  ...search,
  kinds: timeKinds(snapshot),
};
process.stdout.write(JSON.stringify(answers));
await loading.close();

function queryOf(text: string): Query {
  const { query, error } = parseQuery(text);
  if (query === undefined) throw new Error(`${text}: ${error.message}`);
  return query;
}

function timed(work: () => unknown): number {
  const fromMs = performance.now();
  work();
  return performance.now() - fromMs;
}

async function searchFor(text: string, { searchRecords }: Loading) {
  const fromMs = performance.now();
  const { open, matches } = answerQuery(queryOf(`"${text}"`), snapshot, context, noAnswers);
  let firstMatchMs = Number.NaN;
  let found = matches.length;
  for (const { test, events } of open)
    await searchRecords(
      test,
      events,
      (_, passed) => {
        if (passed.length > 0 && Number.isNaN(firstMatchMs)) firstMatchMs = performance.now() - fromMs;
        found += passed.length;
      },
      new AbortController().signal,
    );
  return { firstMatchMs, searchMs: performance.now() - fromMs, found };
}
