import { answerQuery } from '../../query/answer.ts';
import { parseQuery } from '../../query/parse.ts';
import type { Snapshot } from '../../store/snapshot.ts';

const known = new WeakMap<Snapshot, Map<string, Uint8Array>>();

/**
 * Which events an `is:` word holds of: 1 by event index. The words of queries decide, so that a key and a query never
 * differ. Not for words that depend on more than the snapshot.
 */
export function eventsOfWord(word: string, snapshot: Snapshot): Uint8Array {
  let words = known.get(snapshot);
  if (words === undefined) {
    words = new Map();
    known.set(snapshot, words);
  }
  let events = words.get(word);
  if (events === undefined) {
    events = new Uint8Array(snapshot.length);
    const context = { nowMs: 0, zone: 'UTC', marked: new Set<string>(), readList: () => undefined };
    const query = parseQuery(word).query;
    if (query !== undefined)
      for (const event of answerQuery(query, snapshot, context, new Map()).matches) events[event] = 1;
    words.set(word, events);
  }
  return events;
}
