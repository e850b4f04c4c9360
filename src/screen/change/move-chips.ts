import { negateCondition } from '../../query/edit.ts';
import type { Direction } from '../action.ts';
import { keyFor } from '../keys/key-rows.ts';
import type { Chip, State } from '../state.ts';
import { type Step, saying, toState } from '../step.ts';
import { changeChips } from './filters.ts';
import { openInput } from './open-input.ts';

/** Gives the filters the focus, or gives it back. */
export function focusChips(state: State): Step {
  if (state.focus === 'chips') return toState({ ...state, focus: 'list' });
  if (state.question.chips.length === 0) return saying(state, noFilterYet(state));
  return toState({ ...state, focus: 'chips', full: false, chipCursor: state.question.chips.length - 1 });
}

/** The filter before or after. */
export function moveChip(state: State, direction: Direction): State {
  const last = state.question.chips.length - 1;
  return { ...state, chipCursor: Math.max(0, Math.min(last, state.chipCursor + direction)) };
}

/** The filter under the cursor off, or on again. */
export function toggleChip(state: State): Step {
  return changeChip(state, (chip) => ({ ...chip, off: !chip.off }));
}

/** The filter under the cursor turned into its opposite. */
export function negateChip(state: State): Step {
  return changeChip(state, (chip) => ({ ...chip, text: negateCondition(chip.text, 0) }));
}

/** The filter under the cursor away; with the last one the list has the focus again. */
export function removeChip(state: State): Step {
  const chips = state.question.chips.filter((_, i) => i !== state.chipCursor);
  const step = changeChips(state, chips);
  return chips.length > 0 ? step : { ...step, state: { ...step.state, focus: 'list' } };
}

/** Opens the filter under the cursor for typing. */
export function editChip(state: State): Step {
  const chip = state.question.chips[state.chipCursor];
  return toState(chip === undefined ? state : openInput(state, 'chip', chip.text));
}

function noFilterYet(state: State): string {
  const make = (how: 'with' | 'without') => keyFor(state, { kind: 'filter-value', how });
  return `there is no filter yet: ${make('with')} and ${make('without')} on a value make one`;
}

function changeChip(state: State, change: (chip: Chip) => Chip): Step {
  return changeChips(
    state,
    state.question.chips.map((chip, i) => (i === state.chipCursor ? change(chip) : chip)),
  );
}
