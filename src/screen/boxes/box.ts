import type { Line, OverlayPart } from '../picture.ts';

/** What a box over the screen holds: lines that are made when they are seen. */
export type Box = {
  readonly title: string;
  /** Lines that stay on top while the others scroll, for a box of that inner width. */
  readonly heading: (widthColumns: number) => readonly Line[];
  /** Number of lines that scroll. */
  readonly count: number;
  /** A line, 0-based; its width is fitted by who draws it. */
  readonly line: (index: number, widthColumns: number) => Line;
  /** True when a line is selected, false when the box only scrolls. */
  readonly selectable: boolean;
  /** Small tables shown instead of lines, when the box is one of these. */
  readonly tables: readonly OverlayPart[] | undefined;
  /** Columns that its lines would fill, when the usual width of a box may be too little. */
  readonly wishColumns?: number;
  /** What is said at the right of the last line: how many lines are chosen. */
  readonly note?: string;
  /** What to say when there are no lines. */
  readonly empty: string;
};

/** A box of plain lines. */
export function boxOfLines(title: string, lines: readonly Line[], empty: string, selectable = false): Box {
  return {
    title,
    heading: () => [],
    count: lines.length,
    line: (i) => lines[i]!,
    selectable,
    tables: undefined,
    empty,
  };
}

/** Whether a line of text is left when the lines of a box are narrowed: all words occur, in any order. */
export function isLeft(text: string, narrow: string): boolean {
  const folded = text.toLowerCase();
  return narrowWords(narrow).every((word) => folded.includes(word));
}

/** The words that a box is narrowed to, in small letters. */
export function narrowWords(narrow: string): string[] {
  return narrow
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}
