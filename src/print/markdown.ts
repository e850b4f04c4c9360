import { visibleText } from '../screen/text/visible.ts';
import type { Destination, Sheet, SheetLine } from './sheet.ts';

/** A table in GitHub's Markdown. Values are escaped so that they read as they are and nothing in them is rendered. */
export async function* printMarkdown(sheet: Sheet, destination: Destination): AsyncGenerator<string> {
  const cell = (value: string): string => escapeMarkdown(destination.terminal ? visibleText(value) : value);
  const line = (values: SheetLine): string => `| ${values.map(cell).join(' | ')} |\n`;
  yield line(sheet.columns.map((column) => column.name));
  yield `|${sheet.columns.map((column) => (column.right ? ' ---: |' : ' --- |')).join('')}\n`;
  for await (const block of sheet.blocks()) yield block.map(line).join('');
}

// Characters that would begin markup. An underscore within a word is plain, and names are full of them.
const markup = /[\\`*|~<>&[\]!#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** The value as Markdown that renders as that value, in one line. */
function escapeMarkdown(value: string): string {
  return value.replace(markup, '\\$&').replace(/\r\n|\r|\n/g, '<br>');
}
