import { textWidth } from '../screen/text/cell-width.ts';
import { styledCharsFromTokens, tokenize } from './quick-tokens.ts';
import { isBareOnBlanks } from './sgr.ts';

/** One row of the screen, cell by cell. */
export type FrameRow = {
  /** The text that the row was read from: rows with the same source are the same. */
  readonly source: string;
  /** The character in each cell; `''` in the right half of a wide one. */
  readonly characters: readonly string[];
  /** The SGR parameters of each cell, as `1;31`; empty for plain, and for blanks in a look that does not show on them. */
  readonly looks: readonly string[];
};

/** Everything that a terminal shows: the rows, and where its cursor is. Never changes. */
export type Frame = {
  readonly columns: number;
  readonly rows: readonly FrameRow[];
  readonly cursor: FrameCursor;
};

/** A cell, 0-based, and whether the cursor is shown there. */
export type FrameCursor = { readonly column: number; readonly row: number; readonly visible: boolean };

const control = /[\x00-\x1f\x7f-\x9f]/;
// What the theme writes and nothing else: attributes and the 16 colours.
const ownLook = /^\x1b\[(?:[1-9]|[349][0-7]|10[0-7])m$/;

/**
 * The frame that a text with SGR sequences draws: exactly `rowCount` rows of exactly `columns` cells, whatever the text
 * is. Other sequences and control bytes are dropped here, the last place before the terminal. Rows of `previous`
 * with the same source are taken over.
 */
export function readFrame(
  text: string,
  columns: number,
  rowCount: number,
  cursor: FrameCursor,
  previous?: Frame,
): Frame {
  const known = new Map<string, FrameRow>();
  if (previous?.columns === columns) for (const row of previous.rows) known.set(row.source, row);
  const sources = text.split('\n');
  const rows: FrameRow[] = [];
  for (let i = 0; i < rowCount; i++) {
    const source = sources[i] ?? '';
    let row = known.get(source);
    if (row === undefined) {
      row = readRow(source, columns);
      known.set(source, row);
    }
    rows.push(row);
  }
  return { columns, rows, cursor };
}

/** A row of blanks. */
export function blankRow(columns: number): FrameRow {
  return readRow('', columns);
}

function readRow(source: string, columns: number): FrameRow {
  const characters: string[] = [];
  const looks: string[] = [];
  for (const { value, styles } of styledCharsFromTokens(tokenize(source))) {
    if (control.test(value)) continue;
    const width = value.length === 1 && value < '\x7f' ? 1 : Math.max(1, textWidth(value));
    if (characters.length + width > columns) break;
    const own = styles.length === 0 ? '' : lookOf(styles);
    const look = value === ' ' && own !== '' && isBareOnBlanks(own) ? '' : own;
    characters.push(value);
    looks.push(look);
    for (let i = 1; i < width; i++) {
      characters.push('');
      looks.push(look);
    }
  }
  while (characters.length < columns) {
    characters.push(' ');
    looks.push('');
  }
  return { source, characters, looks };
}

const looks = new WeakMap<readonly object[], string>();

function lookOf(styles: readonly { readonly code: string }[]): string {
  let look = looks.get(styles);
  if (look === undefined) {
    const own = styles
      .filter((style) => ownLook.test(style.code))
      .map((style) => Number(style.code.slice(2, -1)));
    look = own.sort((a, b) => a - b).join(';');
    looks.set(styles, look);
  }
  return look;
}
