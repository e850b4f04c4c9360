/**
 * What will be seen: the strings of every row, already safe to show and exactly as wide as their place. `screen/` makes a
 * picture from the state; `ui/` hands it to Ink without looking at events.
 */

/** What a piece of text is, not how it looks: the theme in `ui/` decides on colour, and never by colour alone. */
export type Style =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'accent'
  | 'title'
  | 'match'
  | 'failed'
  | 'denied'
  | 'noise'
  | 'ok'
  | 'warning'
  | 'key'
  | 'string'
  | 'number'
  | 'literal'
  | 'escape'
  | 'border'
  | 'border-focused'
  | 'selected'
  | 'selected-unfocused'
  | 'cell'
  | 'mark'
  | 'hint-key'
  | 'bar'
  | 'bar-failed';

/**
 * A piece of a line in one style. `text` has no control characters.
 * `also` adds a second style (a match within a selected line).
 */
export type Span = { readonly text: string; readonly style: Style; readonly also?: readonly Style[] };

/** One line of a pane; its widths add up to the width of its place. */
export type Line = readonly Span[];

/** A pane with a border and a title, or without. */
export type Pane = {
  readonly key: string;
  readonly title: string;
  /** Text at the right of the title: a position, a hint. */
  readonly note: string;
  readonly focused: boolean;
  readonly widthColumns: number;
  readonly heightRows: number;
  /** heightRows − 2 lines of widthColumns − 2 cells, for a pane with a border. */
  readonly lines: readonly Line[];
};

/** A part of the screen, from top to bottom. The heights add up to the rows of the screen. */
export type Block =
  | { readonly kind: 'lines'; readonly key: string; readonly lines: readonly Line[] }
  | {
      readonly kind: 'prompt';
      readonly key: string;
      readonly label: Span;
      readonly value: string;
      readonly placeholder: string;
      /** Cells for the value; the rest of the row is `right`. */
      readonly valueColumns: number;
      readonly right: Line;
    }
  /** Panes side by side, all of the same height. */
  | { readonly kind: 'panes'; readonly key: string; readonly panes: readonly Pane[] };

/** A box over the middle of the screen: help, counts, a menu, a summary. */
export type Overlay = {
  readonly title: string;
  /** The row and the column of its upper left corner, 0-based. */
  readonly top: number;
  readonly left: number;
  readonly widthColumns: number;
  readonly heightRows: number;
  /** Lines, or small tables drawn with ink-table (at most 20 rows each). */
  readonly body: readonly OverlayPart[];
};

/** What stands in a box, from top to bottom. */
export type OverlayPart =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly { readonly [column: string]: string }[] };

/** The whole screen. */
export type Picture = {
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
  readonly overlay: Overlay | undefined;
  /** Where the hardware cursor sits, 0-based: at the prompt while typing, else on the selected line. */
  readonly cursor: { readonly column: number; readonly row: number; readonly visible: boolean };
};
