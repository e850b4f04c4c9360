import { sortMatches } from '../../query/sort.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { layoutOf } from '../layout.ts';
import type { List, State } from '../state.ts';
import { scrolledList, topShowing } from './list-window.ts';

/**
 * The list after its events may have changed: what it shows, and which event is selected. The event that the user chose
 * stays selected; while it is not shown the nearest in time is; until the user moves, the newest.
 */
export function placeList(state: State): State {
  const { snapshot } = state.load;
  const lines = linesOf(state);
  const list = { ...state.list, lines };
  const wanted = list.wanted < 0 ? -1 : snapshot.representative(list.wanted);
  const position =
    list.following || wanted < 0
      ? newestPlace(snapshot, lines, list)
      : placeNear(snapshot, lines, list, wanted);
  const selected = lines[position] ?? -1;
  const rowsAbove = state.list.position - state.list.top;
  return keepSelectedVisible({
    ...state,
    list: {
      ...list,
      selected,
      position: selected < 0 ? -1 : position,
      wanted: list.following ? selected : wanted,
      top: position - rowsAbove,
    },
  });
}

/** The list with the event at that place selected, because the user moved there. */
export function selectPlace(state: State, place: number): State {
  const { lines } = state.list;
  if (lines.length === 0) return state;
  const position = Math.max(0, Math.min(lines.length - 1, place));
  const selected = lines[position]!;
  const list = { ...state.list, position, selected, wanted: selected, following: false };
  return keepSelectedVisible({ ...state, list });
}

/** The state with its selected event chosen: what is done with an event keeps it selected, even if nobody moved there. */
export function keepSelected(state: State): State {
  const { selected } = state.list;
  return selected < 0 ? state : { ...state, list: { ...state.list, wanted: selected, following: false } };
}

/** The list scrolled as little as shows the selected event in the room that there is. */
export function keepSelectedVisible(state: State): State {
  const { list } = state;
  const top = topShowing(scrolledList(state), Math.max(0, list.position), list.top, layoutOf(state).listRows);
  return top === list.top ? state : { ...state, list: { ...list, top } };
}

/** The place of an event in lines that are in time order, or that of the first event after it. */
export function placeInOrder(snapshot: Snapshot, lines: Uint32Array, event: number): number {
  const rank = snapshot.rank[event] ?? 0;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (snapshot.rank[lines[middle]!]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first event at or after a time, in events that are in time order; their number when there is none. */
export function firstFrom(snapshot: Snapshot, events: Uint32Array, timeMs: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (snapshot.timeMs[events[middle]!]! < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function linesOf(state: State): Uint32Array {
  const { list, question, load } = state;
  const shown = list.context ? load.snapshot.order : question.matches;
  if (list.sort === undefined) return shown;
  return sortMatches(load.snapshot, shown, list.sort.field, list.sort.reverse);
}

/** Events whose time cannot be read come last in time order, but are not the newest. */
function newestPlace(snapshot: Snapshot, lines: Uint32Array, list: List): number {
  if (list.sort !== undefined) return 0;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number.isNaN(snapshot.timeMs[lines[middle]!]!)) high = middle;
    else low = middle + 1;
  }
  return low > 0 ? low - 1 : lines.length - 1;
}

function placeNear(snapshot: Snapshot, lines: Uint32Array, list: List, event: number): number {
  if (list.sort !== undefined) {
    const exact = lines.indexOf(event);
    return exact >= 0 ? exact : nearestUnordered(snapshot, lines, event);
  }
  const after = placeInOrder(snapshot, lines, event);
  if (after === lines.length) return lines.length - 1;
  if (lines[after] === event || after === 0) return after;
  return distance(snapshot, lines[after - 1]!, event) <= distance(snapshot, lines[after]!, event)
    ? after - 1
    : after;
}

function nearestUnordered(snapshot: Snapshot, lines: Uint32Array, event: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < lines.length; i++) {
    const apart = distance(snapshot, lines[i]!, event);
    if (apart < least) {
      least = apart;
      nearest = i;
    }
  }
  return lines.length === 0 ? -1 : nearest;
}

/** How far apart two events are: in time, else in rank when a time cannot be read. */
function distance(snapshot: Snapshot, a: number, b: number): number {
  const apart = Math.abs(snapshot.timeMs[a]! - snapshot.timeMs[b]!);
  return Number.isNaN(apart)
    ? Number.MAX_SAFE_INTEGER / 2 + Math.abs(snapshot.rank[a]! - snapshot.rank[b]!)
    : apart;
}
