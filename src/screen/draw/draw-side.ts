import { countValues } from '../../query/counts.ts';
import type { FieldName } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { keyFor } from '../keys/key-rows.ts';
import type { Line, Pane } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { fitRight } from '../text/cell-width.ts';
import { numberText } from '../text/number-text.ts';
import { fitSpans, valueCell } from '../text/spans.ts';

const sideFields: readonly FieldName[] = ['event', 'principal', 'source_ip', 'service', 'error'];
const countColumns = 9;
// A heading and two values: less says nothing.
const leastRowsPerField = 3;

/** The pane beside the list on wide screens: the most frequent values of the main fields among the matches. */
export function drawSide(state: State, widthColumns: number, heightRows: number): Pane {
  const count = keyFor(state, { kind: 'open', what: 'facet' });
  return sidePane(state.load.snapshot, state.question.matches, widthColumns, heightRows, `${count} all`);
}

const sidePane = rememberLast(
  (
    snapshot: Snapshot,
    matches: Uint32Array,
    widthColumns: number,
    heightRows: number,
    note: string,
  ): Pane => {
    const inner = widthColumns - 2;
    const rows = heightRows - 2;
    const shown = sideFields.slice(0, Math.max(1, Math.floor(rows / leastRowsPerField)));
    const each = Math.floor(rows / shown.length);
    const lines = shown.flatMap((field) => fieldLines(snapshot, matches, field, inner, each));
    while (lines.length < rows) lines.push(fitSpans([], inner));
    return {
      key: 'side',
      title: 'Top values',
      note,
      focused: false,
      widthColumns,
      heightRows,
      lines: lines.slice(0, rows),
    };
  },
);

function fieldLines(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  inner: number,
  rows: number,
): Line[] {
  const values = countValues(snapshot, matches, field, rows).filter(({ value }) => value !== '');
  const lines: Line[] = [fitSpans([{ text: field, style: 'title' }], inner)];
  for (const { value, count } of values.slice(0, rows - 1)) {
    lines.push([
      { text: ' ', style: 'plain' },
      ...valueCell(value, inner - countColumns - 1, 'plain'),
      { text: fitRight(numberText(count), countColumns), style: 'number' },
    ]);
  }
  return lines;
}
