import type { RecordTest } from '../query/record-test.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { StoredDocument } from '../store/stored-document.ts';
import type { TaskRunner } from './task.ts';

/** Hands over events that were tested and, of these, those that passed. */
export type PartListener = (tested: Uint32Array, passed: Uint32Array) => void;

/**
 * Tests records, document by document in the order in which they were loaded, several at a time. Fulfilled when all
 * events were tested or the signal has fired. Gives the sentences of documents that could not be read; their events
 * count as tested and not passed.
 */
export async function searchDocuments(
  runner: TaskRunner,
  snapshot: Snapshot,
  test: RecordTest,
  events: Uint32Array,
  onPart: PartListener,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Uint8Array(snapshot.length);
  for (const event of events) wanted[event] = 1;
  const unreadable = new Map<string, string>();
  const documents = snapshot.documents[Symbol.iterator]();

  async function searchNext(): Promise<void> {
    for (const stored of documents) {
      if (signal.aborted) return;
      const chosen = chosenIn(stored, wanted);
      if (chosen.length === 0) continue;
      let passed: Uint32Array = chosen.subarray(0, 0);
      try {
        const marks = await runner.run(
          { kind: 'search', document: stored.document, ranges: rangesOf(snapshot, chosen), test },
          true,
        );
        passed = chosen.filter((_, i) => marks[i] === 1);
      } catch (error) {
        unreadable.set(stored.document.path, (error as Error).message);
      }
      if (signal.aborted) return;
      onPart(chosen, passed);
    }
  }

  await Promise.all(Array.from({ length: runner.width }, searchNext));
  return unreadable;
}

function chosenIn({ firstEvent, length }: StoredDocument, wanted: Uint8Array): Uint32Array {
  const chosen = new Uint32Array(length);
  let count = 0;
  for (let event = firstEvent; event < firstEvent + length; event++)
    if (wanted[event] === 1) chosen[count++] = event;
  return chosen.slice(0, count);
}

function rangesOf({ start, end }: Snapshot, events: Uint32Array): Uint32Array {
  const ranges = new Uint32Array(events.length * 2);
  for (let i = 0; i < events.length; i++) {
    ranges[i * 2] = start[events[i]!]!;
    ranges[i * 2 + 1] = end[events[i]!]!;
  }
  return ranges;
}
