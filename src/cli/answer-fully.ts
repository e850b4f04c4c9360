import type { Loading } from '../load/loading.ts';
import { answerQuery } from '../query/answer.ts';
import type { Query, QueryContext, RecordAnswers } from '../query/question.ts';
import { noAnswers, noteAnswers } from '../query/record-answers.ts';

/**
 * The events that match, in time order, once every test on records has been streamed over the records it decides about.
 * The load must be done.
 */
export async function answerFully(
  query: Query,
  loading: Pick<Loading, 'snapshot' | 'searchRecords'>,
  context: QueryContext,
): Promise<Uint32Array> {
  const snapshot = loading.snapshot();
  const answers = new Map<string, RecordAnswers>();
  const never = new AbortController().signal;
  for (;;) {
    const { matches, open } = answerQuery(query, snapshot, context, answers);
    if (open.length === 0) return matches;
    for (const { key, test, events } of open) {
      const known = answers.get(key) ?? noAnswers(snapshot.length);
      answers.set(key, known);
      await loading.searchRecords(
        test,
        events,
        (tested, passed) => noteAnswers(known, tested, passed),
        never,
      );
      // A record that could not be read again passes no test; asked for twice, it would be asked for for ever.
      for (const event of events) known.tested[event] = 1;
    }
  }
}
