import type { Snapshot } from '../store/snapshot.ts';
import type { State } from './state.ts';

/**
 * What a mark is kept under: the eventID, so that marks outlive the order of files; for a record without one, its place.
 */
export function identityKey(snapshot: Snapshot, event: number): string {
  const id = snapshot.text('event_id', event);
  if (id !== undefined && id !== '') return id;
  const place = snapshot.place(event);
  return `${place.document.path}#${place.fileStart}`;
}

/** Whether an event is marked. */
export function isMarked(state: State, event: number): boolean {
  return state.evidence.marks.size > 0 && state.evidence.marks.has(identityKey(state.load.snapshot, event));
}

/** The marked events that are loaded, in time order. */
export function markedEvents({ load: { snapshot }, evidence }: State): number[] {
  if (evidence.marks.size === 0) return [];
  const found: number[] = [];
  const byPlace = new Set<string>();
  for (const key of evidence.marks.keys()) {
    const event = snapshot.eventWithId(key);
    if (event !== undefined) found.push(snapshot.representative(event));
    else if (key.includes('#')) byPlace.add(key);
  }
  if (byPlace.size > 0)
    for (const event of snapshot.order) if (byPlace.has(identityKey(snapshot, event))) found.push(event);
  return [...new Set(found)].sort((a, b) => snapshot.rank[a]! - snapshot.rank[b]!);
}
