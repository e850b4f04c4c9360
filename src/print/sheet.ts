import type { Cut } from '../screen/text/cell-width.ts';

/** Something to print in lines and columns: events, counts, problems, statistics. */
export type Sheet = {
  readonly columns: readonly SheetColumn[];
  /** The lines, in blocks, each line with a text for each column, raw. May be asked for more than once. */
  readonly blocks: () => Blocks;
};

/** A column of a sheet. */
export type SheetColumn = {
  /** The name in a header of csv and as a key of json. */
  readonly name: string;
  /** The heading in a table. */
  readonly title: string;
  /** Where a value that is too long for a terminal loses characters. */
  readonly cut?: Cut;
  /** True for numbers: they line up at the right. */
  readonly right?: boolean;
};

/** Lines of a sheet as they come, some at a time. */
export type Blocks = AsyncIterable<readonly SheetLine[]> | Iterable<readonly SheetLine[]>;

/** The texts of one line of a sheet, one for each column. */
export type SheetLine = readonly string[];

/** The formats of a sheet. */
export type SheetFormat = 'table' | 'csv' | 'tsv' | 'markdown';

/** The words of `--output`: the formats of a sheet, and the two that programs read as JSON. */
export type PrintFormat = SheetFormat | 'ndjson' | 'json';

/** Where the text goes, and what follows from that. */
export type Destination = {
  /** True when a terminal shows the text: then nothing in it may be obeyed by the terminal. */
  readonly terminal: boolean;
  /** Width of the terminal; undefined when it is none, and columns are as wide as their widest value. */
  readonly columns: number | undefined;
  /** Guard values that a spreadsheet would run as formulas. */
  readonly csvSafe: boolean;
};
