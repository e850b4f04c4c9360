import { isFoundHere } from '../change/find.ts';
import { keyFor } from '../keys/key-rows.ts';
import type { Block, Line, Span } from '../picture.ts';
import type { Input, State } from '../state.ts';
import { headOf, tailOf, textWidth } from '../text/cell-width.ts';
import type { Editor } from '../text/editor.ts';
import { numberText } from '../text/number-text.ts';
import { cutSpans, fitSpans, spansWidth } from '../text/spans.ts';
import { visibleText } from '../text/visible.ts';

/** The prompt, and the column of the cursor while it is typed into. */
export type DrawnPrompt = { readonly block: Block; readonly cursor: number | undefined };

const labels: { readonly [P in Input['purpose']]: string } = {
  query: ' / ',
  time: ' go to time: ',
  note: ' note: ',
  find: ' find: ',
  palette: ' / ',
  narrow: ' / ',
  chip: ' filter: ',
};
const placeholders: { readonly [P in Input['purpose']]: string } = {
  query: 'words, field:value, is:denied, "text anywhere"',
  time: '2026-03-01T09:15, 09:15, -2h',
  note: 'what is worth knowing about this event',
  find: 'text in the parameters',
  palette: '',
  narrow: '',
  chip: 'field:value',
};
// A cell after the value for the cursor to stand on.
const cursorCell = 1;

/** The query, or the line being typed in its place, and at the right how many events match. */
export function drawPrompt(state: State): DrawnPrompt {
  const { input, size } = state;
  const here =
    input !== undefined && input.purpose !== 'palette' && input.purpose !== 'narrow' ? input : undefined;
  const label: Span = {
    text: labels[here?.purpose ?? 'query'],
    style: here === undefined ? 'dim' : 'accent',
  };
  const most = Math.floor((size.columns - label.text.length) / 2);
  const count = cutSpans(drawCount(state), most);
  const valueColumns = size.columns - textWidth(label.text) - spansWidth(count) - 2;
  const editor: Editor = here?.editor ?? { text: state.question.text, cursor: 0 };
  const shown = windowOf(editor, valueColumns - cursorCell);
  const placeholder = headOf(
    here === undefined ? `press ${keyFor(state, { kind: 'ask' })} to search` : placeholders[here.purpose],
    valueColumns,
  );
  const block: Block = {
    kind: 'prompt',
    key: 'prompt',
    label,
    value: shown.text,
    placeholder,
    valueColumns,
    right: fitSpans(
      [{ text: ' ', style: 'plain' }, ...count, { text: ' ', style: 'plain' }],
      spansWidth(count) + 2,
    ),
  };
  return { block, cursor: here === undefined ? undefined : textWidth(label.text) + shown.cursor };
}

/** The part of a line that is seen when the cursor must be, visible-safe, and the cursor's column in it. */
export function windowOf(
  { text, cursor }: Editor,
  columns: number,
): { readonly text: string; readonly cursor: number; readonly skipped: number } {
  const before = visibleText(text.slice(0, cursor));
  const after = visibleText(text.slice(cursor));
  const width = textWidth(before);
  if (width <= columns) return { text: before + headOf(after, columns - width), cursor: width, skipped: 0 };
  const shown = tailOf(before, columns);
  return { text: shown, cursor: textWidth(shown), skipped: width - textWidth(shown) };
}

/** What the line being typed comes to: that a text is not there, else how many events match the query. */
function drawCount(state: State): Line {
  const isMissed = state.input?.purpose === 'find' && state.detail.find !== '' && !isFoundHere(state);
  return isMissed ? [{ text: 'not found in this pane', style: 'warning' }] : drawMatchCount(state);
}

function drawMatchCount({ question, load }: State): Line {
  const total = load.snapshot.totals.events;
  const matches = question.matches.length;
  const text =
    question.query.kind === 'all'
      ? `all ${numberText(total)}`
      : `${numberText(matches)} of ${numberText(total)}`;
  const count: Span = { text, style: matches === 0 && total > 0 ? 'warning' : 'plain' };
  if (question.undecided === 0) return [count];
  return [count, { text: ` · ${numberText(question.undecided)} to search`, style: 'dim' }];
}
