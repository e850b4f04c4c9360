import type { OverlayPart } from '../picture.ts';
import { textWidth } from '../text/cell-width.ts';

/**
 * A box of lines and small tables, scrolled by what can stand on top: a line, or a row of a table below its names. Tables
 * are drawn with a line between rows, so that scrolling goes by these and not by rows of the screen.
 */

/** How many lines and rows of tables there are. */
export function countPlaces(parts: readonly OverlayPart[]): number {
  return parts.reduce((sum, part) => sum + lengthOf(part), 0);
}

/** How many of the last lines and rows of tables fit into that many rows of the screen; one at least. */
export function placesAtEnd(parts: readonly OverlayPart[], heightRows: number): number {
  let fitting = 0;
  let left = heightRows;
  for (const part of parts.toReversed()) {
    const length = lengthOf(part);
    const some = Math.min(length, part.kind === 'lines' ? left : tableRows(left));
    fitting += Math.max(0, some);
    if (some < length) break;
    left -= part.kind === 'lines' ? length : tableHeight(length);
  }
  return Math.max(1, fitting);
}

/** What of a box is seen. */
export type PartsShown = {
  readonly shown: readonly OverlayPart[];
  /** Rows of the screen that they take. */
  readonly usedRows: number;
  /** True when nothing comes after them. */
  readonly whole: boolean;
};

/** The parts from a place on, as much of them as fits into that many rows. */
export function partsFrom(parts: readonly OverlayPart[], top: number, heightRows: number): PartsShown {
  const shown: OverlayPart[] = [];
  let skipped = top;
  let left = heightRows;
  for (const part of parts) {
    const length = lengthOf(part);
    const from = Math.min(length, skipped);
    skipped -= from;
    if (from === length) continue;
    const most = part.kind === 'lines' ? left : tableRows(left);
    const to = Math.min(length, from + Math.max(0, most));
    if (to > from) {
      shown.push(
        part.kind === 'lines'
          ? { kind: 'lines', lines: part.lines.slice(from, to) }
          : { kind: 'table', rows: asWide(part.rows.slice(from, to), part.rows) },
      );
      left -= part.kind === 'lines' ? to - from : tableHeight(to - from);
    }
    if (to < length) return { shown, usedRows: heightRows - left, whole: false };
  }
  return { shown, usedRows: heightRows - left, whole: true };
}

function lengthOf(part: OverlayPart): number {
  return part.kind === 'lines' ? part.lines.length : part.rows.length;
}

/** Rows of the screen for a table: its names, and a line above, below and between all rows. */
function tableHeight(rows: number): number {
  return 2 * rows + 3;
}

/** Rows of a table that fit below its names. */
function tableRows(heightRows: number): number {
  return Math.max(0, Math.floor((heightRows - 3) / 2));
}

type Row = { readonly [column: string]: string };

/** Some rows of a table with columns as wide as all of it has, so that it does not change its shape as it scrolls. */
function asWide(some: readonly Row[], all: readonly Row[]): readonly Row[] {
  const [first, ...others] = some;
  if (first === undefined || some.length === all.length) return some;
  const padded = Object.entries(first).map(([name, text]) => {
    const columns = Math.max(...all.map((row) => textWidth(row[name] ?? '')));
    return [name, text + ' '.repeat(columns - textWidth(text))];
  });
  return [Object.fromEntries(padded), ...others];
}
