import { printMarkdown } from './markdown.ts';
import { printSeparated } from './separated.ts';
import type { Destination, Sheet, SheetFormat } from './sheet.ts';
import { printTable } from './table.ts';

/** The text of a sheet in a format, in pieces. */
export function printSheet(
  sheet: Sheet,
  format: SheetFormat,
  destination: Destination,
): AsyncIterable<string> {
  if (format === 'table') return printTable(sheet, destination);
  if (format === 'markdown') return printMarkdown(sheet, destination);
  return printSeparated(sheet, format === 'csv' ? ',' : '\t', destination);
}
