import { identityKey } from '../../query/marked-events.ts';
import { keyFor } from '../keys/key-rows.ts';
import { selectPlace } from '../list/list-place.ts';
import type { State } from '../state.ts';
import { type Step, saying, withEffects } from '../step.ts';
import { openInput } from './open-input.ts';

/**
 * Marks the selected event at once, or the range being selected; takes
 * the mark away where it is. With `note`, asks for one first.
 */
export function markEvents(state: State, note: boolean): Step {
  const { list, load, evidence } = state;
  if (list.selected < 0) return saying(state, 'no event is selected');
  if (note) {
    const text = evidence.marks.get(identityKey(load.snapshot, list.selected)) ?? '';
    return { state: openInput(state, 'note', text), effects: [] };
  }
  const events = rangeOf(state);
  const keys = events.map((event) => identityKey(load.snapshot, event));
  const unmark = keys.every((key) => evidence.marks.has(key));
  const marks = new Map(evidence.marks);
  for (const key of keys) {
    if (unmark) marks.delete(key);
    else if (!marks.has(key)) marks.set(key, '');
  }
  const seek = keyFor(state, { kind: 'seek', what: 'mark', direction: 1 });
  const withNote = keyFor(state, { kind: 'mark', note: true });
  const count = events.length === 1 ? '' : ` ${events.length} events`;
  return keepMarks(
    state,
    marks,
    unmark ? `unmarked${count}` : `marked${count}: ${seek} goes to marks, ${withNote} adds a note`,
  );
}

/** Marks the selected event with a note. */
export function setNote(state: State, note: string): Step {
  const { list, load, evidence } = state;
  if (list.selected < 0) return saying(state, 'no event is selected');
  const marks = new Map(evidence.marks);
  marks.set(identityKey(load.snapshot, list.selected), note.trim());
  return keepMarks(state, marks, 'marked with a note');
}

/** Begins or ends the selection of a range of lines. */
export function toggleRange(state: State): Step {
  const { list } = state;
  const rangeFrom = list.rangeFrom === undefined && list.selected >= 0 ? list.selected : undefined;
  const [mark, copy, end] = [
    keyFor(state, { kind: 'mark', note: false }),
    keyFor(state, { kind: 'copy', what: 'event', to: 'clipboard' }),
    keyFor(state, { kind: 'select-range' }, 'list'),
  ];
  const text =
    rangeFrom === undefined
      ? 'no range'
      : `range: move to its other end, then ${mark} marks, ${copy} copies, ${end} ends it`;
  return saying({ ...state, list: { ...list, rangeFrom } }, text);
}

/** The events that keys act on: those of the range, else the selected one. */
export function rangeOf(state: State): readonly number[] {
  const { list } = state;
  if (list.selected < 0) return [];
  const from = list.rangeFrom === undefined ? -1 : list.lines.indexOf(list.rangeFrom);
  if (from < 0) return [list.selected];
  return [...list.lines.subarray(Math.min(from, list.position), Math.max(from, list.position) + 1)];
}

function keepMarks(state: State, marks: ReadonlyMap<string, string>, text: string): Step {
  const list = { ...state.list, rangeFrom: undefined };
  const marked = {
    ...state,
    list,
    evidence: { ...state.evidence, marks },
    message: { text, tone: 'plain' as const },
  };
  return withEffects(marked, { kind: 'keep', name: 'marks', value: [...marks] });
}

/** The list at an event, when it is shown there; used to go to a mark or to an end of a comparison. */
export function selectEvent(state: State, event: number): Step {
  const place = state.list.lines.indexOf(state.load.snapshot.representative(event));
  if (place < 0) {
    const drop = keyFor(state, { kind: 'drop-filter', which: 'last' });
    const context = keyFor(state, { kind: 'toggle-context' });
    return saying(
      state,
      `that event is not among these: ${drop} drops a filter, ${context} shows all events`,
    );
  }
  return { state: selectPlace(state, place), effects: [] };
}
