import { expect, test } from 'vitest';
import { holdsSuspiciousText } from '../../src/record/suspicious-text.ts';

test.each([
  ['an escape', '\u001b[31m'],
  ['a null', 'a\u0000'],
  ['a backspace', 'a\b'],
  ['a C1 control', '\u009b31m'],
  ['an override of direction', 'gpj.\u202eexe'],
  ['an isolate of direction', '\u2066x\u2069'],
  ['a zero-width space', 'pay\u200bpal'],
  ['a byte-order mark within', 'a\ufeff'],
  ['a tag character', '\u{e0041}'],
])('finds %s', (_, text) => {
  expect(holdsSuspiciousText({ a: [1, { b: text }] })).toBe(true);
  expect(holdsSuspiciousText({ [text]: null })).toBe(true);
});

test.each(['plain', 'two\nlines\tand\r\n', 'søren müller 日本語 🙂', '\u00a0'])(
  'finds nothing in %j',
  (text) => {
    expect(holdsSuspiciousText({ a: [text] })).toBe(false);
  },
);
