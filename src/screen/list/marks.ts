import { identityKey, markedEvents } from '../../query/marked-events.ts';
import { keyFor } from '../keys/key-rows.ts';
import type { State } from '../state.ts';

/** Whether an event is marked. */
export function isMarked(state: State, event: number): boolean {
  return state.evidence.marks.size > 0 && state.evidence.marks.has(identityKey(state.load.snapshot, event));
}

/** That there is no mark, and the key that makes one. */
export function nothingMarked(state: State): string {
  return `nothing is marked: ${keyFor(state, { kind: 'mark', note: false })} marks an event`;
}

/** The marked events that are loaded, in time order. */
export function loadedMarks({ load, evidence }: State): number[] {
  return evidence.marks.size === 0 ? [] : markedEvents(load.snapshot, new Set(evidence.marks.keys()));
}
