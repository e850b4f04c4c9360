import { answerQuery } from '../../query/answer.ts';
import { type Completion, completionsAt } from '../../query/complete.ts';
import { parseSoFar } from '../../query/parse-so-far.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Direction } from '../action.ts';
import { rememberLast } from '../remember.ts';
import type { Chip, Evidence, Input, Question, Settings, State } from '../state.ts';
import type { Editor } from '../text/editor.ts';
import { contextOf, joinQuery } from './ask.ts';

/** The line completed, and what to remember so that the next key goes on to the next way. */
export type ChosenCompletion = {
  readonly editor: Editor;
  readonly completion: NonNullable<Input['completion']>;
};

/** The ways to complete the line being typed, best first; the same while Tab goes through them. */
export function completionsOf(state: State, input: Input): readonly Completion[] {
  const { text, cursor } = input.completion?.from ?? input.editor;
  return completions(text, cursor, state.load.snapshot, othersOf(state, text, cursor));
}

/** The line with the next (1) or previous (-1) way to complete it; undefined when there is none. */
export function chooseCompletion(
  state: State,
  input: Input,
  direction: Direction,
): ChosenCompletion | undefined {
  const ways = completionsOf(state, input);
  if (ways.length === 0) return undefined;
  const from = input.completion?.from ?? input.editor;
  const before = input.completion?.index ?? (direction > 0 ? -1 : ways.length);
  const index = (before + direction + ways.length) % ways.length;
  const way = ways[index]!;
  const text = from.text.slice(0, way.start) + way.insert + from.text.slice(way.end);
  return { editor: { text, cursor: way.start + way.insert.length }, completion: { from, index } };
}

const completions = rememberLast(completionsAt);
const noEvents = new Uint32Array();

/** The events that everything but the word being typed leaves, so that its counts say what a choice would give. */
function othersOf(state: State, text: string, cursor: number): Uint32Array {
  // Only values are counted; names and words are not.
  if (!/:\S*$/.test(text.slice(0, cursor))) return noEvents;
  const others = text.slice(0, cursor).replace(/\S*$/, '') + text.slice(cursor).replace(/^\S*/, '');
  const { question, load, settings, evidence } = state;
  return matchesOf(
    others,
    question.chips,
    question.lens,
    question.answers,
    load.snapshot,
    settings,
    evidence,
  );
}

const matchesOf = rememberLast(
  (
    text: string,
    chips: readonly Chip[],
    lens: number | undefined,
    answers: Question['answers'],
    snapshot: Snapshot,
    settings: Settings,
    evidence: Evidence,
  ): Uint32Array => {
    const typed = parseSoFar(text, settings.zone) ?? { kind: 'all', start: 0, end: 0 };
    const query = joinQuery(typed, chips, lens, settings);
    return answerQuery(query, snapshot, contextOf({ settings, evidence }), answers).matches;
  },
);
