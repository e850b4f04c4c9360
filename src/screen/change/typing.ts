import { parseTimeBound } from '../../query/parse-time.ts';
import type { TimeBound } from '../../query/question.ts';
import { resolveTimes } from '../../query/resolve-time.ts';
import { instantOf } from '../../query/zone.ts';
import type { Direction } from '../action.ts';
import { runPaletteLine } from '../boxes/palette.ts';
import { keyFor } from '../keys/key-rows.ts';
import { firstFrom, selectPlace } from '../list/list-place.ts';
import type { Input, State } from '../state.ts';
import { type Step, saying, toState, withEffects } from '../step.ts';
import { clockFor } from '../text/clock.ts';
import { applyEdit, type Edit, type Editor, editorOf, insertText } from '../text/editor.ts';
import { changeQuestion, contextOf, parseReadable } from './ask.ts';
import { chooseCompletion } from './completion.ts';
import { setNote } from './evidence.ts';
import { changeChips } from './filters.ts';
import { findFrom } from './find.ts';
import { pushStep, showView } from './history.ts';

/** Lines being typed: what a letter, an edit, Enter and Esc do for each purpose. */

// Longer text is no query: a pasted file would only be slow.
const longestLine = 4000;
const queriesKept = 100;

/** Text typed or pasted. */
export function typeText(state: State, text: string): Step {
  const { input } = state;
  if (input === undefined) return toState(state);
  const room = Math.max(0, longestLine - input.editor.text.length);
  return setEditor(state, insertText(input.editor, text.slice(0, room)));
}

/** An editing key. */
export function editText(state: State, edit: Edit): Step {
  return state.input === undefined ? toState(state) : setEditor(state, applyEdit(state.input.editor, edit));
}

/** Enter: what is typed holds. */
export function keepInput(state: State): Step {
  const { input } = state;
  if (input === undefined) return toState(state);
  const closed = { ...state, input: undefined };
  const { text } = input.editor;
  switch (input.purpose) {
    case 'query':
      return keepQuery(state, closed, input);
    case 'narrow':
    case 'find':
      return toState(closed);
    case 'time':
      return goToTime(state, closed, text);
    case 'note':
      return setNote(closed, text);
    case 'palette':
      return runPaletteLine(closed, text);
    case 'chip':
      return keepChip(state, closed, text);
  }
}

/** Esc: what was there before comes back. */
export function dropInput(state: State): Step {
  const { input, popup } = state;
  if (input === undefined) return toState(state);
  const closed = { ...state, input: undefined };
  switch (input.purpose) {
    case 'query':
      return showView(closed, input.before);
    case 'find':
      return toState({ ...closed, detail: { ...state.detail, find: '' } });
    case 'narrow':
      return toState(
        popup === undefined ? closed : { ...closed, popup: { ...popup, narrow: '', cursor: 0, top: 0 } },
      );
    case 'palette':
      return toState({ ...closed, popup: undefined });
    default:
      return toState(closed);
  }
}

/** A recent query in the place of what is typed; below the newest, what was typed. */
export function recallQuery(state: State, direction: Direction): Step {
  const { input, evidence } = state;
  if (input === undefined || input.purpose !== 'query') return toState(state);
  const recent = Math.max(0, Math.min(evidence.queries.length, input.recent - direction));
  if (recent === input.recent)
    return saying(state, recent === 0 ? 'this is the newest' : 'there is no older query');
  const text = recent === 0 ? input.before.text : evidence.queries[recent - 1]!;
  const step = setEditor(state, editorOf(text));
  return { ...step, state: { ...step.state, input: { ...step.state.input!, recent } } };
}

/** The next or previous way to complete what is typed. */
export function completeText(state: State, direction: Direction): Step {
  const { input } = state;
  if (input === undefined || (input.purpose !== 'query' && input.purpose !== 'chip')) return toState(state);
  const chosen = chooseCompletion(state, input, direction);
  if (chosen === undefined) return saying(state, 'nothing completes this');
  const step = setEditor(state, chosen.editor);
  return {
    ...step,
    state: { ...step.state, input: { ...step.state.input!, completion: chosen.completion } },
  };
}

function setEditor(state: State, editor: Editor): Step {
  const input = state.input!;
  const changed = editor.text !== input.editor.text;
  const next = { ...state, input: { ...input, editor, completion: undefined } };
  if (!changed) return toState(next);
  if (input.purpose === 'query') return changeQuestion(next, { text: editor.text });
  if (input.purpose === 'find') return toState(findFrom(next, editor.text));
  if ((input.purpose === 'narrow' || input.purpose === 'palette') && next.popup !== undefined) {
    return toState({ ...next, popup: { ...next.popup, narrow: editor.text, cursor: 0, top: 0 } });
  }
  return toState(next);
}

function keepQuery(state: State, closed: State, input: Input): Step {
  const { error, text } = state.question;
  if (error !== undefined) return saying(state, `cannot be read yet: ${error.message}`, 'warning');
  if (text === input.before.text) return toState(closed);
  const kept = pushStep(closed, input.before);
  const line = text.trim();
  if (line === '') return toState(kept);
  const queries = [line, ...state.evidence.queries.filter((query) => query !== line)].slice(0, queriesKept);
  const after = { ...kept, evidence: { ...kept.evidence, queries } };
  return withEffects(after, { kind: 'keep', name: 'queries', value: queries });
}

function keepChip(state: State, closed: State, text: string): Step {
  const { chips } = closed.question;
  const { chipCursor } = closed;
  const line = text.trim();
  if (line === '') return changeChips(closed, chips.toSpliced(chipCursor, 1));
  const { error } = parseReadable(line, closed.settings);
  if (error !== undefined) return saying(state, `cannot be read: ${error.message}`, 'warning');
  return changeChips(closed, chips.with(chipCursor, { ...chips[chipCursor]!, text: line }));
}

function goToTime(state: State, closed: State, text: string): Step {
  if (text.trim() === '') return toState(closed);
  const bound = parseTimeBound(withColon(text.trim()), state.settings.zone);
  const timeMs = bound === undefined ? undefined : timeOfBound(state, bound);
  if (timeMs === undefined || Number.isNaN(timeMs))
    return saying(state, 'a time is 2026-03-01, 2026-03-01T09:15, 09:15, 0915 or -2h', 'warning');
  const { list, load } = closed;
  if (list.sort !== undefined)
    return saying(
      closed,
      `sorted by another field: ${keyFor(state, { kind: 'sort', reverse: list.sort.reverse })} sorts by time again`,
    );
  const place = firstFrom(load.snapshot, list.lines, timeMs);
  const clock = clockFor(state.settings.zone);
  return saying(
    selectPlace(pushStep(closed), place),
    `the first event from ${clock.date(timeMs)} ${clock.time(timeMs)} on`,
  );
}

/** Digits alone are a time of day: `1102` is 11:02, `11` is 11:00. */
function withColon(text: string): string {
  const [, hour, minute = '00'] = /^(\d\d?)(\d\d)?$/.exec(text) ?? [];
  return hour === undefined ? text : `${hour}:${minute}`;
}

/** A bare hour is that of the selected event's day: the day the user is looking at. */
function timeOfBound(state: State, bound: TimeBound): number {
  const { load, list, settings } = state;
  const nearMs = load.snapshot.timeMs[list.selected] ?? Number.NaN;
  if (bound.kind === 'clock' && !Number.isNaN(nearMs)) {
    return instantOf(clockFor(settings.zone).dayOf(nearMs) * 86_400_000 + bound.timeOfDayMs, settings.zone);
  }
  return resolveTimes({ since: bound, until: undefined }, load.snapshot, contextOf(state)).startMs;
}
