import type { FieldName } from '../../record/fields.ts';
import { cellField, shownColumns } from '../change/move-list.ts';
import { columnGap, gutterColumns, type ListColumn, timeColumns } from '../list/list-columns.ts';
import { scrolledList, windowLines } from '../list/list-window.ts';
import type { Line, Span } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { fitText } from '../text/cell-width.ts';
import { clockFor } from '../text/clock.ts';

/** The titles of the columns, the selected cell's marked; above times, the day of the topmost event. */
export function drawHeading(state: State): Line {
  const { sort } = state.list;
  return headingLine(
    shownColumns(state),
    cellField(state),
    sort?.field,
    sort?.reverse ?? false,
    dayOfTop(state),
  );
}

const headingLine = rememberLast(
  (
    columns: readonly ListColumn[],
    cell: FieldName,
    sorted: FieldName | undefined,
    reverse: boolean,
    day: string,
  ): Line => {
    const spans: Span[] = [{ text: ' '.repeat(gutterColumns), style: 'plain' }];
    for (const [i, column] of columns.entries()) {
      const arrow = column.field === sorted ? (reverse ? ' ↓' : ' ↑') : '';
      const title =
        column.field === 'time' && day !== '' && sorted === undefined
          ? dayText(day, column.widthColumns)
          : column.title;
      if (i > 0) spans.push({ text: columnGap, style: 'title' });
      const text = fitText(title + arrow, column.widthColumns);
      spans.push({ text, style: 'title', ...(column.field === cell ? { also: ['cell' as const] } : {}) });
    }
    return spans;
  },
);

/** The date, or where it has no room the day without the year. */
function dayText(date: string, columns: number): string {
  return columns < timeColumns.underDate ? date.slice(5) : date;
}

/** The date that the lines at the top belong to, where the list spans more than one and its date line is out of sight. */
function dayOfTop(state: State): string {
  const { list, load, settings } = state;
  const { span } = load.snapshot;
  const clock = clockFor(settings.zone);
  if (span === undefined || list.sort !== undefined || clock.dayOf(span.firstMs) === clock.dayOf(span.lastMs))
    return '';
  if (windowLines(scrolledList(state), list.top, 1)[0]?.kind === 'date') return '';
  const timeMs = load.snapshot.timeMs[list.lines[list.top] ?? -1] ?? Number.NaN;
  return Number.isNaN(timeMs) ? '' : clock.date(timeMs);
}
