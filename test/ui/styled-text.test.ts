import { styledCharsFromTokens, styledCharsToString, tokenize } from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Style } from '../../src/screen/picture.ts';
import { styledText, withoutBlankEnd } from '../../src/ui/styled-text.ts';
import { lookOf, type ThemeName, themes } from '../../src/ui/theme.ts';

const styles = Object.keys(themes.colour.looks) as Style[];
const style = fc.constantFrom(...styles);
const span = fc.record({
  text: fc.constantFrom('a', 'bc ', '  ', '漢'),
  style,
  also: fc.array(style, { maxLength: 2 }),
});
const theme = fc.constantFrom(...Object.values(themes));

test('a line is written just as the library that Ink uses would write it', () => {
  fc.assert(
    fc.property(theme, fc.array(span, { maxLength: 6 }), (look, line) => {
      const text = styledText(look, line);
      expect(text.length).toBe(styledCharsToString(styledCharsFromTokens(tokenize(text))).length);
    }),
  );
});

test('only blanks that look like nothing are left out at the end of a line', () => {
  const shorten = (...line: Parameters<typeof withoutBlankEnd>[1]) =>
    withoutBlankEnd(themes.colour, line).map(({ text }) => text);
  expect(shorten({ text: 'ab  ', style: 'string' }, { text: '   ', style: 'plain' })).toEqual(['ab']);
  expect(shorten({ text: 'ab  ', style: 'selected' })).toEqual(['ab  ']);
  expect(shorten({ text: 'ab  ', style: 'plain', also: ['match'] })).toEqual(['ab  ']);
  expect(shorten({ text: '  ', style: 'dim' })).toEqual([]);
});

test.each(Object.keys(themes) as ThemeName[])(
  'in %s what went wrong, what is selected and what matches look like something',
  (name) => {
    for (const told of [
      'failed',
      'denied',
      'warning',
      'selected',
      'match',
      'escape',
      'cell',
      'hint-key',
    ] as const) {
      expect(lookOf(themes[name], told)).not.toEqual([]);
    }
  },
);

test('no style blinks, hides or sets a background', () => {
  for (const { looks } of Object.values(themes)) {
    expect(
      Object.values(looks)
        .flat()
        .filter((code) => code === 5 || code === 8 || code >= 40),
    ).toEqual([]);
  }
});
