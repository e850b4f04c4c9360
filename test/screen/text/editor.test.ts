import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, type Edit, editorOf, insertText } from '../../../src/screen/text/editor.ts';

/** `ab|cd`: the line with its cursor. */
function shown({ text, cursor }: { readonly text: string; readonly cursor: number }): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

function editorAt(line: string) {
  return { text: line.replace('|', ''), cursor: line.indexOf('|') };
}

test.each<[string, Edit, string]>([
  ['ab|c', 'left', 'a|bc'],
  ['|abc', 'left', '|abc'],
  ['ab|c', 'right', 'abc|'],
  ['👩‍👩‍👧x|', 'left', '👩‍👩‍👧|x'],
  ['👩‍👩‍👧|x', 'delete-left', '|x'],
  ['|e\u0301x', 'delete-right', '|x'],
  ['one two  |three', 'word-left', 'one |two  three'],
  ['one| two three', 'word-right', 'one two| three'],
  ['one two|', 'delete-word-left', 'one |'],
  ['one   |', 'delete-word-left', '|'],
  ['one |two', 'delete-to-start', '|two'],
  ['one |two', 'delete-to-end', 'one |'],
  ['on|e', 'home', '|one'],
  ['on|e', 'end', 'one|'],
])('%s, %s: %s', (before, edit, after) => {
  expect(shown(applyEdit(editorAt(before), edit))).toBe(after);
});

test('the cursor never stands within a character that people see as one', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const edits: Edit[] = [
    'left',
    'right',
    'word-left',
    'word-right',
    'delete-left',
    'delete-right',
    'delete-word-left',
    'home',
    'end',
  ];
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom(...edits)), (text, steps) => {
      let editor = editorOf(text);
      for (const step of steps) {
        editor = applyEdit(editor, step);
        const inside = segmenter.segment(editor.text).containing(editor.cursor);
        expect(inside === undefined || inside.index === editor.cursor).toBe(true);
      }
    }),
  );
});

test('text goes in at the cursor', () => {
  expect(shown(insertText(editorAt('a|d'), 'bc'))).toBe('abc|d');
});
