import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, fitText, textWidth } from '../../../src/screen/text/cell-width.ts';
import { cutSpans, fitSpans, spansWidth, valueCell } from '../../../src/screen/text/spans.ts';
import { visibleSpans, visibleText } from '../../../src/screen/text/visible.ts';

const dangerous = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);

test.each([
  ['Success\rDenied!', 'Success\\rDenied!'],
  ['a\tb\nc', 'a\\tb\\nc'],
  ['\u001b]52;c;aGk=\u0007', '\\u001b]52;c;aGk=\\u0007'],
  ['\u009b31m', '\\u009b31m'],
  ['\u007f', '\\u007f'],
  ['user\u202egpj.exe', 'user\\u202egpj.exe'],
  ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
  ['tag\u{e0041}', 'tag\\u{e0041}'],
  ['half \ud800 pair', 'half \\ud800 pair'],
  ['line\u2028end', 'line\\u2028end'],
  ['\u0301mark', '\\u0301mark'],
  ['plain é 日本 👍', 'plain é 日本 👍'],
])('%j is shown as %j', (raw, shown) => {
  expect(visibleText(raw)).toBe(shown);
});

test('nothing a terminal obeys survives, and safe text is left alone', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = visibleText(text);
      expect(shown).not.toMatch(dangerous);
      expect(visibleText(shown)).toBe(shown);
      expect(
        visibleSpans(text, 'plain')
          .map((span) => span.text)
          .join(''),
      ).toBe(shown);
    }),
  );
});

test('escapes and highlights stand in styles of their own', () => {
  expect(visibleSpans('ab\u001bcd', 'string', [[1, 4]])).toEqual([
    { text: 'a', style: 'string' },
    { text: 'b', style: 'string', also: ['match'] },
    { text: '\\u001b', style: 'escape' },
    { text: 'c', style: 'string', also: ['match'] },
    { text: 'd', style: 'string' },
  ]);
});

test.each([
  ['CreateStream', 8, 'end', 'CreateS…'],
  ['arn:aws:iam::1:role/Deploy', 11, 'middle', 'arn:a…eploy'],
  ['日本語です', 5, 'end', '日本…'],
  ['👍👍👍', 3, 'end', '👍…'],
  ['ok', 8, 'end', 'ok'],
  ['ok', 1, 'end', '…'],
  ['ok', 0, 'end', ''],
] as const)('%s in %i cells, cut at the %s, is %s', (text, columns, cut, shown) => {
  expect(cutText(text, columns, cut)).toBe(shown);
});

test('fitted text and cells are exactly as wide as asked', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.nat(40),
      fc.constantFrom('end' as const, 'middle' as const),
      (raw, columns, cut) => {
        const text = visibleText(raw);
        expect(textWidth(fitText(text, columns, cut))).toBe(columns);
        expect(spansWidth(fitSpans(visibleSpans(raw, 'plain'), columns, cut))).toBe(columns);
        expect(spansWidth(valueCell(raw, columns, 'plain', cut))).toBe(columns);
        expect(spansWidth(cutSpans(visibleSpans(raw, 'plain'), columns, cut))).toBeLessThanOrEqual(columns);
      },
    ),
    { numRuns: 300 },
  );
});

test('a value of a megabyte is cut without being walked to its end', () => {
  const cell = valueCell('x'.repeat(1_000_000), 20, 'string', 'middle');
  expect(cell.map((span) => span.text).join('')).toBe('xxxxxxxxxx…xxxxxxxxx');
});
