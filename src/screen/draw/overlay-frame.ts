import type { Line, Overlay } from '../picture.ts';
import type { State } from '../state.ts';
import { blanks, fitSpans } from '../text/spans.ts';

/** The box over the screen, and where the cursor sits in it. */
export type DrawnOverlay = {
  readonly overlay: Overlay;
  readonly cursor: { readonly column: number; readonly row: number };
};

/** Where a box of that size stands: in the middle of the screen. */
export function overlayPlace(
  { columns, rows }: State['size'],
  widthColumns: number,
  heightRows: number,
): Pick<Overlay, 'top' | 'left'> {
  return {
    top: Math.max(0, Math.floor((rows - heightRows) / 2)),
    left: Math.max(0, Math.floor((columns - widthColumns) / 2)),
  };
}

/** A line with a blank at either side, exactly as wide as the inside of a box. */
export function padded(line: Line, inner: number): Line {
  return [blanks(1), ...fitSpans(line, inner - 2), blanks(1)];
}
