import { textWidth } from '../screen/text/cell-width.ts';
import { findScroll, type Scroll } from './find-scroll.ts';
import { blankRow, type Frame, type FrameRow } from './frame.ts';
import { isBareOnBlanks, sgrBetween } from './sgr.ts';

/**
 * Frames → the fewest bytes: only the cells that changed, whole regions moved by the terminal itself where they
 * scrolled. Pure. What a terminal makes of an emoji or of a mark is its own business: after each the cursor is put
 * where it has to be, so that a row stays aligned.
 */

/**
 * The bytes that make a terminal which shows `before` show `after`; empty
 * when nothing changed. With nothing before, the screen is cleared first.
 */
export function paintFrame(before: Frame | undefined, after: Frame): string {
  if (before === undefined || before.columns !== after.columns || before.rows.length !== after.rows.length) {
    return wrapPaint(`\x1b[m\x1b[H\x1b[2J${paintRows(blankFrame(after), after, 0, 0)}`, after);
  }
  const { row, column } = before.cursor;
  const plain = paintRows(before, after, row, column);
  if (plain === '' && isSameCursor(before, after)) return '';
  const scroll = plain.length < scrollPaysFrom ? undefined : findScroll(before.rows, after.rows);
  if (scroll === undefined) return wrapPaint(plain, after);
  const scrolled = scrollRows(scroll) + paintRows(scrolledFrame(before, scroll), after, undefined, 0);
  return wrapPaint(scrolled.length < plain.length ? scrolled : plain, after);
}

// Fewer bytes than this are painted sooner than a scroll is looked for.
const scrollPaysFrom = 150;

function wrapPaint(paint: string, after: Frame): string {
  const { row, column, visible } = after.cursor;
  const cursor = `\x1b[${row + 1};${column + 1}H${visible ? '\x1b[?25h' : ''}`;
  // Nothing is shown until the frame is whole; a terminal without synchronized updates at least sees no cursor wandering.
  return paint === ''
    ? `${visible ? '' : '\x1b[?25l'}${cursor}`
    : `\x1b[?2026h\x1b[?25l${paint}${cursor}\x1b[?2026l`;
}

function isSameCursor(before: Frame, after: Frame): boolean {
  const [a, b] = [before.cursor, after.cursor];
  return a.row === b.row && a.column === b.column && a.visible === b.visible;
}

/** Moved by line feeds and reverse line feeds within margins, which every terminal since the VT100 knows. */
function scrollRows({ top, bottom, by }: Scroll): string {
  const move = by > 0 ? `\x1b[${bottom}H${'\n'.repeat(by)}` : `\x1b[${top + 1}H${'\x1bM'.repeat(-by)}`;
  return `\x1b[${top + 1};${bottom}r${move}\x1b[r`;
}

function scrolledFrame(frame: Frame, { top, bottom, by }: Scroll): Frame {
  const blank = blankRow(frame.columns);
  const rows = frame.rows.map((row, index) => {
    if (index < top || index >= bottom) return row;
    const from = index + by;
    return from >= top && from < bottom ? frame.rows[from]! : blank;
  });
  return { ...frame, rows };
}

function blankFrame(frame: Frame): Frame {
  const blank = blankRow(frame.columns);
  return { ...frame, rows: frame.rows.map(() => blank) };
}

/** What is written so far and what the terminal is left with. Changes cell by cell, hence no value that is made anew. */
type Pen = {
  written: string;
  look: string;
  row: number | undefined;
  /** Undefined when the terminal may see the cursor elsewhere: at the margin, after a character of doubtful width. */
  column: number | undefined;
};

function paintRows(before: Frame, after: Frame, row: number | undefined, column: number | undefined): string {
  const pen: Pen = { written: '', look: '', row, column };
  after.rows.forEach((next, index) => {
    const last = before.rows[index]!;
    if (last !== next && last.source !== next.source) paintRow(pen, last, next, index, after.columns);
  });
  setLook(pen, '');
  return pen.written;
}

// Unchanged cells up to this many are written again: going around them costs as much.
const jumpPaysFrom = 5;
const erasePaysFrom = 10;

function paintRow(pen: Pen, last: FrameRow, next: FrameRow, row: number, columns: number): void {
  const blankFrom = startOfBlankEnd(next);
  let column = 0;
  while (column < columns) {
    if (isSameCell(last, next, column)) {
      column++;
      continue;
    }
    if (
      pen.row === row &&
      pen.column !== undefined &&
      pen.column < column &&
      column - pen.column < jumpPaysFrom
    ) {
      const gap = next.characters.slice(pen.column, column).join('');
      if (isEvenly(next, pen.column, column, pen.look) && isAsciiText(gap)) pen.written += gap;
      else moveTo(pen, row, column);
      pen.column = column;
    } else {
      moveTo(pen, row, column);
    }
    if (column >= blankFrom && columns - column > 3) {
      setLook(pen, '');
      pen.written += '\x1b[K';
      return;
    }
    const blanks = countBlanks(last, next, column, columns);
    if (blanks >= erasePaysFrom) {
      setLook(pen, '');
      pen.written += `\x1b[${blanks}X`;
      column += blanks;
      continue;
    }
    column += writeCell(pen, next, column, columns);
  }
}

/** Cells taken: 1, or 2 for a wide character. */
function writeCell(pen: Pen, row: FrameRow, column: number, columns: number): number {
  const character = row.characters[column]!;
  const look = row.looks[column]!;
  // A plain blank looks the same in most looks: words of one look are written in one go.
  if (character !== ' ' || look !== '' || !isBareOnBlanks(pen.look)) setLook(pen, look);
  const width = row.characters[column + 1] === '' ? 2 : 1;
  const isDoubtful = isOfDoubtfulWidth(character);
  // A terminal that takes it for narrow must not show the old cell beside it.
  if (isDoubtful && width === 2) pen.written += '  \x1b[2D';
  pen.written += character;
  pen.column = isDoubtful || column + width >= columns ? undefined : column + width;
  return width;
}

/** More than one code point, or an emoji: terminals disagree about these. */
function isOfDoubtfulWidth(character: string): boolean {
  if (character.length === 1)
    return character > '\u2000' && emoji.test(character) && textWidth(character) === 2;
  return [...character].length > 1 || character.codePointAt(0)! >= 0x1f000;
}
const emoji = /\p{Extended_Pictographic}/u;

function setLook(pen: Pen, look: string): void {
  pen.written += sgrBetween(pen.look, look);
  pen.look = look;
}

function moveTo(pen: Pen, row: number, column: number): void {
  if (pen.row === row && pen.column === column) return;
  const forward = pen.column === undefined ? 0 : column - pen.column;
  if (pen.row === row && forward > 0) pen.written += forward === 1 ? '\x1b[C' : `\x1b[${forward}C`;
  else if (pen.row === row) pen.written += column === 0 ? '\r' : `\x1b[${column + 1}G`;
  else if (pen.row === row - 1 && column === 0) pen.written += '\r\n';
  else pen.written += column === 0 ? `\x1b[${row + 1}H` : `\x1b[${row + 1};${column + 1}H`;
  pen.row = row;
  pen.column = column;
}

function isSameCell(last: FrameRow, next: FrameRow, column: number): boolean {
  return last.characters[column] === next.characters[column] && last.looks[column] === next.looks[column];
}

function isBlankCell(row: FrameRow, column: number): boolean {
  return row.characters[column] === ' ' && row.looks[column] === '';
}

/** The column from which on the row is blank. */
function startOfBlankEnd(row: FrameRow): number {
  let column = row.characters.length;
  while (column > 0 && isBlankCell(row, column - 1)) column--;
  return column;
}

/** How many cells from here on have to become blank; it ends with the last of them that is not blank yet. */
function countBlanks(last: FrameRow, next: FrameRow, from: number, columns: number): number {
  let end = from;
  for (let column = from; column < columns && isBlankCell(next, column); column++) {
    if (!isBlankCell(last, column)) end = column + 1;
  }
  return end - from;
}

/** True when the cells can be written in that look, blanks being as good as any. */
function isEvenly(row: FrameRow, from: number, to: number, look: string): boolean {
  for (let column = from; column < to; column++) {
    const isBlankAnyway = isBlankCell(row, column) && isBareOnBlanks(look);
    if (row.looks[column] !== look && !isBlankAnyway) return false;
  }
  return true;
}

function isAsciiText(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
