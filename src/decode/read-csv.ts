import type { JsonObject } from '../record/json.ts';
import { hasColumns, recordOfColumns } from './columns.ts';
import { cellsOf, csvRows, endOfLine } from './csv-rows.ts';
import { decodeUtf8, excerptOf } from './decode-utf8.ts';
import type { Findings } from './findings.ts';
import { isRecord } from './is-record.ts';
import { readCarefully } from './read-carefully.ts';

/** Columns whose cells hold whole records. */
const recordColumns = new Set([
  '_raw',
  '@message',
  'message',
  'eventjson',
  'cloudtrailevent',
  'event',
  'record',
  'original',
]);

/** Whether the text is a CSV table of events: its first line has columns of events, or one that holds whole records. */
export function isCsv(bytes: Uint8Array, start: number): boolean {
  const header = headerOf(bytes, start);
  if (header === undefined) return false;
  return (
    hasColumns(header.columns) ||
    (header.columns.some(holdsRecords) && /\{\s*""?\w+""?\s*:/.test(excerptAfter(bytes, header.end)))
  );
}

/**
 * Reads a CSV table, so that one broken row costs no other. A row's record is the one in a cell that holds it whole, else
 * it is made of the columns.
 */
export function readCsv(bytes: Uint8Array, start: number, findings: Findings): void {
  const { columns, delimiter, end: headerEnd } = headerOf(bytes, start)!;
  const what = describe(columns);
  for (const { cells, start: rowStart, end } of csvRows(bytes, headerEnd, columns.length, delimiter)) {
    if (cells !== undefined) takeRow(columns, cells, { start: rowStart, end }, what, findings);
    else if (decodeUtf8(bytes, rowStart, end).trim() !== '') {
      findings.damage(
        'lost-record',
        'a row that does not fit the columns',
        rowStart,
        excerptOf(bytes, rowStart),
        1,
      );
    }
  }
}

type Header = { readonly columns: readonly string[]; readonly delimiter: string; readonly end: number };

function headerOf(bytes: Uint8Array, start: number): Header | undefined {
  const end = endOfLine(bytes, start);
  if (end - start > 64 * 1024) return undefined;
  const line = decodeUtf8(bytes, start, end);
  const delimiter = [',', '\t', ';', '|'].find((candidate) => line.includes(candidate)) ?? ',';
  const columns = cellsOf(line, delimiter)?.[0]?.map((column) => column.trim());
  return columns === undefined || /[{[]/.test(columns[0] ?? '{')
    ? undefined
    : { columns, delimiter, end: end + 1 };
}

function takeRow(
  columns: readonly string[],
  cells: readonly string[],
  place: { start: number; end: number },
  what: string,
  findings: Findings,
): void {
  const row: { [column: string]: string } = {};
  let whole: string | undefined;
  columns.forEach((column, i) => {
    row[column] = cells[i]!;
    if (holdsRecords(column) && /^\s*\{/.test(cells[i]!)) whole ??= cells[i]!;
  });
  if (whole !== undefined) {
    const text = { bytes: Buffer.from(whole), place, what, level: 1, isJson: false };
    readCarefully(text, 0, undefined, findings);
    return;
  }
  const record: JsonObject = recordOfColumns(row);
  const json = JSON.stringify(record);
  if (isRecord(record)) findings.take({ record, place, json, mends: [] }, what);
  else if (!isEmpty(cells))
    findings.damage(
      'lost-record',
      'a row without an event name or source',
      place.start,
      json.slice(0, 60),
      1,
    );
}

function describe(columns: readonly string[]): string {
  if (columns.includes('Event time') || columns.includes('User name'))
    return 'Event history CSV (without request and response)';
  if (columns.includes('@message')) return 'CloudWatch Logs Insights CSV';
  if (columns.includes('_raw')) return 'Splunk CSV export';
  return columns.every((column) => column === column.toLowerCase())
    ? 'Athena or Lake CSV (structs are lossy)'
    : 'CSV of events';
}

function holdsRecords(column: string): boolean {
  return recordColumns.has(column.toLowerCase());
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function excerptAfter(bytes: Uint8Array, start: number): string {
  return decodeUtf8(bytes, start, Math.min(bytes.length, start + 64 * 1024));
}
