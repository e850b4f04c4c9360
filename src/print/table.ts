import { cutText, fitRight, fitText, textWidth } from '../screen/text/cell-width.ts';
import { isPlainAscii, visibleText } from '../screen/text/visible.ts';
import type { Destination, Sheet, SheetColumn, SheetLine } from './sheet.ts';

const gap = '  ';

/**
 * A table for people: always visible-safe. On a terminal no line is wider than it, and the widest columns give way; else
 * each column is as wide as its widest value, and nothing is cut.
 */
export async function* printTable(sheet: Sheet, destination: Destination): AsyncGenerator<string> {
  const natural = await naturalWidths(sheet);
  const widths =
    destination.columns === undefined
      ? natural
      : shrinkWidths(natural, destination.columns - gap.length * (natural.length - 1));
  const line = (values: SheetLine): string => {
    let text = '';
    for (let i = 0; i < values.length; i++) {
      text += (i === 0 ? '' : gap) + fitCell(values[i]!, widths[i]!, sheet.columns[i]!);
    }
    text = text.trimEnd();
    return `${destination.columns === undefined ? text : cutText(text, destination.columns)}\n`;
  };
  yield line(sheet.columns.map((column) => column.title));
  for await (const block of sheet.blocks()) {
    let text = '';
    for (const values of block) text += line(values);
    yield text;
  }
}

/** The value, visible-safe, cut or padded to that many cells. Nearly all values are plain ASCII, and nearly all fit. */
function fitCell(value: string, columns: number, { right, cut }: SheetColumn): string {
  if (value.length <= columns && isPlainAscii(value))
    return right ? value.padStart(columns) : value.padEnd(columns);
  return (right ? fitRight : fitText)(visibleText(value), columns, cut);
}

async function naturalWidths(sheet: Sheet): Promise<number[]> {
  const widths = sheet.columns.map((column: SheetColumn) => textWidth(column.title));
  for await (const block of sheet.blocks()) {
    for (const values of block) {
      for (let i = 0; i < widths.length; i++) {
        const value = values[i]!;
        const width = isPlainAscii(value) ? value.length : textWidth(visibleText(value));
        if (width > widths[i]!) widths[i] = width;
      }
    }
  }
  return widths;
}

/** The widths brought down to a sum of at most `columns`, the widest first; none below what its neighbours keep. */
export function shrinkWidths(widths: readonly number[], columns: number): number[] {
  const narrow = [...widths].sort((a, b) => a - b);
  let left = columns;
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < narrow.length; i++) {
    const share = Math.floor(left / (narrow.length - i));
    if (narrow[i]! > share) {
      most = Math.max(1, share);
      break;
    }
    left -= narrow[i]!;
  }
  const shrunk = widths.map((width) => Math.min(width, most));
  // What the division left over goes to the first columns that were cut.
  let spare = columns - shrunk.reduce((sum, width) => sum + width, 0);
  for (let i = 0; i < shrunk.length && spare > 0; i++) {
    if (shrunk[i]! < widths[i]!) [shrunk[i], spare] = [shrunk[i]! + 1, spare - 1];
  }
  return shrunk;
}
