import { highlightsOf } from '../../query/highlight.ts';
import { identityKey } from '../../query/marked-events.ts';
import type { Query } from '../../query/question.ts';
import type { FieldName } from '../../record/fields.ts';
import { severityOf } from '../../record/severity.ts';
import { Flag } from '../../record/summary.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Line, Span, Style } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { fitText } from '../text/cell-width.ts';
import { clockFor } from '../text/clock.ts';
import { fitSpans, valueCell } from '../text/spans.ts';
import { type Range, visibleSpans } from '../text/visible.ts';
import { gutterSigns } from './gutter-signs.ts';
import { columnGap, type ListColumn, timeColumns } from './list-columns.ts';
import { placeInOrder } from './list-place.ts';

/** A function that draws events, each once as long as nothing about the list changes. */
export const eventLines = rememberLast(
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

const linesRemembered = 2000;
// Longer values are no names: nothing in them is looked for.
const longestText = 1000;

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
  if (field === 'time')
    return [{ text: fitText(timeText(look, event, widthColumns), widthColumns), style: 'dim' }];
  const value = snapshot.text(field, event) ?? '';
  if (field === 'error') return resultCell(look, event, value, widthColumns);
  if (column.joined) {
    const service = (snapshot.text('service', event) ?? '').slice(0, longestText);
    const name = value.slice(0, longestText);
    const spans = [
      ...visibleSpans(service, 'dim', highlightsOf(query, 'service', service)),
      { text: ':', style: 'dim' as const },
      ...visibleSpans(name, 'strong', highlightsOf(query, field, name)),
    ];
    return fitSpans(spans, widthColumns, cut);
  }
  const highlights = look.dimmed || value.length > longestText ? [] : highlightsOf(query, field, value);
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

function timeText({ snapshot, zone, sorted }: Look, event: number, columns: number): string {
  const timeMs = snapshot.timeMs[event]!;
  if (Number.isNaN(timeMs)) return '--:--:--';
  const clock = clockFor(zone);
  if (!sorted) return clock.time(timeMs);
  const date = clock.date(timeMs);
  return `${columns < timeColumns.withYear ? date.slice(5) : date} ${clock.time(timeMs)}`;
}

/** A name too long for its cell, without what stands around many names and tells nothing: `Client.`, `…Exception`. */
function shortError(name: string, columns: number): string {
  if (name.length <= columns) return name;
  return name.replace(/^(?:Client|Server)\.(?=.)/, '').replace(/(?<=.)Exception$/, '');
}

/** A failure has a sign, a word and a style; expected noise a quieter sign. */
function resultCell({ snapshot, query }: Look, event: number, error: string, columns: number): Line {
  const outcome = snapshot.text('outcome', event) ?? '';
  if (outcome === 'ok' || (outcome === '' && error === ''))
    return [{ text: fitText('ok', columns), style: 'ok' }];
  const noise = (snapshot.flags[event]! & Flag.expectedNoise) !== 0;
  const style: Style = noise ? 'noise' : outcome === 'denied' ? 'denied' : 'failed';
  const word = shortError((error === '' ? outcome : error).slice(0, longestText), columns - 2);
  return fitSpans(
    [{ text: noise ? '· ' : '✗ ', style }, ...visibleSpans(word, style, highlightsOf(query, 'error', word))],
    columns,
  );
}
