import { textWidth, wrapText } from './cell-width.ts';

const indent = '  ';

/**
 * A sentence, made visible already, in as many lines of at most that many cells as
 * it takes: a sign before the first, the others indented.
 */
export function wrapSentence(text: string, columns: number, sign = ''): string[] {
  if (textWidth(sign + text) <= columns) return [sign + text];
  return wrapText(text, columns - indent.length).map((piece, i) => (i === 0 ? sign : indent) + piece);
}
