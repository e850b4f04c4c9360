import type { FileOutcome } from '../decode/problem.ts';
import { countedFields, countValues } from '../query/counts.ts';
import { type FieldName, fieldNamed } from '../record/fields.ts';
import { formatTime } from '../record/time.ts';
import { numberText } from '../screen/text/number-text.ts';
import { visibleText } from '../screen/text/visible.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { printJson, printJsonLines } from './print-json.ts';
import { printSheet } from './print-sheet.ts';
import type { Destination, PrintFormat, Sheet, SheetLine } from './sheet.ts';

/** What `--stats` tells, in the very words of its json. */
export type Stats = {
  /** Events that match: all of them when nothing was asked. */
  readonly events: number;
  /** Records loaded, duplicates folded among them, and records lost: of everything loaded. */
  readonly records: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly files: {
    readonly read: number;
    readonly withProblems: number;
    readonly notCloudTrail: number;
    readonly unreadable: number;
  };
  readonly problems: number;
  /** RFC 3339 UTC; null when no matching event has a readable time. */
  readonly time: { readonly first: string | null; readonly last: string | null };
  /** For each field kept by value the most frequent values among the matches; events without one are not counted. */
  readonly fields: { readonly [field: string]: readonly ValueCount[] };
};

/** How often a value stands in a field. */
export type ValueCount = { readonly value: string; readonly count: number };

/** The statistics of these events, with at most `mostValues` values a field. */
export function statsOf(snapshot: Snapshot, matches: Uint32Array, mostValues: number): Stats {
  const counted: { [field: string]: readonly ValueCount[] } = {};
  for (const field of countedFields) counted[field] = topValues(snapshot, matches, field, mostValues);
  const { totals } = snapshot;
  return {
    events: matches.length,
    records: totals.records,
    duplicates: totals.duplicates,
    lost: totals.lost,
    files: {
      read: filesThat(snapshot, 'read'),
      withProblems: filesThat(snapshot, 'problems'),
      notCloudTrail: filesThat(snapshot, 'not-cloudtrail'),
      unreadable: filesThat(snapshot, 'unreadable'),
    },
    problems: snapshot.problems.length,
    time: timeRange(snapshot, matches),
    fields: counted,
  };
}

/**
 * Statistics in a format, in pieces of text: tables for people, one object for programs, or a line for each value.
 *
 * @param notes Sentences for people about what was recorded at all.
 */
export function printStats(
  stats: Stats,
  format: PrintFormat,
  destination: Destination,
  notes: readonly string[] = [],
): AsyncIterable<string> {
  if (format === 'ndjson') return printJsonLines([stats]);
  if (format === 'json') return printJson(stats);
  if (format === 'table') return statsTables(stats, destination, notes);
  return printSheet(valueSheet(stats), format, destination);
}

async function* statsTables(
  stats: Stats,
  destination: Destination,
  notes: readonly string[],
): AsyncGenerator<string> {
  const { files, time } = stats;
  const range = time.first === null ? 'none that can be read' : `${time.first} to ${time.last}`;
  yield lines([
    ['events', numberText(stats.events)],
    [
      'records',
      `${numberText(stats.records)} (${numberText(stats.duplicates)} duplicates folded), ${numberText(stats.lost)} lost`,
    ],
    [
      'files',
      `${numberText(files.read)} read, ${numberText(files.withProblems)} with problems, ` +
        `${numberText(files.notCloudTrail)} not CloudTrail, ${numberText(files.unreadable)} unreadable`,
    ],
    ['problems', numberText(stats.problems)],
    ['time', range],
    ...notes.map((note, i) => [i === 0 ? 'recording' : '', visibleText(note)] as const),
  ]);
  for (const [field, values] of Object.entries(stats.fields)) {
    if (values.length === 0) continue;
    yield '\n';
    const columns = [
      { name: 'count', title: 'EVENTS', right: true },
      { name: field, title: fieldNamed(field)!.title, cut: 'middle' },
    ] as const;
    const shown = values.map((one) => [numberText(one.count), one.value]);
    yield* printSheet({ columns, blocks: () => [shown] }, 'table', destination);
  }
}

function lines(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, text]) => `${name.padEnd(10)}${text}\n`).join('');
}

function valueSheet(stats: Stats): Sheet {
  const values: SheetLine[] = Object.entries(stats.fields).flatMap(([field, counts]) =>
    counts.map(({ value, count: events }) => [field, value, String(events)]),
  );
  return {
    columns: [
      { name: 'field', title: 'FIELD' },
      { name: 'value', title: 'VALUE' },
      { name: 'count', title: 'COUNT', right: true },
    ],
    blocks: () => [values],
  };
}

function topValues(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  most: number,
): readonly ValueCount[] {
  return countValues(snapshot, matches, field, most + 1)
    .filter(({ value }) => value !== '')
    .slice(0, most)
    .map(({ value, count: events }) => ({ value, count: events }));
}

function filesThat({ files }: Snapshot, outcome: FileOutcome): number {
  return files.filter((file) => file.outcome === outcome).length;
}

function timeRange({ timeMs }: Snapshot, matches: Uint32Array): Stats['time'] {
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const event of matches) {
    const at = timeMs[event]!;
    if (at < firstMs) firstMs = at;
    if (at > lastMs) lastMs = at;
  }
  return { first: formatTime(firstMs) || null, last: formatTime(lastMs) || null };
}
