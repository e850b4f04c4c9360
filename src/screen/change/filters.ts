import { anywhereText, filterText, negateCondition, pathFilterText } from '../../query/edit.ts';
import { fieldNamed } from '../../record/fields.ts';
import { detailValue } from '../detail/detail-content.ts';
import { lensAt } from '../lenses.ts';
import type { Chip, State } from '../state.ts';
import { type Step, saying } from '../step.ts';
import { clockFor } from '../text/clock.ts';
import { changeQuestion } from './ask.ts';
import { pushStep } from './history.ts';
import { cellField } from './move-list.ts';

/** The value that `+ - * F y` act on: the cell of the list, or the line of the parameters. */
export type Selected =
  | { readonly kind: 'field'; readonly field: ReturnType<typeof cellField>; readonly value: string }
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly value: string };

/** What is selected, or undefined when there is no event, or no value on the line. */
export function selectedValue(state: State): Selected | undefined {
  const { selected } = state.list;
  if (selected < 0) return undefined;
  if (state.focus === 'request' || state.focus === 'response') {
    const value = detailValue(state);
    return value === undefined ? undefined : { kind: 'path', ...value };
  }
  const field = cellField(state);
  return { kind: 'field', field, value: state.load.snapshot.text(field, selected) ?? '' };
}

/** Adds the filter that the selected value makes: only with it, only without it, or anywhere in the record. */
export function filterValue(state: State, how: 'with' | 'without' | 'anywhere'): Step {
  const selected = selectedValue(state);
  if (selected === undefined) return saying(state, 'no value is selected here');
  if (how === 'anywhere') {
    if (selected.value === '') return saying(state, 'an empty value is everywhere');
    return addFilter(state, anywhereText(selected.value));
  }
  const negated = how === 'without';
  if (selected.kind === 'path')
    return addFilter(state, pathFilterText(selected.path, selected.value, negated));
  // A cell of the result without an error says that the call went well.
  if (selected.field === 'error' && selected.value === '')
    return addFilter(state, filterText('outcome', 'ok', negated));
  if (fieldNamed(selected.field)?.kind === 'time') return addFilter(state, minuteFilter(state, negated));
  return addFilter(state, filterText(selected.field, selected.value, negated));
}

/** Adds a filter as a step of the history. One that is there is switched on; its opposite gives way to it. */
export function addFilter(state: State, text: string): Step {
  const { chips } = state.question;
  const same = chips.findIndex((chip) => chip.text === text);
  if (same >= 0 && !chips[same]!.off) return saying(state, 'this filter is on already');
  const opposite = negateCondition(text, 0);
  const others = chips.filter((chip) => chip.text !== text && chip.text !== opposite);
  return changeChips(state, [...others, { text, off: false }]);
}

/** Takes the last filter away (the typed query once there is none), or all of them with the typed query. */
export function dropFilter(state: State, which: 'last' | 'all'): Step {
  const { chips, text, lens } = state.question;
  if (chips.length === 0 && text.trim() === '' && lens === undefined)
    return saying(state, 'there is no filter to drop');
  const before = pushStep(state);
  if (which === 'all') return changeQuestion(before, { chips: [], text: '', lens: undefined });
  if (chips.length > 0) return changeQuestion(before, { chips: chips.slice(0, -1) });
  return changeQuestion(before, lens !== undefined ? { lens: undefined } : { text: '' });
}

/** Hides the calls that AWS services made, or shows them again. */
export function hideServices(state: State): Step {
  const { chips } = state.question;
  const hidden = chips.some((chip) => chip.text === hideServicesText);
  return hidden
    ? changeChips(
        state,
        chips.filter((chip) => chip.text !== hideServicesText),
      )
    : addFilter(state, hideServicesText);
}

const hideServicesText = '-is:service';

/** Switches a lens on, or off when it is on. */
export function toggleLens(state: State, lens: number): Step {
  if (lensAt(lens, state.settings.lenses) === undefined) return saying(state, `there is no lens ${lens}`);
  return changeQuestion(pushStep(state), { lens: state.question.lens === lens ? undefined : lens });
}

/** The state with other filters, as a step of the history. */
export function changeChips(state: State, chips: readonly Chip[]): Step {
  const step = changeQuestion(pushStep(state), { chips });
  const chipCursor = Math.max(0, Math.min(step.state.chipCursor, chips.length - 1));
  return { ...step, state: { ...step.state, chipCursor } };
}

/** Times are filtered by the minute: the same millisecond is seldom what is meant. */
function minuteFilter(state: State, negated: boolean): string {
  const timeMs = state.load.snapshot.timeMs[state.list.selected]!;
  if (Number.isNaN(timeMs)) return filterText('time', '', negated);
  const clock = clockFor(state.settings.zone);
  return filterText('time', `${clock.date(timeMs)}T${clock.time(timeMs).slice(0, 5)}`, negated);
}
