import type { FieldName } from '../../record/fields.ts';
import { cellField, shownColumns } from '../change/move-list.ts';
import { listWidth } from '../layout.ts';
import { eventLines } from '../list/event-line.ts';
import { columnGap, gutterColumns, type ListColumn } from '../list/list-columns.ts';
import { scrolledList, windowLines } from '../list/list-window.ts';
import type { Line, Style } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { clockFor } from '../text/clock.ts';
import { alsoStyled } from '../text/spans.ts';
import { emptyList } from './empty-list.ts';

/** The lines of the list in that height. */
export function drawList(state: State, heightRows: number): Line[] {
  const { list } = state;
  if (list.lines.length === 0) return emptyList(state, heightRows);
  const drawLine = eventLines(
    state.load.snapshot,
    shownColumns(state),
    state.question.query,
    state.settings.zone,
    state.evidence.marks,
    list.context ? state.question.matches : undefined,
    list.sort !== undefined,
  );
  const inRange = rangeTest(state);
  const lines = windowLines(scrolledList(state), list.top, heightRows).map((line) => {
    if (line.kind === 'date') return dateLine(line.timeMs, state.settings.zone, listWidth(state));
    const event = list.lines[line.position]!;
    const drawn = drawLine(event);
    if (line.position === list.position)
      return selectedLine(drawn, shownColumns(state), cellField(state), state.focus === 'list');
    return inRange(line.position) ? alsoStyled(drawn, 'selected-unfocused') : drawn;
  });
  while (lines.length < heightRows) lines.push(blankLine);
  return lines;
}

/** The row of the selected event within the list, or -1. */
export function selectedListRow(state: State, heightRows: number): number {
  const shown = windowLines(scrolledList(state), state.list.top, heightRows);
  return shown.findIndex((line) => line.kind === 'event' && line.position === state.list.position);
}

const blankLine: Line = [];

/** The selected line: a sign, inverse, and within it the selected cell. */
const selectedLine = rememberLast(
  (line: Line, columns: readonly ListColumn[], cell: FieldName, focused: boolean): Line => {
    const style: Style = focused ? 'selected' : 'selected-unfocused';
    const from = cellStart(columns, cell);
    const to = from + (columns.find((column) => column.field === cell)?.widthColumns ?? 0);
    let at = 0;
    return line.map((span, i) => {
      const inCell = focused && at >= from && at < to;
      at += textWidth(span.text);
      const sign = i === 1 ? { ...span, text: '▸' } : span;
      return { ...sign, also: [...(span.also ?? []), style, ...(inCell ? (['cell'] as const) : [])] };
    });
  },
);

function rangeTest({ list }: State): (position: number) => boolean {
  const from = list.rangeFrom === undefined ? -1 : list.lines.indexOf(list.rangeFrom);
  if (from < 0) return () => false;
  const [first, last] = [Math.min(from, list.position), Math.max(from, list.position)];
  return (position) => position >= first && position <= last;
}

function dateLine(timeMs: number, zone: string, columns: number): Line {
  const text = Number.isNaN(timeMs)
    ? 'time cannot be read'
    : `${clockFor(zone).date(timeMs)} ${weekday(timeMs, zone)}`;
  return [{ text: `   ── ${text} ${'─'.repeat(Math.max(0, columns - text.length - 8))}`, style: 'border' }];
}

const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

function weekday(timeMs: number, zone: string): string {
  return weekdays[((clockFor(zone).dayOf(timeMs) % 7) + 7) % 7]!;
}

function cellStart(columns: readonly ListColumn[], cell: FieldName): number {
  let at = gutterColumns;
  for (const column of columns) {
    if (column.field === cell) return at;
    at += column.widthColumns + columnGap.length;
  }
  return -1;
}
