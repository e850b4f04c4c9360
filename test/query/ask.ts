import { answerQuery } from '../../src/query/answer.ts';
import { recordMatcher } from '../../src/query/match-record.ts';
import { parseQuery } from '../../src/query/parse.ts';
import type { QueryContext, RecordAnswers } from '../../src/query/question.ts';
import type { Loaded } from './samples.ts';

/** A context in which nothing is marked and no list can be read, but for what is given. */
export function contextWith(given: Partial<QueryContext> = {}): QueryContext {
  const nowMs = Date.parse('2026-03-05T00:00:00Z');
  return { nowMs, zone: 'UTC', marked: new Set(), readList: () => undefined, ...given };
}

/** The events that match a query in time order, with every test on records carried out as a load would. */
export function ask(text: string, { snapshot, recordBytes }: Loaded, context = contextWith()): number[] {
  const { query, error } = parseQuery(text, context.zone);
  if (query === undefined) throw new Error(`${text}: ${error.message}`);
  const answers = new Map<string, RecordAnswers>();
  for (;;) {
    const { matches, open } = answerQuery(query, snapshot, context, answers);
    if (open.length === 0) return [...matches];
    for (const { key, test, events } of open) {
      if (answers.has(key)) throw new Error(`asked twice about ${key}`);
      const tested = new Uint8Array(snapshot.length);
      const passed = new Uint8Array(snapshot.length);
      const matcher = recordMatcher(test);
      for (const event of events) {
        const bytes = recordBytes(event);
        tested[event] = 1;
        passed[event] = matcher(bytes, 0, bytes.length) ? 1 : 0;
      }
      answers.set(key, { tested, passed });
    }
  }
}
