import { defaultTableFields } from '../record/fields.ts';
import { formatTime } from '../record/time.ts';
import { allColumns, columnsOf, type PrintColumn } from './columns.ts';
import { type EventsToPrint, eventSheet } from './event-sheet.ts';
import { printSheet } from './print-sheet.ts';
import { printNdjson, printTrailFile } from './records.ts';
import type { Destination, PrintFormat } from './sheet.ts';
import { zonedTime } from './zoned-time.ts';

/** How events are printed. */
export type EventFormat = {
  readonly format: PrintFormat;
  /** Columns asked for; undefined for the usual ones: a few in a table, all in csv and tsv. Not used for records. */
  readonly columns: readonly PrintColumn[] | undefined;
  /** The zone of times in tables and Markdown: an IANA name or `UTC`. Everything else is in UTC. */
  readonly zone: string;
};

/** The text of events in a format, in pieces. Throws an Error with a plain sentence when a record cannot be read again. */
export function printEvents(
  toPrint: EventsToPrint,
  { format, columns, zone }: EventFormat,
  destination: Destination,
): AsyncIterable<string> {
  if (format === 'ndjson') return printNdjson(toPrint);
  if (format === 'json') return printTrailFile(toPrint);
  const forPrograms = format === 'csv' || format === 'tsv';
  const shown = columns ?? (forPrograms ? allColumns : columnsOf(defaultTableFields));
  const timeText = forPrograms ? formatTime : zonedTime(zone);
  return printSheet(eventSheet(toPrint, shown, timeText), format, destination);
}
