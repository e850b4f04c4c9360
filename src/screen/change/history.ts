import { keepSelectedVisible, placeList } from '../list/list-place.ts';
import type { State, View } from '../state.ts';
import { type Step, saying } from '../step.ts';
import { changeQuestion } from './ask.ts';

// Steps further back than this are forgotten.
const stepsKept = 200;
const crumbs = 3;

/** The view of a state as a step of the history, under its own name. */
export function viewOf(state: State): View {
  const { question, list } = state;
  const view = {
    text: question.text,
    chips: question.chips,
    lens: question.lens,
    sort: list.sort,
    context: list.context,
    selected: list.selected,
    top: list.top,
    following: list.following,
  };
  return { ...view, label: nameOf(partsOf(view)) };
}

/**
 * The state with a view put before it in the history: call it when the
 * view is about to change, or has just changed from `before`.
 */
export function pushStep(state: State, before: View = viewOf(state)): State {
  const past = [...state.history.past, before].slice(-stepsKept);
  return { ...state, history: { past, future: [] } };
}

/** One step back (-1) or forward (1) in the history, with cursor and scroll position. */
export function walkHistory(state: State, direction: 1 | -1): Step {
  const { past, future } = state.history;
  const view = direction < 0 ? past.at(-1) : future.at(-1);
  if (view === undefined)
    return saying(state, direction < 0 ? 'this is the first view' : 'this is the last view');
  const here = viewOf(state);
  const history =
    direction < 0
      ? { past: past.slice(0, -1), future: [...future, here] }
      : { past: [...past, here], future: future.slice(0, -1) };
  const step = showView({ ...state, history }, view);
  return { ...step, state: { ...step.state, message: { text: view.label, tone: 'plain' } } };
}

/** The state showing a view again: its question, its order, its selected event where it was on the screen. */
export function showView(state: State, view: View): Step {
  const list = {
    ...state.list,
    sort: view.sort,
    context: view.context,
    wanted: view.selected,
    following: view.following && view.selected < 0,
    rangeFrom: undefined,
  };
  const step = changeQuestion({ ...state, list }, { text: view.text, chips: view.chips, lens: view.lens });
  const placed = placeList({ ...step.state, list: { ...step.state.list, following: view.following } });
  return { ...step, state: keepSelectedVisible({ ...placed, list: { ...placed.list, top: view.top } }) };
}

/** The latest steps that `[` walks back over, the nearest last: each by what it added to the one before, if it did. */
export function breadcrumbOf({ history: { past } }: State): readonly string[] {
  const latest = past.slice(-crumbs - 1);
  return latest
    .map((view, i) => {
      const before = latest[i - 1];
      const known = new Set(before === undefined ? [] : partsOf(before));
      const parts = partsOf(view);
      const added = parts.filter((part) => !known.has(part));
      return nameOf(added.length > 0 ? added : parts);
    })
    .slice(-crumbs);
}

function partsOf({ text, chips, lens, sort, context }: Omit<View, 'label'>): string[] {
  const parts = chips.filter((chip) => !chip.off).map((chip) => chip.text);
  if (text.trim() !== '') parts.unshift(text.trim());
  if (lens !== undefined) parts.push(`lens ${lens}`);
  if (sort !== undefined) parts.push(`by ${sort.field}`);
  if (context) parts.push('in context');
  return parts;
}

function nameOf(parts: readonly string[]): string {
  return parts.length === 0 ? 'all events' : parts.join(' ');
}
