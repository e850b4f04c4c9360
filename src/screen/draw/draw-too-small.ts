import { keyFor } from '../keys/key-rows.ts';
import { leastColumns, leastRows } from '../layout.ts';
import type { Line, Picture } from '../picture.ts';
import type { State } from '../state.ts';
import { cutText } from '../text/cell-width.ts';
import { fitSpans } from '../text/spans.ts';

/** A screen on which nothing sensible fits says so, at any size from one cell on. */
export function drawTooSmall(state: State): Picture {
  const { columns, rows } = state.size;
  const texts = [
    `too small: ${columns}×${rows}`,
    `needs ${leastColumns}×${leastRows}`,
    `${keyFor(state, { kind: 'quit' })} quits`,
  ];
  const lines = Array.from(
    { length: Math.max(0, rows) },
    (_, row): Line => fitSpans([{ text: cutText(texts[row] ?? '', columns), style: 'plain' }], columns),
  );
  return {
    columns,
    rows,
    blocks: [{ kind: 'lines', key: 'too-small', lines }],
    overlay: undefined,
    cursor: { column: 0, row: 0, visible: true },
  };
}
