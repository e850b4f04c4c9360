import type { PathValues } from '../../query/path-values.ts';
import type { Effect } from '../effect.ts';
import type { PathCount, State } from '../state.ts';
import type { Step } from '../step.ts';

/** Counting values at a path, which stand in the records alone: these are read while the box is open. */

/** The count of a path that has just been opened; {@link followCount} sees to it that records are read for it. */
export function newPathCount(path: readonly string[]): PathCount {
  return { kind: 'path', path, found: [], reading: false };
}

/** The state with more values taken in. Values of another path than the one shown are dropped. */
export function takeValues(state: State, path: readonly string[], found: readonly PathValues[]): State {
  const count = pathCountOf(state);
  if (count?.path !== path) return state;
  return withCount(state, { ...count, found: [...count.found, ...found] });
}

/** The state once all records asked for have been read. */
export function endValues(state: State, path: readonly string[]): State {
  const count = pathCountOf(state);
  return count?.path === path ? withCount(state, { ...count, reading: false }) : state;
}

/**
 * Has the records read that a count still lacks: all when it begins,
 * those of new matches later. Gives up reading when its box is gone.
 */
export function followCount(before: State, state: State): Step {
  const [last, count] = [pathCountOf(before), pathCountOf(state)];
  const effects: Effect[] = last?.reading && last.path !== count?.path ? [{ kind: 'cancel-values' }] : [];
  const same = last === count && before.question.matches === state.question.matches;
  if (count === undefined || count.reading || same) return { state, effects };
  const events = notLookedAt(state, count);
  if (events.length === 0) return { state, effects };
  effects.push({ kind: 'read-values', path: count.path, events });
  return { state: withCount(state, { ...count, reading: true }), effects };
}

function pathCountOf({ popup }: State): PathCount | undefined {
  return popup?.kind === 'facet' && popup.of.kind === 'path' ? popup.of : undefined;
}

function withCount(state: State, count: PathCount): State {
  const { popup } = state;
  return popup?.kind === 'facet' ? { ...state, popup: { ...popup, of: count } } : state;
}

function notLookedAt({ load, question }: State, { found }: PathCount): Uint32Array {
  const looked = new Uint8Array(load.snapshot.length);
  for (const part of found) for (const event of part.looked) looked[event] = 1;
  return question.matches.filter((event) => looked[event] === 0);
}
