import { answerQuery } from '../../query/answer.ts';
import { parseQuery } from '../../query/parse.ts';
import { parseSoFar } from '../../query/parse-so-far.ts';
import type { Parsed, Query, QueryContext, RecordAnswers } from '../../query/question.ts';
import { noAnswers, noteAnswers } from '../../query/record-answers.ts';
import { findUnreadableList } from '../../query/resolve-lists.ts';
import type { Effect } from '../effect.ts';
import { lensAt } from '../lenses.ts';
import { placeList } from '../list/list-place.ts';
import type { Chip, Question, Settings, State } from '../state.ts';
import { type Step, toState } from '../step.ts';

/** The parts of a question that the user changes. */
export type QuestionChange = Partial<Pick<Question, 'text' | 'chips' | 'lens'>>;

// Answers to tests on records that are kept, so that taking a letter back costs nothing.
const answersKept = 6;

/**
 * The state with another question, answered. A text that cannot be read asks what it does so far; where that
 * cannot be told either, it leaves the last one that could in force. Its error stands beside it.
 */
export function changeQuestion(state: State, change: QuestionChange): Step {
  const question = { ...state.question, ...change };
  const parsed = parseReadable(question.text, state.settings);
  const typed = parsed.query ?? readSoFar(question.text, state.settings) ?? question.typed;
  const query = joinQuery(typed, question.chips, question.lens, state.settings);
  return answerQuestion({ ...state, question: { ...question, typed, query, error: parsed.error } });
}

/** A query text parsed; one that names a list which cannot be read is wrong at that place. */
export function parseReadable(text: string, settings: Pick<Settings, 'zone' | 'readList'>): Parsed {
  const parsed = parseQuery(text, settings.zone);
  if (parsed.query === undefined) return parsed;
  const error = findUnreadableList(parsed.query, settings);
  return error === undefined ? parsed : { query: undefined, error };
}

function readSoFar(text: string, settings: Settings): Query | undefined {
  const query = parseSoFar(text, settings.zone);
  return query !== undefined && findUnreadableList(query, settings) === undefined ? query : undefined;
}

/** The state with its question answered anew: after more was loaded, or a test on records came further. */
export function answerQuestion(state: State): Step {
  const { question, load } = state;
  const answer = answerQuery(question.query, load.snapshot, contextOf(state), question.answers);
  const open = answer.open[0];
  const undecided = answer.open.reduce((most, { events }) => Math.max(most, events.length), 0);
  const effects: Effect[] = [];
  let searching = question.searching;
  if (open === undefined) {
    if (searching !== undefined) effects.push({ kind: 'cancel-search' });
    searching = undefined;
  } else if (searching?.key !== open.key) {
    effects.push({ kind: 'search-records', key: open.key, test: open.test, events: open.events });
    searching = { key: open.key, events: open.events };
  }
  const answered = { ...question, matches: answer.matches, undecided, searching };
  return { state: placeList({ ...state, question: answered }), effects };
}

/** The state with part of the answer to a test on records taken in. A part for another test than the one asked is dropped. */
export function takeAnswers(state: State, key: string, tested: Uint32Array, passed: Uint32Array): Step {
  if (state.question.searching?.key !== key) return toState(state);
  return answerQuestion({
    ...state,
    question: { ...state.question, answers: answersWith(state, key, tested, passed) },
  });
}

/** The state once a streamed test has ended: records that could not be tested do not pass, or it would be asked for ever. */
export function endSearch(state: State, key: string): Step {
  const { searching } = state.question;
  if (searching?.key !== key) return toState(state);
  const answers = answersWith(state, key, untested(state, key, searching.events), new Uint32Array());
  return answerQuestion({ ...state, question: { ...state.question, answers, searching: undefined } });
}

/** What a question has to know besides the events. */
export function contextOf({ settings, evidence }: Pick<State, 'settings' | 'evidence'>): QueryContext {
  return {
    nowMs: settings.nowMs,
    zone: settings.zone,
    marked: new Set(evidence.marks.keys()),
    readList: settings.readList,
  };
}

/** The typed query and all filters that are on, as one tree. A filter that cannot be read does not count. */
export function joinQuery(
  typed: Query,
  chips: readonly Chip[],
  lens: number | undefined,
  { zone, lenses }: Settings,
): Query {
  const texts = chips.filter((chip) => !chip.off).map((chip) => chip.text);
  if (lens !== undefined) texts.push(lensAt(lens, lenses)?.text ?? '');
  const parts = [typed, ...texts.map((text) => parseQuery(text, zone).query)].filter(
    (query): query is Query => query !== undefined && query.kind !== 'all',
  );
  if (parts.length === 0) return { kind: 'all', start: 0, end: 0 };
  return parts.length === 1 ? parts[0]! : { kind: 'and', of: parts, start: 0, end: 0 };
}

function answersWith(
  state: State,
  key: string,
  tested: Uint32Array,
  passed: Uint32Array,
): Question['answers'] {
  const answers = new Map(state.question.answers);
  answers.delete(key);
  answers.set(key, addAnswers(state.question.answers.get(key), state.load.snapshot.length, tested, passed));
  for (const old of answers.keys()) {
    if (answers.size <= answersKept) break;
    answers.delete(old);
  }
  return answers;
}

function addAnswers(
  known: RecordAnswers | undefined,
  length: number,
  tested: Uint32Array,
  passed: Uint32Array,
): RecordAnswers {
  const answers = noAnswers(length);
  if (known !== undefined) {
    answers.tested.set(known.tested.subarray(0, length));
    answers.passed.set(known.passed.subarray(0, length));
  }
  noteAnswers(answers, tested, passed);
  return answers;
}

function untested(state: State, key: string, events: Uint32Array): Uint32Array {
  const tested = state.question.answers.get(key)?.tested;
  return events.filter((event) => tested?.[event] !== 1);
}
