import { parse } from 'csv-parse/sync';
import type { JsonObject } from '../record/json.ts';
import { hasColumns, recordOfColumns } from './columns.ts';
import { isRecord } from './is-record.ts';
import type { Findings } from './read-carefully.ts';
import { readCarefully } from './read-carefully.ts';
import { excerptOf, textOf } from './text.ts';

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

/** Lines that one row may span: a quoted cell may hold line breaks. */
const maxRowLines = 200;

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
 * Reads a CSV table, row by row, so that one broken row costs no other. A row's record is the one in a cell that holds it whole, else it is
 * made of the columns.
 */
export function readCsv(bytes: Uint8Array, start: number, findings: Findings): void {
  const header = headerOf(bytes, start)!;
  const { columns, delimiter } = header;
  const what = describe(columns);
  for (let at = header.end; at < bytes.length; ) {
    const row = rowAt(bytes, at, columns.length, delimiter);
    if (row.cells !== undefined) takeRow(columns, row.cells, { start: at, end: row.end }, what, findings);
    else if (textOf(bytes, at, row.end).trim() !== '') {
      findings.damage('lost-record', 'a row that does not fit the columns', at, excerptOf(bytes, at), 1);
    }
    at = row.next;
  }
}

type Header = { readonly columns: readonly string[]; readonly delimiter: string; readonly end: number };

function headerOf(bytes: Uint8Array, start: number): Header | undefined {
  const end = endOfLine(bytes, start);
  if (end - start > 64 * 1024) return undefined;
  const line = textOf(bytes, start, end);
  const delimiter = [',', '\t', ';', '|'].find((candidate) => line.includes(candidate)) ?? ',';
  const columns = cellsOf(line, delimiter)?.map((column) => column.trim());
  return columns === undefined || /[{[]/.test(columns[0] ?? '{')
    ? undefined
    : { columns, delimiter, end: end + 1 };
}

/** The row at an offset: as few lines as make up a row of that many cells; without cells when no number of lines does. */
function rowAt(
  bytes: Uint8Array,
  start: number,
  cellCount: number,
  delimiter: string,
): { cells: readonly string[] | undefined; end: number; next: number } {
  let end = endOfLine(bytes, start);
  const firstEnd = end;
  for (let lines = 1; lines <= maxRowLines; lines++) {
    if (quoteCount(bytes, start, end) % 2 === 0) {
      const cells = cellsOf(textOf(bytes, start, end), delimiter);
      if (cells?.length === cellCount && !swallowsRow(bytes, firstEnd + 1, end, cellCount, delimiter)) {
        return { cells, end, next: end + 1 };
      }
    }
    if (end >= bytes.length) break;
    end = endOfLine(bytes, end + 1);
  }
  return { cells: undefined, end: firstEnd, next: firstEnd + 1 };
}

/** Whether a line within [start, end) is a row by itself: then a stray quote ran what came before into it. Few cells prove nothing. */
function swallowsRow(
  bytes: Uint8Array,
  start: number,
  end: number,
  cellCount: number,
  delimiter: string,
): boolean {
  for (let at = start; at < end && cellCount > 3; at = endOfLine(bytes, at) + 1) {
    if (cellsOf(textOf(bytes, at, endOfLine(bytes, at)), delimiter)?.length === cellCount) return true;
  }
  return false;
}

/** The cells of one row; undefined when it is not one well-formed row. */
function cellsOf(line: string, delimiter: string): readonly string[] | undefined {
  try {
    const rows: string[][] = parse(line, { delimiter, relax_column_count: true, bom: true });
    return rows.length === 1 ? rows[0] : undefined;
  } catch {
    return undefined;
  }
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

function quoteCount(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (bytes[i] === 0x22) count++;
  return count;
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const at = bytes.indexOf(0x0a, start);
  return at === -1 ? bytes.length : at;
}

function excerptAfter(bytes: Uint8Array, start: number): string {
  return textOf(bytes, start, Math.min(bytes.length, start + 64 * 1024));
}
