import { anywhereText, filterText, negateCondition, pathFilterText } from '../../query/edit.ts';
import type { Direction, Intent } from '../action.ts';
import { boxOf, boxRows } from '../boxes/boxes.ts';
import { columnsLeft, toggleColumn } from '../boxes/columns-box.ts';
import { facetFields, facetValues, nextSort } from '../boxes/facet-values.ts';
import { sessionLines } from '../boxes/session-box.ts';
import { detailNode } from '../detail/detail-content.ts';
import { keyFor } from '../keys/key-rows.ts';
import { loadedMarks } from '../list/marks.ts';
import type { Counted, Popup, State } from '../state.ts';
import { type Step, saying, toState, withEffects } from '../step.ts';
import { newPathCount } from './count-path.ts';
import { readMissing } from './detail-records.ts';
import { selectEvent } from './evidence.ts';
import { addFilter, selectedValue } from './filters.ts';
import { openInput } from './open-input.ts';
import { goToEvent } from './pivot.ts';

const start = { narrow: '', cursor: 0, top: 0 };

/** Opens a box. */
export function openBox(state: State, what: Extract<Intent, { kind: 'open' }>['what']): Step {
  switch (what) {
    case 'facet':
      return openFacet(state);
    case 'palette': {
      const opened = openInput({ ...state, popup: { kind: 'palette', ...start } }, 'palette', '');
      return toState(opened);
    }
    case 'problems':
      return toState({ ...state, popup: { kind: 'problems', open: false, ...start } });
    case 'session':
    case 'principal': {
      const { selected } = state.list;
      if (selected < 0) return saying(state, 'no event is selected');
      return toState({ ...state, popup: { kind: 'session', event: selected, of: what, ...start } });
    }
    case 'compare':
      return openCompare(state);
    default:
      return toState({ ...state, popup: { kind: what, ...start } });
  }
}

/** Moves the cursor of the open box, or scrolls one that has none. */
export function moveInBox(
  state: State,
  by: Extract<Intent, { kind: 'move' }>['by'],
  direction: Direction,
): State {
  const { popup } = state;
  if (popup === undefined) return state;
  const box = boxOf(state, popup);
  const rows = boxRows(state, box);
  const distance = { line: 1, half: Math.max(1, rows >> 1), page: Math.max(1, rows - 1), all: box.count }[by];
  if (!box.selectable) {
    const top = Math.max(0, Math.min(box.count - rows, popup.top + direction * distance));
    return { ...state, popup: { ...popup, top } };
  }
  const cursor = Math.max(0, Math.min(box.count - 1, popup.cursor + direction * distance));
  return { ...state, popup: { ...popup, cursor, top: topFor(popup.top, cursor, rows) } };
}

/** The open box with a cursor that is on a line, and that line seen: after its lines or the screen changed. */
export function keepBoxVisible(state: State): State {
  const { popup } = state;
  if (popup === undefined) return state;
  const box = boxOf(state, popup);
  const rows = boxRows(state, box);
  const cursor = box.selectable ? Math.max(0, Math.min(box.count - 1, popup.cursor)) : popup.cursor;
  const most = Math.max(0, box.count - rows);
  const top = Math.min(most, box.selectable ? topFor(popup.top, cursor, rows) : popup.top);
  return cursor === popup.cursor && top === popup.top
    ? state
    : { ...state, popup: { ...popup, cursor, top } };
}

/** Opens the line that narrows the box. */
export function narrowBox(state: State): State {
  const { popup } = state;
  return popup === undefined ? state : openInput(state, 'narrow', popup.narrow);
}

/** Enter in a box: the filter, the place, the event, the yes. */
export function confirmBox(state: State): Step {
  const { popup } = state;
  switch (popup?.kind) {
    case 'facet':
      return filterByFacet(state, popup, false);
    case 'problems':
      return toState({ ...state, popup: { ...popup, open: !popup.open } });
    case 'session': {
      const event = sessionLines(state.load.snapshot, popup.event, popup.of, state.settings.zone)[
        popup.cursor
      ]?.event;
      if (event === undefined) return toState(state);
      return goToEvent({ ...state, popup: undefined }, event);
    }
    case 'compare':
      return selectEvent({ ...state, popup: undefined }, popup.events[1]);
    case 'confirm':
      return withEffects({ ...state, popup: undefined }, { ...popup.effect, overwrite: true });
    default:
      return toState(state);
  }
}

/** Space in a box: the line is chosen, or not any more. */
export function chooseInBox(state: State): Step {
  const { popup } = state;
  if (popup?.kind === 'columns') {
    const field = columnsLeft(popup.narrow)[popup.cursor];
    return toState(field === undefined ? state : toggleColumn(state, field));
  }
  if (popup?.kind !== 'facet') return toState(state);
  const value = facetValues(state, popup).nameAt(popup.cursor)?.value;
  if (value === undefined) return toState(state);
  const chosen = new Set(popup.chosen);
  if (!chosen.delete(value)) chosen.add(value);
  return toState(moveInBox({ ...state, popup: { ...popup, chosen } }, 'line', 1));
}

/** The filter for or against the chosen values of a facet, else the one under the cursor. */
export function filterByFacet(state: State, popup: Popup, negated: boolean): Step {
  if (popup.kind !== 'facet') return toState(state);
  const shown = facetValues(state, popup);
  const under = shown.nameAt(popup.cursor)?.value;
  const values = popup.chosen.size > 0 ? [...popup.chosen] : under === undefined ? [] : [under];
  if (values.length === 0) return saying(state, 'there is no value to filter by');
  const closed = { ...state, popup: undefined };
  const { of } = popup;
  const texts = values.map((value) => {
    if (shown.foreign.has(value)) return anywhereText(value);
    return of.kind === 'path' ? pathFilterText(of.path, value, false) : filterText(of.field, value, false);
  });
  const text = texts.length > 1 ? `(${texts.join(' | ')})` : texts[0]!;
  return addFilter(closed, negated ? negateCondition(text, 0) : text);
}

/** The counts in another order, or of another field. */
export function changeFacet(state: State, change: 'sort' | Direction): Step {
  const { popup } = state;
  if (popup?.kind !== 'facet') return toState(state);
  if (change === 'sort')
    return toState({ ...state, popup: { ...popup, sort: nextSort(popup.sort), cursor: 0, top: 0 } });
  const fields = facetFields(state.list.columns);
  // From a path, the fields are gone through from either end.
  const from = popup.of.kind === 'field' ? fields.indexOf(popup.of.field) : change > 0 ? -1 : fields.length;
  const field = fields[(from + change + fields.length) % fields.length]!;
  return toState({
    ...state,
    popup: { ...popup, ...start, of: { kind: 'field', field }, chosen: new Set() },
  });
}

/** Asks whether the file being written, which is there already, may be written over. */
export function askOverwrite(state: State, path: string): State {
  const effect = state.exporting;
  return effect?.path === path ? { ...state, popup: { kind: 'confirm', effect, ...start } } : state;
}

function openFacet(state: State): Step {
  const selected = selectedValue(state);
  if (selected === undefined && detailNode(state) !== undefined) {
    const unfold = keyFor(state, { kind: 'move-cell', direction: 1 }, 'detail');
    const count = keyFor(state, { kind: 'open', what: 'facet' });
    return saying(
      state,
      `this line holds several values: open it with ${unfold}, and ${count} counts one of them`,
    );
  }
  const wanted = selected?.kind === 'field' ? selected.field : 'event';
  const field = facetFields(state.list.columns).includes(wanted) ? wanted : 'event';
  const of: Counted = selected?.kind === 'path' ? newPathCount(selected.path) : { kind: 'field', field };
  return toState({ ...state, popup: { kind: 'facet', of, sort: 'count', chosen: new Set(), ...start } });
}

function openCompare(state: State): Step {
  const marked = loadedMarks(state);
  const { selected } = state.list;
  const other = marked.filter((event) => event !== selected);
  const pair = marked.length >= 2 && !marked.includes(selected) ? marked.slice(-2) : [other.at(-1), selected];
  const [left, right] = pair;
  if (left === undefined || right === undefined || right < 0) {
    const mark = keyFor(state, { kind: 'mark', note: false });
    const compare = keyFor(state, { kind: 'open', what: 'compare' });
    return saying(state, `mark an event with ${mark}, go to another, then ${compare} compares them`);
  }
  const opened: State = { ...state, popup: { kind: 'compare', events: [left, right], ...start } };
  return { state: opened, effects: readMissing(opened, [left, right]) };
}

function topFor(top: number, cursor: number, rows: number): number {
  return Math.max(0, Math.min(cursor, Math.max(top, cursor - rows + 1)));
}
