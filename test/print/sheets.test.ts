import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printSheet } from '../../src/print/print-sheet.ts';
import type { Destination, SheetFormat } from '../../src/print/sheet.ts';
import { shrinkWidths } from '../../src/print/table.ts';
import { textWidth } from '../../src/screen/text/cell-width.ts';

const pipe: Destination = { terminal: false, columns: undefined, csvSafe: false };
const terminal: Destination = { terminal: true, columns: 40, csvSafe: false };

async function print(
  rows: string[][],
  format: SheetFormat,
  destination: Destination = pipe,
): Promise<string> {
  const columns = rows[0]!.map((_, i) => ({ name: `c${i}`, title: `C${i}` }));
  let text = '';
  for await (const piece of printSheet({ columns, blocks: () => [rows] }, format, destination)) text += piece;
  return text;
}

test('csv and tsv read back as the very values, whatever they hold', async () => {
  const anyText = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\t', '\n', '\r', ' ', '=', '\u001b', 'é', '😀'),
  });
  const rows = fc.array(fc.tuple(anyText, anyText), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('csv', 'tsv'), async (lines, format) => {
      const text = await print(lines, format as SheetFormat);
      const delimiter = format === 'csv' ? ',' : '\t';
      expect(parse(text, { delimiter, record_delimiter: '\n' })).toEqual([['c0', 'c1'], ...lines]);
    }),
  );
});

test('a csv of one column keeps its empty values', async () => {
  expect(parse(await print([['a'], [''], ['b']], 'csv'))).toEqual([['c0'], ['a'], [''], ['b']]);
});

test('a terminal is never given what it would obey', async () => {
  const hostile = ['\u001b]52;c;eA==\u0007', 'a\rb\u202ec\u0000\u009b31m'];
  for (const format of ['table', 'csv', 'tsv', 'markdown'] as const) {
    const text = await print([hostile], format, terminal);
    expect(text, format).toMatch(/^[\n\t\x20-\x7e…]*$/);
    expect(text.replaceAll('\\\\', '\\'), format).toContain('\\u001b');
  }
  expect(await print([hostile], 'table'), 'nor a pipe that shows a table').toMatch(/^[\n\x20-\x7e]*$/);
});

test('a table lines its columns up, and on a terminal fits it', async () => {
  expect(
    await print(
      [
        ['a', 'bb'],
        ['日本', 'x'],
      ],
      'table',
    ),
  ).toBe('C0    C1\na     bb\n日本  x\n');
  const long = await print([['x'.repeat(90), 'y'.repeat(5), 'z'.repeat(60)]], 'table', terminal);
  expect(long.split('\n').map(textWidth)).toEqual([27, 40, 0]);
  expect(long).toContain('yyyyy');
});

test('columns give way from the widest, and use what there is', () => {
  expect(shrinkWidths([5, 30, 60], 40)).toEqual([5, 18, 17]);
  expect(shrinkWidths([5, 10], 40)).toEqual([5, 10]);
  expect(shrinkWidths([50, 50, 50], 2).every((width) => width >= 1)).toBe(true);
});

test('markdown renders as the value: no markup of it is live, a line stays a line', async () => {
  expect(await print([['a|b', '![x](http://y) <b>&amp; `c` _d_ source_ip *e*\nf']], 'markdown')).toBe(
    '| c0 | c1 |\n| --- | --- |\n' +
      '| a\\|b | \\!\\[x\\](http://y) \\<b\\>\\&amp; \\`c\\` \\_d\\_ source_ip \\*e\\*<br>f |\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['\u200b=1', "'\u200b=1"],
  ['2026-03-01T09:15:00Z', '2026-03-01T09:15:00Z'],
  ['arn:aws:iam::1:user/a', 'arn:aws:iam::1:user/a'],
  ['', ''],
])('guarding a spreadsheet makes %j into %j', async (value, guarded) => {
  expect(parse(await print([[value, '']], 'csv', { ...pipe, csvSafe: true }))[1]).toEqual([guarded, '']);
  expect(parse(await print([[value, '']], 'csv'))[1], 'unless not asked to').toEqual([value, '']);
});
