import { isOneCellEach, quickWidth } from './quick-width.ts';
import { isPlainAscii } from './visible.ts';

/**
 * Widths in terminal cells, and cutting to them. All texts here are visible-safe already; widths are those that Ink
 * counts with, so that a row that is exactly as wide as the screen here is so there.
 */

/** What a text that is too long loses. */
export type Cut = 'start' | 'middle' | 'end';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cells that the text takes. */
export function textWidth(text: string): number {
  return quickWidth(text);
}

/** The text, cut to at most that many cells; an ellipsis stands for what is missing. */
export function cutText(text: string, columns: number, cut: Cut = 'end'): string {
  if (columns <= 0) return '';
  if (textWidth(text) <= columns) return text;
  if (columns === 1) return '…';
  const tail = tailColumns(columns, cut);
  return `${headOf(text, columns - 1 - tail)}…${tail > 0 ? tailOf(text, tail) : ''}`;
}

/** Of the cells for a text that is cut, those for its end. */
export function tailColumns(columns: number, cut: Cut): number {
  if (cut === 'end' || columns <= 2) return 0;
  return cut === 'start' ? columns - 1 : Math.floor((columns - 1) / 2);
}

/** The text cut or padded with blanks at the right to exactly that many cells. */
export function fitText(text: string, columns: number, cut: Cut = 'end'): string {
  const short = cutText(text, columns, cut);
  return short + ' '.repeat(Math.max(0, columns - textWidth(short)));
}

/** The text cut or padded with blanks at the left to exactly that many cells: for numbers. */
export function fitRight(text: string, columns: number, cut: Cut = 'end'): string {
  const short = cutText(text, columns, cut);
  return ' '.repeat(Math.max(0, columns - textWidth(short))) + short;
}

/** The longest beginning of the text that takes at most that many cells. Never splits a grapheme. */
export function headOf(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (isOneCellEach(text)) return text.slice(0, columns);
  let width = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    width += textWidth(segment);
    if (width > columns) return text.slice(0, index);
  }
  return text;
}

/** The longest end of the text that takes at most that many cells. Never splits a grapheme. */
export function tailOf(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (isOneCellEach(text)) return text.slice(Math.max(0, text.length - columns));
  const graphemes = [...segmenter.segment(text)];
  let width = 0;
  for (let i = graphemes.length - 1; i >= 0; i--) {
    width += textWidth(graphemes[i]!.segment);
    if (width > columns) return text.slice(graphemes[i]!.index + graphemes[i]!.segment.length);
  }
  return text;
}

/** The text broken into pieces of at most that many cells, at blanks where there are any; at least one piece. */
export function wrapText(text: string, columns: number): string[] {
  const width = Math.max(2, columns);
  return isPlainAscii(text) ? wrapAscii(text, width) : wrapGraphemes(text, width);
}

function wrapAscii(text: string, width: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const space = text.lastIndexOf(' ', start + width - 1);
    const end = space > start + width / 2 ? space + 1 : start + width;
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function wrapGraphemes(text: string, width: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  let used = 0;
  // One past the last blank of the piece, and the cells before it.
  let blank = 0;
  let usedAtBlank = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const cells = textWidth(segment);
    if (used + cells > width) {
      const isWord = usedAtBlank > width / 2;
      const end = isWord ? blank : index;
      pieces.push(text.slice(start, end));
      used -= isWord ? usedAtBlank : used;
      start = end;
      usedAtBlank = 0;
    }
    used += cells;
    if (segment === ' ') {
      blank = index + 1;
      usedAtBlank = used;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}
