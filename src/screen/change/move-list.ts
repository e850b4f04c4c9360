import type { FieldName } from '../../record/fields.ts';
import type { Direction, Intent, Sought } from '../action.ts';
import { isSameActor } from '../events/same-actor.ts';
import { widestValues } from '../events/widest-values.ts';
import { eventsOfWord } from '../events/word-events.ts';
import { keyFor } from '../keys/key-rows.ts';
import { layoutOf, listWidth } from '../layout.ts';
import { listColumns, timeColumns } from '../list/list-columns.ts';
import { placeInOrder, placeList, selectPlace } from '../list/list-place.ts';
import { isMarked } from '../list/marks.ts';
import type { State } from '../state.ts';
import { type Step, saying, toState } from '../step.ts';
import { clockFor, spansYears } from '../text/clock.ts';
import { pushStep } from './history.ts';

// With fewer columns the year would cost the event its name.
const leastForYear = 60;

/** Moves the selection. At the last event while files still load, it follows what comes. */
export function moveInList(
  state: State,
  by: Extract<Intent, { kind: 'move' }>['by'],
  direction: Direction,
): State {
  const { list, load, question } = state;
  // Nothing to move on yet, while records are searched: the first of what will be found is waited for.
  const first = load.snapshot.order[0];
  if (
    list.lines.length === 0 &&
    question.undecided > 0 &&
    by === 'all' &&
    direction < 0 &&
    first !== undefined
  )
    return { ...state, list: { ...list, wanted: first, following: false } };
  const page = Math.max(1, layoutOf(state).listRows - 1);
  const distance = { line: 1, half: Math.max(1, page >> 1), page, all: list.lines.length }[by];
  const moved = selectPlace(state, list.position + direction * distance);
  const tail = by === 'all' && direction > 0 && !load.progress.done && list.sort === undefined;
  return tail ? { ...moved, list: { ...moved.list, following: true } } : moved;
}

/** The cell before or after the selected one, among the columns that are shown. */
export function moveCell(state: State, direction: Direction): State {
  const shown = shownColumns(state).map((column) => column.field);
  const at = shown.indexOf(cellField(state));
  const field = shown[Math.max(0, Math.min(shown.length - 1, at + direction))] ?? 'event';
  return { ...state, list: { ...state.list, field } };
}

/** The columns of the list as it is now. */
export function shownColumns(state: State) {
  const { list, load } = state;
  return listColumns(listWidth(state), list.columns, timeWidth(state), widestValues(load.snapshot));
}

/**
 * Cells of a time: in the order of time, lines between the days name these, and above times stands the day at the top, with
 * its year where that is not the running year alone.
 */
function timeWidth({ list, load, settings, size }: State): number {
  const { span } = load.snapshot;
  const isSorted = list.sort !== undefined;
  if (span === undefined || size.columns < leastForYear)
    return isSorted ? timeColumns.withDay : timeColumns.alone;
  const { nowMs, zone } = settings;
  if (isSorted)
    return spansYears(span.firstMs, span.lastMs, zone) ? timeColumns.withYear : timeColumns.withDay;
  const clock = clockFor(zone);
  const severalDays = clock.dayOf(span.firstMs) !== clock.dayOf(span.lastMs);
  const otherYears = spansYears(span.firstMs, nowMs, zone) || spansYears(span.lastMs, nowMs, zone);
  return severalDays && otherYears ? timeColumns.underDate : timeColumns.alone;
}

/** The field of the selected cell: the event's name while the cell's own column has given way. */
export function cellField(state: State): FieldName {
  return shownColumns(state).some((column) => column.field === state.list.field) ? state.list.field : 'event';
}

/** Goes to the next event of a kind, in the order of the list. */
export function seekEvent(state: State, what: Exclude<Sought, 'match'>, direction: Direction): Step {
  const { list, load } = state;
  if (list.selected < 0) return saying(state, 'no event is selected');
  const actor = what === 'actor' ? isSameActor(load.snapshot, list.selected) : undefined;
  const passes = actor?.test ?? soughtTest(state, what as 'failure' | 'write' | 'mark');
  const place = nextPlace(list.lines, list.position, direction, passes);
  const name = actor?.name ?? soughtNames[what];
  if (place < 0) return saying(state, `no ${direction > 0 ? 'later' : 'earlier'} ${name} among these events`);
  const moved = selectPlace(state, place);
  return actor === undefined ? toState(moved) : saying(moved, name);
}

const soughtNames = {
  failure: 'failed or denied call',
  write: 'call that changes something',
  mark: 'mark',
  actor: 'event of the same actor',
};

/** Goes to the next match while matches are shown among everything else. */
export function seekMatch(state: State, direction: Direction): Step {
  const { question, list, load } = state;
  if (question.matches.length === 0) return saying(state, 'no event matches');
  if (!list.context)
    return saying(
      state,
      `all of these are matches: ${keyFor(state, { kind: 'toggle-context' })} shows them among everything else`,
    );
  const at = placeInOrder(load.snapshot, question.matches, list.selected);
  const exact = question.matches[at] === list.selected;
  const wanted = question.matches[direction > 0 ? (exact ? at + 1 : at) : at - 1];
  if (wanted === undefined) return saying(state, `no ${direction > 0 ? 'later' : 'earlier'} match`);
  return toState(selectPlace(state, placeOf(state, wanted)));
}

/** Sorts by the field of the selected cell; by the same again, back to time. */
export function sortList(state: State, reverse: boolean): Step {
  const field = cellField(state);
  const { sort } = state.list;
  const again = sort?.field === field && sort.reverse === reverse;
  const next = again || (field === 'time' && !reverse) ? undefined : { field, reverse };
  const before = pushStep(state);
  const sorted = placeList({ ...before, list: { ...before.list, sort: next, following: false } });
  if (next === undefined) return saying(sorted, 'sorted by time');
  const back = keyFor(state, { kind: 'sort', reverse });
  return saying(sorted, `sorted by ${field}${reverse ? ', reversed' : ''}; ${back} again sorts by time`);
}

/** Shows matches among everything else, or alone again. */
export function toggleContext(state: State): Step {
  const before = pushStep(state);
  const context = !state.list.context;
  const shown = placeList({ ...before, list: { ...before.list, context, following: false } });
  if (!context) return saying(shown, 'matches only');
  const next = keyFor(state, { kind: 'seek', what: 'match', direction: 1 }, 'list');
  const back = keyFor(state, { kind: 'toggle-context' });
  return saying(shown, `matches among all events: ${next} next match, ${back} matches only`);
}

/** The place of an event in the list, or -1. */
export function placeOf(state: State, event: number): number {
  const { list, load } = state;
  if (list.sort !== undefined) return list.lines.indexOf(event);
  const place = placeInOrder(load.snapshot, list.lines, event);
  return list.lines[place] === event ? place : -1;
}

function nextPlace(
  lines: Uint32Array,
  from: number,
  direction: Direction,
  passes: (event: number) => boolean,
): number {
  for (let place = from + direction; place >= 0 && place < lines.length; place += direction) {
    if (passes(lines[place]!)) return place;
  }
  return -1;
}

function soughtTest(state: State, what: 'failure' | 'write' | 'mark'): (event: number) => boolean {
  if (what === 'mark') return (event) => isMarked(state, event);
  const events = eventsOfWord(what === 'failure' ? 'is:error' : 'is:write', state.load.snapshot);
  return (event) => events[event] === 1;
}
