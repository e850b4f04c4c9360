import type { Snapshot } from '../store/snapshot.ts';
import type { StoredDocument } from '../store/stored-document.ts';
import type { Task, TaskResult, TaskRunner } from './task.ts';

/** What is done with the records of one document. */
export type DocumentWalk<K extends Task['kind']> = {
  /** The task for a document; `ranges` are pairs (start, end) of the wanted records within it. */
  readonly taskFor: (document: StoredDocument['document'], ranges: Uint32Array) => Extract<Task, { kind: K }>;
  /** Takes what came of it: undefined when the document could not be read. */
  readonly onDocument: (events: Uint32Array, result: TaskResult[K] | undefined) => void;
};

/**
 * Goes over the records of some events, document by document in the order in which they were loaded, several at a
 * time. Fulfilled when all are done or the signal has fired. Gives the sentences of documents that could not be read.
 */
export async function walkDocuments<K extends Task['kind']>(
  runner: TaskRunner,
  snapshot: Snapshot,
  events: Uint32Array,
  { taskFor, onDocument }: DocumentWalk<K>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Uint8Array(snapshot.length);
  for (const event of events) wanted[event] = 1;
  const unreadable = new Map<string, string>();
  const documents = snapshot.documents[Symbol.iterator]();

  async function walkNext(): Promise<void> {
    for (const stored of documents) {
      if (signal.aborted) return;
      const chosen = chosenIn(stored, wanted);
      if (chosen.length === 0) continue;
      let result: TaskResult[K] | undefined;
      try {
        result = await runner.run<K>(taskFor(stored.document, rangesOf(snapshot, chosen)), true);
      } catch (error) {
        unreadable.set(stored.document.path, (error as Error).message);
      }
      if (signal.aborted) return;
      onDocument(chosen, result);
    }
  }

  await Promise.all(Array.from({ length: runner.width }, walkNext));
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
