import { countValues } from '../../query/counts.ts';
import { coverageOf, type RecordedKind } from '../../query/coverage.ts';
import type { FieldName } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { recordingNotes } from '../events/stopped-trails.ts';
import type { Line, OverlayPart } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { cutText, textWidth } from '../text/cell-width.ts';
import { clockFor } from '../text/clock.ts';
import { numberText } from '../text/number-text.ts';
import { visibleText } from '../text/visible.ts';
import { wrapSentence } from '../text/wrap-sentence.ts';
import type { Box } from './box.ts';
import { countPlaces } from './scrolled-tables.ts';

type Row = { readonly [column: string]: string };
type Moment = (timeMs: number) => string;

const topFields: readonly FieldName[] = ['service', 'event', 'principal', 'source_ip', 'error'];
const topValues = 6;
const nameColumns = 40;
const leastForTimes = 80;
// No less of a name says what it names.
const leastNameColumns = 14;
/** A box is no wider on a wide screen. */
const mostColumns = 108;
/** What is beside the tables and lines: borders and blanks of the box, and the screen around it. */
const besideTables = 6;

/** Columns of a table that give way before its names are cut too short, in this order. */
const spare = ['regions', 'accounts'];

/** What was recorded at all, and the most frequent values of the matches: as small tables for a screen of that width. */
export const summaryBox = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, zone: string, columns: number): Box => {
    const clock = clockFor(zone);
    const room = Math.min(columns, mostColumns + 2) - besideTables;
    // Logs of a single day name it once: narrow tables have room for the times alone.
    const days =
      snapshot.span === undefined ? [] : [snapshot.span.firstMs, snapshot.span.lastMs].map(clock.date);
    const day = days[0] === days[1] ? days[0] : undefined;
    const time: Moment = (timeMs) => clock.time(timeMs).slice(0, 5);
    const full = readable(day !== undefined ? time : (timeMs) => `${clock.date(timeMs)} ${time(timeMs)}`);
    const brief = readable(day !== undefined ? time : clock.date);
    const tablesWith = (moment: Moment) => [
      recordedRows(snapshot, moment, room),
      ...topFields.map((field) => topRows(snapshot, matches, field, moment)),
    ];
    const wide = columns < leastForTimes ? [] : tablesWith(full);
    // A name says more than the time of day.
    const isWide = wide.length > 0 && wide.every((rows) => tableColumns(rows) <= room);
    const rows = isWide ? wide : tablesWith(brief);
    const { records, duplicates, repaired, lost, events } = snapshot.totals;
    const [copies, mended] = [numberText(duplicates), numberText(repaired)];
    const all = `${numberText(events)} events`;
    const [counts, ...more] = wrapSentence(
      `${all} from ${numberText(records)} records: ${copies} copies folded, ${mended} mended, ${numberText(lost)} lost`,
      room,
    );
    const matching = `${numberText(matches.length)} match the query`;
    const times = `times in ${clock.label}${day === undefined ? '' : ` of ${day}`}`;
    const notes = recordingNotes(snapshot, columns < leastForTimes ? brief : full);
    const facts: Line[] = [
      [
        { text: all, style: 'strong' },
        { text: counts!.slice(all.length), style: 'plain' },
      ],
      ...[...more, ...wrapSentence(`${matching}; ${times}`, room)].map(
        (text): Line => [{ text, style: 'plain' }],
      ),
      ...notes
        .flatMap((note) => wrapSentence(visibleText(note), room, '╌ '))
        .map((text): Line => [{ text, style: 'warning' }]),
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

/** Times in words, those that cannot be read as none. */
function readable(moment: Moment): Moment {
  return (timeMs) => (Number.isNaN(timeMs) ? '' : moment(timeMs));
}

/** What was recorded, sort by sort: where room is scarce in shorter words, and where that is not enough without some columns. */
function recordedRows(snapshot: Snapshot, moment: Moment, room: number): readonly Row[] {
  const rowsIn = (wordsOf: (kind: RecordedKind) => string) =>
    coverageOf(snapshot).map((row) => ({
      recorded:
        row.service === ''
          ? wordsOf(row.kind)
          : `${wordsOf(row.kind)}: ${visibleText(row.service.slice(0, 60))}`,
      events: numberText(row.count),
      first: moment(row.firstMs),
      last: moment(row.lastMs),
      regions: numberText(row.regions.length),
      accounts: numberText(row.accounts.length),
    }));
  const full = rowsIn((kind) => kind);
  return tableColumns(full) <= room
    ? full
    : withoutSpare(
        rowsIn((kind) => briefKinds[kind]),
        room,
      );
}

const briefKinds: { readonly [K in RecordedKind]: string } = {
  'management reads': 'mgmt reads',
  'management writes': 'mgmt writes',
  'data events': 'data',
  insights: 'insights',
  'network activity': 'network',
  'other events': 'other',
};

/** Rows without the columns that can be spared, as far as the others would not fit. */
function withoutSpare(rows: readonly Row[], room: number): readonly Row[] {
  let left = rows;
  for (const name of spare) {
    if (tableColumns(left, leastNameColumns) <= room) break;
    left = left.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== name)));
  }
  return left;
}

/**
 * Cells of a table: of each column its widest value, a blank at either side, and the lines between.
 *
 * @param mostOfNames Cells that the first column is cut to.
 */
function tableColumns(rows: readonly Row[], mostOfNames = Number.POSITIVE_INFINITY): number {
  const names = Object.keys(rows[0] ?? {});
  const widest = (name: string) => Math.max(...[name, ...rows.map((row) => row[name]!)].map(textWidth));
  return names.reduce(
    (sum, name, i) => sum + (i === 0 ? Math.min(mostOfNames, widest(name)) : widest(name)) + 3,
    1,
  );
}

function topRows(snapshot: Snapshot, matches: Uint32Array, field: FieldName, moment: Moment) {
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
