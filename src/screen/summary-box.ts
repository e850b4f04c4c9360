import { countValues } from '../query/counts.ts';
import { coverageOf } from '../query/coverage.ts';
import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Box } from './box.ts';
import { cutText } from './cell-width.ts';
import { clockFor } from './clock.ts';
import { numberText } from './number-text.ts';
import type { Line, OverlayPart } from './picture.ts';
import { rememberLast } from './remember.ts';
import { visibleText } from './visible.ts';

const topFields: readonly FieldName[] = ['service', 'event', 'principal', 'source_ip', 'error'];
const topValues = 6;
const nameColumns = 40;

/** What was recorded at all, and the most frequent values of the matches: as small tables. */
export const summaryBox = rememberLast((snapshot: Snapshot, matches: Uint32Array, zone: string): Box => {
  const clock = clockFor(zone);
  // Logs of a single day name it once: narrow tables have room for the times alone.
  const days =
    snapshot.span === undefined ? [] : [snapshot.span.firstMs, snapshot.span.lastMs].map(clock.date);
  const day = days[0] === days[1] ? days[0] : undefined;
  const moment = (timeMs: number) =>
    Number.isNaN(timeMs)
      ? ''
      : `${day === undefined ? `${clock.date(timeMs)} ` : ''}${clock.time(timeMs).slice(0, 5)}`;
  const { totals } = snapshot;
  const facts: Line[] = [
    [
      { text: `${numberText(totals.events)} events`, style: 'strong' },
      {
        text: ` from ${numberText(totals.records)} records: ${numberText(totals.duplicates)} copies folded, ${numberText(totals.repaired)} mended, ${numberText(totals.lost)} lost`,
        style: 'plain',
      },
    ],
    [
      {
        text: `${numberText(matches.length)} match the query; times in ${clock.label}${day === undefined ? '' : ` of ${day}`}`,
        style: 'plain',
      },
    ],
  ];
  const recorded = coverageOf(snapshot).map((row) => ({
    recorded: row.service === '' ? row.kind : `${row.kind}: ${visibleText(row.service.slice(0, 60))}`,
    events: numberText(row.count),
    first: moment(row.firstMs),
    last: moment(row.lastMs),
    regions: numberText(row.regions.length),
    accounts: numberText(row.accounts.length),
  }));
  const rows = [recorded, ...topFields.map((field) => topRows(snapshot, matches, field, moment))];
  const tables: OverlayPart[] = [
    { kind: 'lines', lines: facts },
    ...rows.filter((some) => some.length > 0).map((some) => ({ kind: 'table' as const, rows: some })),
  ];
  return {
    title: 'Summary',
    heading: () => [],
    count: tables.length,
    line: () => [],
    selectable: false,
    tables,
    empty: '',
  };
});

function topRows(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  moment: (timeMs: number) => string,
) {
  return countValues(snapshot, matches, field)
    .filter(({ value }) => value !== '')
    .slice(0, topValues)
    .map(({ value, count, firstMs, lastMs }) => ({
      [field]: cutText(visibleText(value.slice(0, 500)), nameColumns, 'middle'),
      events: numberText(count),
      first: moment(firstMs),
      last: moment(lastMs),
    }));
}
