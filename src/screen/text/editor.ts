import { isPlainAscii } from './visible.ts';

/** One line of text being edited. Pure: every edit gives a new editor. */
export type Editor = {
  readonly text: string;
  /** Offset in UTF-16 units, always between two graphemes. */
  readonly cursor: number;
};

/** What an editing key does to the line. */
export type Edit =
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'home'
  | 'end'
  | 'delete-left'
  | 'delete-right'
  | 'delete-word-left'
  | 'delete-to-start'
  | 'delete-to-end';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** An editor of that text with the cursor at its end. */
export function editorOf(text: string): Editor {
  return { text, cursor: text.length };
}

/** The text put in at the cursor. */
export function insertText(editor: Editor, text: string): Editor {
  const { text: old, cursor } = editor;
  return { text: old.slice(0, cursor) + text + old.slice(cursor), cursor: cursor + text.length };
}

/** The editor after an editing key. */
export function applyEdit(editor: Editor, edit: Edit): Editor {
  const { text, cursor } = editor;
  switch (edit) {
    case 'left':
      return { text, cursor: graphemeBefore(text, cursor) };
    case 'right':
      return { text, cursor: graphemeAfter(text, cursor) };
    case 'word-left':
      return { text, cursor: wordBefore(text, cursor) };
    case 'word-right':
      return { text, cursor: wordAfter(text, cursor) };
    case 'home':
      return { text, cursor: 0 };
    case 'end':
      return { text, cursor: text.length };
    case 'delete-left':
      return deleteRange(text, graphemeBefore(text, cursor), cursor);
    case 'delete-right':
      return deleteRange(text, cursor, graphemeAfter(text, cursor));
    case 'delete-word-left':
      return deleteRange(text, wordBefore(text, cursor), cursor);
    case 'delete-to-start':
      return deleteRange(text, 0, cursor);
    case 'delete-to-end':
      return deleteRange(text, cursor, text.length);
  }
}

function deleteRange(text: string, start: number, end: number): Editor {
  return { text: text.slice(0, start) + text.slice(end), cursor: start };
}

// Most queries are of characters that stand for themselves, and the first segmenter takes longer to make than a frame.

function graphemeBefore(text: string, cursor: number): number {
  if (isPlainAscii(text)) return Math.max(0, cursor - 1);
  return cursor === 0 ? 0 : (segmenter.segment(text).containing(cursor - 1)?.index ?? cursor - 1);
}

function graphemeAfter(text: string, cursor: number): number {
  if (isPlainAscii(text)) return Math.min(text.length, cursor + 1);
  return cursor + (segmenter.segment(text).containing(cursor)?.segment.length ?? 0);
}

function wordBefore(text: string, cursor: number): number {
  return Math.max(0, text.slice(0, cursor).search(/\S+\s*$/u));
}

function wordAfter(text: string, cursor: number): number {
  return cursor + (/^\s*\S*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}
