import { printMarkdown } from './markdown.ts';
import { printSeparated } from './separated.ts';
import type { Destination, Sheet, SheetFormat } from './sheet.ts';

/** The text of a sheet in a format, in pieces. */
export function printSheet(
  sheet: Sheet,
  format: SheetFormat,
  destination: Destination,
): AsyncIterable<string> {
  if (format === 'table') return printTableLate(sheet, destination);
  if (format === 'markdown') return printMarkdown(sheet, destination);
  return printSeparated(sheet, format === 'csv' ? ',' : '\t', destination);
}

/** A table, whose knowledge of the widths of characters costs 35 ms to load that no other format needs. */
async function* printTableLate(sheet: Sheet, destination: Destination): AsyncGenerator<string> {
  const { printTable } = await import('./table.ts');
  yield* printTable(sheet, destination);
}
