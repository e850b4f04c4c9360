import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import { chainText } from '../../src/store/sessions.ts';

const samples = new URL('../../samples/', import.meta.url).pathname;
const files = globSync('**/*.{json,gz,txt}', { cwd: samples }).sort();

/** What is said of the sessions of each event of the samples, by event id, with the files read in this order. */
function saidOfSessions(paths: readonly string[]): Map<string, string> {
  const store = createEventStore({ keepDuplicates: false });
  const decoder = createDecoder(0, { maxInflatedBytes: 1e8 });
  for (const path of paths) store.append(decoder.decode({ path, bytes: readFileSync(samples + path) }));
  const snapshot = store.snapshot();
  return new Map(
    Array.from(snapshot.order, (event) => [
      snapshot.text('event_id', event)!,
      [
        snapshot.text('person', event),
        snapshot.text('session', event),
        chainText(snapshot.chainOf(event)),
      ].join(' | '),
    ]),
  );
}

/** The same elements in an order that the seed decides. */
function shuffled<T>(elements: readonly T[], seed: number): T[] {
  const order = [...elements];
  let state = seed;
  for (let i = order.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

test('the chain of the incident is the same in whatever order the files are read', () => {
  const said = saidOfSessions(files);
  const longest = Math.max(...[...said.values()].map((text) => text.split(' → ').length));
  expect(longest).toBeGreaterThanOrEqual(4);
  for (const paths of [files.toReversed(), shuffled(files, 1), shuffled(files, 2), shuffled(files, 3)]) {
    expect(saidOfSessions(paths)).toEqual(said);
  }
});
