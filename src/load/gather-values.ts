import type { PathValues } from '../query/path-values.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { TaskRunner } from './task.ts';
import { walkDocuments } from './walk-documents.ts';

/**
 * Reads the values at a path into records. Fulfilled when all events were looked at or the signal has fired. Gives the
 * sentences of documents that could not be read; their events count as looked at, without a value.
 */
export function gatherValues(
  runner: TaskRunner,
  snapshot: Snapshot,
  path: readonly string[],
  events: Uint32Array,
  onPart: (values: PathValues) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  return walkDocuments<'path-values'>(
    runner,
    snapshot,
    events,
    {
      taskFor: (document, ranges) => ({ kind: 'path-values', document, ranges, path }),
      onDocument: (looked, values) => onPart(valuesOfEvents(looked, values)),
    },
    signal,
  );
}

function valuesOfEvents(looked: Uint32Array, values: PathValues | undefined): PathValues {
  if (values === undefined) return { looked, events: new Uint32Array(), codes: new Uint32Array(), texts: [] };
  return { ...values, looked, events: values.events.map((place) => looked[place]!) };
}
