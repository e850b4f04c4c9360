import { visibleText } from '../screen/text/visible.ts';
import { guardFormula } from './guard-formula.ts';
import type { Destination, Sheet, SheetLine } from './sheet.ts';

/**
 * Comma- or tab-separated text with a header, quoted as RFC 4180 says, lines ended by LF. Values are exact, but for a
 * terminal, where they are made visible-safe.
 */
export async function* printSeparated(
  sheet: Sheet,
  separator: ',' | '\t',
  destination: Destination,
): AsyncGenerator<string> {
  const special = separator === ',' ? /[",\r\n]/ : /["\t\r\n]/;
  const cell = (value: string): string => {
    let text = destination.csvSafe ? guardFormula(value) : value;
    if (destination.terminal) text = visibleText(text);
    return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (values: SheetLine): string => {
    let text = cell(values[0]!);
    for (let i = 1; i < values.length; i++) text += separator + cell(values[i]!);
    // A line of one empty value would read as an empty line, which readers of csv skip.
    return text === '' ? '""\n' : `${text}\n`;
  };
  yield line(sheet.columns.map((column) => column.name));
  for await (const block of sheet.blocks()) {
    let text = '';
    for (const values of block) text += line(values);
    yield text;
  }
}
