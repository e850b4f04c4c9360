import { type CountWords, pivotCounts } from '../change/pivot.ts';
import { keyRowsOf } from '../keys/key-rows.ts';
import type { Line, Overlay, Span } from '../picture.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { blanks, fitSpans } from '../text/spans.ts';
import { familyRows, shortHelp } from './draw-footer.ts';
import { type DrawnOverlay, overlayPlace, padded } from './overlay-frame.ts';

/** How much a menu says of each key: with little room the words that matter, and one count or its number alone. */
type Look = {
  /** Cells from which on a menu looks like this. */
  readonly from: number;
  readonly counts: CountWords;
  readonly short: boolean;
  /** Blanks between a key and its words. */
  readonly gap: number;
};

const looks: readonly Look[] = [
  { from: 60, counts: 'near and in all', short: false, gap: 2 },
  { from: 32, counts: 'in all', short: true, gap: 2 },
  { from: 0, counts: 'number', short: true, gap: 1 },
];
/** Cells of a menu, borders included. */
const usualColumns = { a: 74, y: 56, p: 56 };
const mostColumns = 100;
const between = 2;
// Below the menu stays the last line; beside its lines it has two borders.
const rowsAround = 3;

/**
 * What the second key of a family would do; for pivots, how many events they lead to. Where the
 * screen has fewer rows than the family has keys, in two columns.
 */
export function drawFamilyMenu(state: State, prefix: 'a' | 'y' | 'p'): DrawnOverlay {
  const { size } = state;
  const rows = familyRows(keyRowsOf(state), prefix);
  const isSplit = rows.length > size.rows - rowsAround;
  const widthColumns = Math.min(size.columns - 2, isSplit ? mostColumns : usualColumns[prefix]);
  const inner = widthColumns - 4;
  const cellColumns = isSplit ? (inner - between) >> 1 : inner;
  const { counts: words, short, gap } = looks.find(({ from }) => from <= cellColumns)!;
  const counts = prefix === 'a' ? pivotCounts(state, words) : undefined;
  const cells = rows.map(({ key, help, row }): Line => {
    const count = (row.action.kind === 'pivot' && counts?.get(row.action.to)) || '';
    const left: Line = [
      { text: key + ' '.repeat(gap), style: 'hint-key' },
      { text: short ? shortHelp(help) : help, style: count === 'none' ? 'dim' : 'plain' },
    ];
    if (count === '') return fitSpans(left, cellColumns);
    const right: Span = { text: ` ${count}`, style: 'dim' };
    return [...fitSpans(left, cellColumns - textWidth(right.text)), right];
  });
  const lineCount = Math.min(isSplit ? Math.ceil(cells.length / 2) : cells.length, size.rows - rowsAround);
  const lines = Array.from({ length: lineCount }, (_, i): Line => {
    const second = isSplit ? cells[lineCount + i] : undefined;
    return padded(
      second === undefined ? cells[i]! : [...cells[i]!, blanks(between), ...second],
      widthColumns - 2,
    );
  });
  const heightRows = lineCount + 2;
  const place = overlayPlace(size, widthColumns, heightRows);
  const title = { a: 'Around this event', y: 'Copy', p: 'Print' }[prefix];
  const overlay: Overlay = { title, ...place, widthColumns, heightRows, body: [{ kind: 'lines', lines }] };
  return { overlay, cursor: { column: place.left + 1, row: place.top + 1 } };
}
