import { explainEmpty } from '../query/explain-empty.ts';
import { highlightsOf } from '../query/highlight.ts';
import type { Query } from '../query/question.ts';
import type { FieldName } from '../record/fields.ts';
import { severityOf } from '../record/severity.ts';
import { Flag } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { contextOf } from './ask.ts';
import { fitText, textWidth } from './cell-width.ts';
import { clockFor } from './clock.ts';
import { gutterSigns } from './gutter-signs.ts';
import { listWidth } from './layout.ts';
import { columnGap, gutterColumns, type ListColumn } from './list-columns.ts';
import { placeInOrder, scrolledList } from './list-place.ts';
import { type WindowLine, windowLines } from './list-window.ts';
import { identityKey } from './marks.ts';
import { cellField, shownColumns } from './move-list.ts';
import type { Line, Span, Style } from './picture.ts';
import { rememberLast } from './remember.ts';
import { fitSpans, valueCell } from './spans.ts';
import type { State } from './state.ts';
import { type Range, visibleSpans, visibleText } from './visible.ts';

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
    return inRange(line.position) ? selectedInRange(drawn) : drawn;
  });
  while (lines.length < heightRows) lines.push(blankLine);
  return lines;
}

/** The row of the selected event within the list, or -1. */
export function selectedListRow(state: State, heightRows: number): number {
  const shown: readonly WindowLine[] = windowLines(scrolledList(state), state.list.top, heightRows);
  return shown.findIndex((line) => line.kind === 'event' && line.position === state.list.position);
}

const blankLine: Line = [];
const linesRemembered = 2000;

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
      const title = column.field === 'time' && day !== '' && sorted === undefined ? day : column.title;
      if (i > 0) spans.push({ text: columnGap, style: 'title' });
      const text = fitText(title + arrow, column.widthColumns);
      spans.push({ text, style: 'title', ...(column.field === cell ? { also: ['cell' as const] } : {}) });
    }
    return spans;
  },
);

/** The day that the lines at the top belong to, where the list spans more than one and its date line is out of sight. */
function dayOfTop(state: State): string {
  const { list, load, settings } = state;
  const { span } = load.snapshot;
  const clock = clockFor(settings.zone);
  if (span === undefined || list.sort !== undefined || clock.dayOf(span.firstMs) === clock.dayOf(span.lastMs))
    return '';
  if (windowLines(scrolledList(state), list.top, 1)[0]?.kind === 'date') return '';
  const timeMs = load.snapshot.timeMs[list.lines[list.top] ?? -1] ?? Number.NaN;
  return Number.isNaN(timeMs) ? '' : clock.date(timeMs).slice(5);
}

/** A function that draws events, each once as long as nothing about the list changes. */
const eventLines = rememberLast(
  (
    snapshot: Snapshot,
    columns: readonly ListColumn[],
    query: Query,
    zone: string,
    marks: ReadonlyMap<string, string>,
    matches: Uint32Array | undefined,
    sorted: boolean,
  ) => {
    const drawn = new Map<number, Line>();
    return (event: number): Line => {
      let line = drawn.get(event);
      if (line === undefined) {
        const dimmed = matches !== undefined && matches[placeInOrder(snapshot, matches, event)] !== event;
        const marked = marks.size > 0 && marks.has(identityKey(snapshot, event));
        line = eventLine({ snapshot, columns, query, zone, sorted, dimmed, marked }, event);
        if (drawn.size > linesRemembered) drawn.clear();
        drawn.set(event, line);
      }
      return line;
    };
  },
);

type Look = {
  readonly snapshot: Snapshot;
  readonly columns: readonly ListColumn[];
  readonly query: Query;
  readonly zone: string;
  readonly sorted: boolean;
  readonly dimmed: boolean;
  readonly marked: boolean;
};

function eventLine(look: Look, event: number): Line {
  const spans: Span[] = gutterOf(look, event);
  for (const [i, column] of look.columns.entries()) {
    if (i > 0) spans.push({ text: columnGap, style: 'plain' });
    spans.push(...cellOf(look, column, event));
  }
  return look.dimmed ? spans.map((span) => ({ ...span, style: 'dim' })) : spans;
}

function gutterOf({ snapshot, marked }: Look, event: number): Span[] {
  const suspicious = (snapshot.flags[event]! & Flag.suspiciousText) !== 0;
  const text = (field: FieldName) => snapshot.text(field, event) ?? '';
  const severity = suspicious ? 'suspicious' : severityOf(text('service'), text('event'), text('read_only'));
  const sign = severity === 'read' || severity === 'change' ? ' ' : gutterSigns[severity];
  return [
    { text: marked ? gutterSigns.marked : ' ', style: 'mark' },
    { text: ' ', style: 'plain' },
    { text: sign, style: severity === 'sensitive' ? 'dim' : 'warning' },
  ];
}

const fieldStyles: { readonly [F in FieldName]?: Style } = {
  time: 'dim',
  source_ip: 'dim',
  region: 'dim',
  event: 'strong',
};

function cellOf(look: Look, column: ListColumn, event: number): Line {
  const { snapshot, query } = look;
  const { field, widthColumns, cut } = column;
  if (field === 'time') return [{ text: fitText(timeText(look, event), widthColumns), style: 'dim' }];
  const value = snapshot.text(field, event) ?? '';
  if (field === 'error') return resultCell(look, event, value, widthColumns);
  if (column.joined) {
    const service = snapshot.text('service', event) ?? '';
    const spans = [
      ...visibleSpans(service, 'dim', highlightsOf(query, 'service', service)),
      { text: ':', style: 'dim' as const },
      ...visibleSpans(value.slice(0, 400), 'strong', highlightsOf(query, field, value.slice(0, 400))),
    ];
    return fitSpans(spans, widthColumns, cut);
  }
  const highlights = look.dimmed ? [] : highlightsOf(query, field, value);
  const style = fieldStyles[field] ?? 'plain';
  if (value.startsWith('arn:') && value.length > widthColumns)
    return arnCell(value, widthColumns, style, highlights);
  return valueCell(value, widthColumns, style, cut, highlights);
}

/** Of an ARN that is too long what names the resource; partition, service, region and account stand in other columns. */
function arnCell(arn: string, columns: number, style: Style, highlights: readonly Range[]): Line {
  const start = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/.exec(arn)?.[0].length ?? 0;
  const shifted = highlights.flatMap(([from, to]): Range[] =>
    to > start ? [[Math.max(0, from - start), to - start]] : [],
  );
  return valueCell(arn.slice(start), columns, style, 'middle', shifted);
}

function timeText({ snapshot, zone, sorted }: Look, event: number): string {
  const timeMs = snapshot.timeMs[event]!;
  if (Number.isNaN(timeMs)) return '--:--:--';
  const clock = clockFor(zone);
  return sorted ? `${clock.date(timeMs).slice(5)} ${clock.time(timeMs)}` : clock.time(timeMs);
}

/** A failure has a sign, a word and a style; expected noise a quieter sign. */
function resultCell({ snapshot, query }: Look, event: number, error: string, columns: number): Line {
  const outcome = snapshot.text('outcome', event) ?? '';
  if (outcome === 'ok' || (outcome === '' && error === ''))
    return [{ text: fitText('ok', columns), style: 'ok' }];
  const noise = (snapshot.flags[event]! & Flag.expectedNoise) !== 0;
  const style: Style = noise ? 'noise' : outcome === 'denied' ? 'denied' : 'failed';
  const word = error === '' ? outcome : error;
  return fitSpans(
    [
      { text: noise ? '· ' : '✗ ', style },
      ...visibleSpans(word.slice(0, 200), style, highlightsOf(query, 'error', word.slice(0, 200))),
    ],
    columns,
  );
}

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

const selectedInRange = (line: Line): Line =>
  line.map((span) => ({ ...span, also: [...(span.also ?? []), 'selected-unfocused' as const] }));

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

/** What to do when there is nothing to show. */
function emptyList(state: State, heightRows: number): Line[] {
  const { question, load } = state;
  const lines: Line[] = emptyReason(state).map((text) => [{ text: `   ${text}`, style: 'dim' }]);
  const searching = question.undecided > 0 || (!load.progress.done && load.snapshot.totals.events === 0);
  const shown: Line[] = heightRows > 2 && !searching ? [blankLine, ...lines] : lines;
  return Array.from({ length: heightRows }, (_, row) => shown[row] ?? blankLine);
}

function emptyReason(state: State): string[] {
  const { question, load, history } = state;
  const total = load.snapshot.totals.events;
  if (total === 0) {
    if (!load.progress.done) return ['loading …'];
    return load.snapshot.problems.length > 0
      ? ['no event could be read · ! lists the problems']
      : ['no CloudTrail event here · q quits'];
  }
  if (question.undecided > 0) return [`searching ${question.undecided.toLocaleString('en-US')} records …`];
  const ways = ['/ changes the query'];
  if (question.chips.length > 0) ways.push('x drops the last filter');
  if (history.past.length > 0) ways.push('[ goes back');
  const reasons = explainEmpty(question.query, load.snapshot, contextOf(state)).map((reason) =>
    visibleText(reason),
  );
  return [`no event matches · ${ways.join(' · ')}`, ...reasons];
}

function cellStart(columns: readonly ListColumn[], cell: FieldName): number {
  let at = gutterColumns;
  for (const column of columns) {
    if (column.field === cell) return at;
    at += column.widthColumns + columnGap.length;
  }
  return -1;
}
