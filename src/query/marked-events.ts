import type { Snapshot } from '../store/snapshot.ts';

/** What a mark is kept under, and the events that marks stand on. Keys, `is:marked` and exports all go by this. */

/**
 * What a mark is kept under: the eventID, so that marks outlive the order of files; for a record without one its place,
 * `path#offset`.
 */
export function identityKey(snapshot: Snapshot, event: number): string {
  const id = snapshot.text('event_id', event);
  if (id !== undefined && id !== '') return id;
  const place = snapshot.place(event);
  return `${place.document.path}#${place.fileStart}`;
}

/** The events in `order` that are marked, each once, in time order. `marked` holds their identity keys. */
export function markedEvents(snapshot: Snapshot, marked: ReadonlySet<string>): number[] {
  const found = new Set<number>();
  const paths = new Set<string>();
  for (const key of marked) {
    for (const event of snapshot.eventsWithId(key)) found.add(snapshot.representative(event));
    const path = pathOfKey(key);
    if (path !== undefined) paths.add(path);
  }
  for (const { document, firstEvent, length } of paths.size === 0 ? [] : snapshot.documents) {
    if (!paths.has(document.path)) continue;
    for (let event = firstEvent; event < firstEvent + length; event++) {
      if (marked.has(identityKey(snapshot, event))) found.add(snapshot.representative(event));
    }
  }
  return [...found].sort((a, b) => snapshot.rank[a]! - snapshot.rank[b]!);
}

function pathOfKey(key: string): string | undefined {
  return /^(.*)#\d+$/s.exec(key)?.[1];
}
