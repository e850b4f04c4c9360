import type { RecordTest } from '../query/record-test.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { TaskRunner } from './task.ts';
import { walkDocuments } from './walk-documents.ts';

/** Hands over events that were tested and, of these, those that passed. */
export type PartListener = (tested: Uint32Array, passed: Uint32Array) => void;

/**
 * Tests records. Fulfilled when all events were tested or the signal has fired. Gives the sentences of documents that
 * could not be read; their events count as tested and not passed.
 */
export function searchDocuments(
  runner: TaskRunner,
  snapshot: Snapshot,
  test: RecordTest,
  events: Uint32Array,
  onPart: PartListener,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  return walkDocuments<'search'>(
    runner,
    snapshot,
    events,
    {
      taskFor: (document, ranges) => ({ kind: 'search', document, ranges, test }),
      onDocument: (tested, marks) =>
        onPart(
          tested,
          tested.filter((_, i) => marks?.[i] === 1),
        ),
    },
    signal,
  );
}
