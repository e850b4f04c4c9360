import { anywhereText } from '../../query/edit.ts';
import { minusWordIn } from '../../query/other-habits.ts';
import { isUnclosed } from '../../query/parse-so-far.ts';
import type { Query } from '../../query/question.ts';
import { recordTestKey } from '../../query/record-test.ts';
import type { Intent } from '../action.ts';
import { completionsOf } from '../change/completion.ts';
import { keyFor } from '../keys/key-rows.ts';
import { lensAt } from '../lenses.ts';
import type { Line, Span } from '../picture.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { numberText } from '../text/number-text.ts';
import { blanks, cutSpans, spansWidth } from '../text/spans.ts';
import { visibleSpans, visibleText } from '../text/visible.ts';
import { windowOf } from './draw-prompt.ts';
import { drawTrail } from './draw-trail.ts';

const labelColumns = 3;
const waysShown = 8;
// More than is ever seen of a filter, which may name thousands of values.
const longestChip = 200;
const complete: Intent = { kind: 'complete', direction: 1 };
// With more matches, the value is what the logs are about.
const fewMatches = 1000;

/**
 * The line under the prompt: why the query cannot be read, at the
 * place; else the filters, and ways to complete what is typed.
 */
export function drawNote(state: State): Line {
  const { question, input, size } = state;
  const hasError = question.error !== undefined && (input === undefined || input.purpose === 'query');
  if (hasError && !isUnfinished(state)) return drawError(state);
  const typing = input?.purpose === 'query' || input?.purpose === 'chip';
  const elsewhere = drawElsewhere(state);
  const right = elsewhere.length > 0 ? elsewhere : typing ? drawWays(state) : drawTrail(state);
  const lines = [...(hasError ? [drawError(state)] : []), drawChips(state)];
  for (const left of lines) {
    const room = size.columns - spansWidth(left) - 1;
    if (spansWidth(right) <= room) return [...left, blanks(room - spansWidth(right)), ...right, blanks(1)];
  }
  const left = lines.at(-1)!;
  if (input === undefined) return cutSpans(left, size.columns);
  return [...left, ...cutSpans(right, size.columns - spansWidth(left) - 1)];
}

/**
 * True while the query only lacks what can be completed, as after `service:`, or the end of a parenthesis while a word in it
 * is typed: the ways to go on help more than a complaint.
 */
function isUnfinished(state: State): boolean {
  const { input, question } = state;
  if (input === undefined || question.error === undefined) return false;
  const isAtEnd = question.error.start >= input.editor.text.length;
  return (isAtEnd || isUnclosed(question.error)) && completionsOf(state, input).length > 0;
}

function drawError(state: State): Line {
  const error = state.question.error!;
  const editor = state.input?.editor ?? { text: state.question.text, cursor: 0 };
  const { skipped } = windowOf(editor, state.size.columns);
  const before = textWidth(visibleText(editor.text.slice(0, error.start)));
  const column = Math.max(0, Math.min(state.size.columns - 2, labelColumns + before - skipped));
  const expected = error.expected.length === 0 ? '' : `; ${error.expected.slice(0, 4).join('  ')}`;
  const message = visibleText(`${error.message}${expected}`);
  const width = textWidth(message);
  const sign: Span = { text: '▲', style: 'warning' };
  if (column + 2 + width <= state.size.columns)
    return [blanks(column), sign, { text: ` ${message}`, style: 'warning' }];
  // Where neither side has room for all of it, the larger one shows its beginning.
  const after = state.size.columns - column - 2;
  if (column - 1 < width && column - 1 < after)
    return [blanks(column), sign, ...cutSpans([{ text: ` ${message}`, style: 'warning' }], after)];
  const start = Math.max(0, column - width - 1);
  return [
    blanks(start),
    ...cutSpans([{ text: message, style: 'warning' }], column - 1 - start),
    blanks(1),
    sign,
  ];
}

/** The column at which the filter under the cursor begins. */
export function chipColumn(state: State): number {
  const { question, chipCursor } = state;
  const before = { ...state, question: { ...question, chips: question.chips.slice(0, chipCursor) } };
  return spansWidth(drawChips(before));
}

/** The filters: what is off says so in a word, the one under the cursor is inverse. */
function drawChips(state: State): Line {
  const { question, focus, chipCursor } = state;
  const spans: Span[] = [blanks(labelColumns)];
  if (question.lens !== undefined) {
    spans.push(
      {
        text: ` lens ${question.lens}: ${visibleText(lensAt(question.lens, state.settings.lenses)?.name ?? '')} `,
        style: 'accent',
      },
      blanks(2),
    );
  }
  for (const [i, chip] of question.chips.entries()) {
    const selected = focus === 'chips' && i === chipCursor;
    const start = chip.text.slice(0, longestChip);
    const text = visibleSpans(chip.off ? `off ${start}` : start, chip.off ? 'dim' : 'accent');
    spans.push(
      ...cutSpans(text, 60).map((span) => (selected ? { ...span, also: ['selected' as const] } : span)),
      blanks(2),
    );
  }
  return spans;
}

/** Few events have the pasted value in a field: others may name it in what was sent along. */
function drawElsewhere({ question }: State): Line {
  const { matches, undecided, typed, answers, error } = question;
  const excluded = error === undefined ? minusWordIn(typed) : undefined;
  if (excluded !== undefined)
    return [
      ...visibleSpans(`!${excluded.slice(0, longestChip)}`, 'hint-key'),
      { text: ' leaves it out: a minus does so before a field', style: 'dim' },
    ];
  if (error !== undefined || undecided > 0 || matches.length === 0 || matches.length > fewMatches) return [];
  const value = pastedValue(typed);
  // No field has it: whole records were searched already.
  if (value === undefined || answers.has(recordTestKey({ kind: 'text', text: value }))) return [];
  return [
    { text: 'in fields only; ', style: 'dim' },
    ...visibleSpans(anywhereText(value), 'hint-key'),
    { text: ' looks in whole records', style: 'dim' },
  ];
}

/** The value that a query asks for by its looks alone; undefined when it asks for none, or for several. */
function pastedValue(query: Query): string | undefined {
  if (query.kind === 'value') return query.text;
  if (query.kind !== 'and') return undefined;
  const values = query.of.map(pastedValue).filter((value) => value !== undefined);
  return values.length === 1 ? values[0] : undefined;
}

/** The ways to complete what is typed, the chosen one marked. */
function drawWays(state: State): Line {
  const { input } = state;
  if (input === undefined) return [];
  const ways = completionsOf(state, input);
  const chosen = input.completion?.index ?? -1;
  const first = Math.max(0, chosen - waysShown + 1);
  const spans: Span[] = ways.length > 0 ? [{ text: `${keyFor(state, complete)} `, style: 'hint-key' }] : [];
  for (const [i, way] of ways.slice(first, first + waysShown).entries()) {
    const style = first + i === chosen ? 'selected' : 'dim';
    spans.push(...cutSpans(visibleSpans(way.label.slice(0, 200), style), 30));
    spans.push({
      text: way.count === undefined ? '  ' : ` ${numberText(way.count)}  `,
      style: 'dim',
    });
  }
  return spans;
}
