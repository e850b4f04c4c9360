import { parse } from 'csv-parse/sync';
import { decodeUtf8 } from './decode-utf8.ts';

/** A row of a table, or what stands where one should. */
export type CsvRow = {
  /** Its cells, as many as there are columns; undefined when it does not fit them. */
  readonly cells: readonly string[] | undefined;
  /** Its bytes, without the line's end. */
  readonly start: number;
  readonly end: number;
};

/** Rows read at once where all goes well. */
const rowsAtOnce = 256;

/** Lines that one row may span: a quoted cell may hold line breaks. */
const maxRowLines = 200;

/**
 * The rows from an offset on, each with as many cells as asked for. A row that has others, or whose quotes run on into
 * rows that are sound by themselves, comes without cells, and the line after it is tried as the next row: one broken row
 * costs no other.
 */
export function* csvRows(
  bytes: Uint8Array,
  start: number,
  cellCount: number,
  delimiter: string,
): Generator<CsvRow> {
  const fits = (cells: readonly string[] | undefined, row: { start: number; end: number }) =>
    cells?.length === cellCount && !swallowsRow(bytes, row, cellCount, delimiter);
  let oneByOne = 0; // rows still to be read by themselves after a broken one
  for (let at = start; at < bytes.length; ) {
    const rows = rowsFrom(bytes, at, oneByOne > 0 ? 1 : rowsAtOnce);
    const cells = cellsOf(decodeUtf8(bytes, at, rows.at(-1)!.end), delimiter);
    if (cells?.length === rows.length && rows.every((row, i) => fits(cells[i], row))) {
      for (let i = 0; i < rows.length; i++) yield { ...rows[i]!, cells: cells[i] };
      at = endOfLine(bytes, rows.at(-1)!.end) + 1;
      oneByOne--;
    } else if (rows.length > 1) {
      oneByOne = rowsAtOnce;
    } else {
      const end = endOfLine(bytes, at);
      yield { start: at, end, cells: undefined };
      at = end + 1;
      oneByOne = rowsAtOnce;
    }
  }
}

/** The cells of the rows in a text; undefined when it is not well-formed. */
export function cellsOf(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, bom: true });
  } catch {
    return undefined;
  }
}

/** The end of the line, without its line feed. */
export function endOfLine(bytes: Uint8Array, start: number): number {
  const at = bytes.indexOf(0x0a, start);
  return at === -1 ? bytes.length : at;
}

/**
 * Up to `count` rows, told by the first line's end that stands outside
 * quotes; one that goes on for too long ends with its first line.
 */
function rowsFrom(bytes: Uint8Array, start: number, count: number): { start: number; end: number }[] {
  const rows: { start: number; end: number }[] = [];
  for (let at = start; at < bytes.length && rows.length < count; ) {
    let inQuotes = false;
    let end = at;
    for (let lines = 1; end < bytes.length && lines <= maxRowLines; end++) {
      if (bytes[end] === 0x22) inQuotes = !inQuotes;
      else if (bytes[end] === 0x0a && !inQuotes) break;
      else if (bytes[end] === 0x0a) lines++;
    }
    if (inQuotes) end = endOfLine(bytes, at);
    rows.push({ start: at, end: bytes[end - 1] === 0x0d ? end - 1 : end });
    at = end + 1;
  }
  return rows;
}

/**
 * Whether a later line of the row is a row by itself: then a stray
 * quote ran what came before into it. Few cells prove nothing.
 */
function swallowsRow(
  bytes: Uint8Array,
  row: { start: number; end: number },
  cellCount: number,
  delimiter: string,
): boolean {
  if (cellCount <= 3) return false;
  for (let at = endOfLine(bytes, row.start) + 1; at < row.end; at = endOfLine(bytes, at) + 1) {
    const cells = cellsOf(decodeUtf8(bytes, at, endOfLine(bytes, at)), delimiter);
    if (cells?.length === 1 && cells[0]!.length === cellCount) return true;
  }
  return false;
}
