import { expect, test } from 'vitest';
import { textWidth, wrapText } from '../../../src/screen/text/cell-width.ts';

test.each([
  ['all in one', 12, ['all in one']],
  ['nothing was recorded', 12, ['nothing was ', 'recorded']],
  ['nichts für später', 12, ['nichts für ', 'später']],
  ['no event · x drops', 12, ['no event · ', 'x drops']],
  ['日本語の文字 と 空白', 12, ['日本語の文字', ' と 空白']],
  ['arn:aws:s3:::a-bucket', 12, ['arn:aws:s3::', ':a-bucket']],
  ['ääääääääääääää ä', 12, ['ääääääääääää', 'ää ä']],
])('%j goes into lines of %i cells', (text, columns, lines) => {
  expect(wrapText(text, columns)).toEqual(lines);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  expect(lines.join('')).toBe(text);
});
