import { cutText, fitRight, fitText, textWidth } from '../screen/cell-width.ts';
import { visibleText } from '../screen/visible.ts';
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
      const column = sheet.columns[i]!;
      const fit = column.right ? fitRight : fitText;
      text += (i === 0 ? '' : gap) + fit(visibleText(values[i]!), widths[i]!, column.cut);
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

async function naturalWidths(sheet: Sheet): Promise<number[]> {
  const widths = sheet.columns.map((column: SheetColumn) => textWidth(column.title));
  for await (const block of sheet.blocks()) {
    for (const values of block) {
      for (let i = 0; i < widths.length; i++) {
        const width = textWidth(visibleText(values[i]!));
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
