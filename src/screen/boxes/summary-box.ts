import { countValues } from '../../query/counts.ts';
import { coverageOf } from '../../query/coverage.ts';
import type { FieldName } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { recordingNotes } from '../events/stopped-trails.ts';
import type { Line, OverlayPart } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { cutText, textWidth } from '../text/cell-width.ts';
import { clockFor } from '../text/clock.ts';
import { numberText } from '../text/number-text.ts';
import { visibleText } from '../text/visible.ts';
import type { Box } from './box.ts';
import { countPlaces } from './scrolled-tables.ts';

type Row = { readonly [column: string]: string };

const topFields: readonly FieldName[] = ['service', 'event', 'principal', 'source_ip', 'error'];
const topValues = 6;
const nameColumns = 40;
const leastForTimes = 80;

/** Columns of a table that give way before its names are cut, in this order. */
const spare = ['accounts', 'regions'];

/** What was recorded at all, and the most frequent values of the matches: as small tables for a screen of that width. */
export const summaryBox = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, zone: string, columns: number): Box => {
    const clock = clockFor(zone);
    // Logs of a single day name it once: narrow tables have room for the times alone.
    const days =
      snapshot.span === undefined ? [] : [snapshot.span.firstMs, snapshot.span.lastMs].map(clock.date);
    const day = days[0] === days[1] ? days[0] : undefined;
    const moment = (timeMs: number) =>
      Number.isNaN(timeMs)
        ? ''
        : momentWords(clock.date(timeMs), clock.time(timeMs).slice(0, 5), day === undefined, columns);
    const { records, duplicates, repaired, lost, events } = snapshot.totals;
    const [copies, mended] = [numberText(duplicates), numberText(repaired)];
    const facts: Line[] = [
      [
        { text: `${numberText(events)} events`, style: 'strong' },
        {
          text: ` from ${numberText(records)} records: ${copies} copies folded, ${mended} mended, ${numberText(lost)} lost`,
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
    for (const note of recordingNotes(snapshot, moment))
      facts.push([{ text: visibleText(`╌ ${note}`), style: 'warning' }]);
    const recorded = coverageOf(snapshot).map((row) => ({
      recorded: row.service === '' ? row.kind : `${row.kind}: ${visibleText(row.service.slice(0, 60))}`,
      events: numberText(row.count),
      first: moment(row.firstMs),
      last: moment(row.lastMs),
      regions: numberText(row.regions.length),
      accounts: numberText(row.accounts.length),
    }));
    const rows = [
      withoutSpare(recorded, Math.min(columns - 2, 108) - 4),
      ...topFields.map((field) => topRows(snapshot, matches, field, moment)),
    ];
    const tables: OverlayPart[] = [
      { kind: 'lines', lines: facts },
      ...rows.filter((some) => some.length > 0).map((some) => ({ kind: 'table' as const, rows: some })),
    ];
    return {
      title: 'Summary',
      heading: () => [],
      count: countPlaces(tables),
      line: () => [],
      selectable: false,
      tables,
      empty: '',
    };
  },
);

/** `2026-03-04 09:14`; of logs of one day the time alone, on a narrow screen of others the day alone. */
function momentWords(date: string, time: string, severalDays: boolean, columns: number): string {
  if (!severalDays) return time;
  return columns < leastForTimes ? date : `${date} ${time}`;
}

/** Rows without the columns that can be spared, as far as the others would not fit. */
function withoutSpare(rows: readonly Row[], room: number): readonly Row[] {
  let left = rows;
  for (const name of spare) {
    if (tableColumns(left) <= room) break;
    left = left.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== name)));
  }
  return left;
}

/** Cells of a table: of each column its widest value, a blank at either side, and the lines between. */
function tableColumns(rows: readonly Row[]): number {
  const names = Object.keys(rows[0] ?? {});
  const widest = (name: string) => Math.max(...[name, ...rows.map((row) => row[name]!)].map(textWidth));
  return names.reduce((sum, name) => sum + widest(name) + 3, 1);
}

function topRows(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  moment: (timeMs: number) => string,
) {
  return countValues(snapshot, matches, field, topValues + 1)
    .filter(({ value }) => value !== '')
    .slice(0, topValues)
    .map(({ value, count, firstMs, lastMs }) => ({
      [field]: cutText(visibleText(value.slice(0, 500)), nameColumns, 'middle'),
      events: numberText(count),
      first: moment(firstMs),
      last: moment(lastMs),
    }));
}
