import { Text } from 'ink';
import * as inkTable from 'ink-table';
import type { ComponentType, ReactNode } from 'react';
import { cutText, textWidth } from '../../screen/text/cell-width.ts';
import { styledText } from '../styled-text.ts';
import type { Theme } from '../theme.ts';

/**
 * A table of at most some twenty rows, drawn by ink-table: the one place that knows it. ink-table is CommonJS and asks for
 * Ink with `require`, which only a bundle or a prepared module cache can answer; its types are those of an older
 * React, and what it exports as default depends on who loaded it.
 */

type Row = { readonly [column: string]: string };
type TableProps = {
  readonly data: Row[];
  readonly padding: number;
  readonly header: ComponentType<PartProps>;
  readonly cell: ComponentType<PartProps>;
  readonly skeleton: ComponentType<PartProps>;
};
type PartProps = { readonly children?: ReactNode };

const loaded = inkTable as unknown as {
  default: ComponentType<TableProps> | { default: ComponentType<TableProps> };
};
const Table = 'default' in loaded.default ? loaded.default.default : loaded.default;

/** Rows drawn by a table of so many rows. */
export function tableHeight(rowCount: number): number {
  return 2 * rowCount + 3;
}

/** The columns are those of the first row, in its order. Values are cut so that the table fits into `widthColumns`. */
export function SmallTable({
  rows,
  widthColumns,
  theme,
}: {
  readonly rows: readonly Row[];
  readonly widthColumns: number;
  readonly theme: Theme;
}) {
  if (rows.length === 0) return null;
  const Header = partOf(theme, 'title');
  const Cell = partOf(theme, 'plain');
  const Skeleton = partOf(theme, 'border');
  return (
    <Table data={fitRows(rows, widthColumns)} padding={1} header={Header} cell={Cell} skeleton={Skeleton} />
  );
}

const parts = new Map<string, ComponentType<PartProps>>();

/** A component of ink-table's making in a style of ours. The same each time, or React would build the table anew. */
function partOf(theme: Theme, style: 'title' | 'plain' | 'border'): ComponentType<PartProps> {
  const name = `${theme.name} ${style}`;
  let part = parts.get(name);
  if (part === undefined) {
    part = ({ children }) => <Text>{styledText(theme, [{ text: String(children), style }])}</Text>;
    parts.set(name, part);
  }
  return part;
}

/** The widest columns give way first, to no less than four cells. */
function fitRows(rows: readonly Row[], widthColumns: number): Row[] {
  const names = Object.keys(rows[0]!);
  const widths = names.map((name) =>
    Math.max(textWidth(name), ...rows.map((row) => textWidth(row[name] ?? ''))),
  );
  const frames = 3 * names.length + 1;
  let excess = widths.reduce((sum, width) => sum + width, frames) - widthColumns;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= 4) break;
    widths[widest]!--;
    excess--;
  }
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, i) => [cutText(name, widths[i]!), cellText(row[name] ?? '', widths[i]!)]),
    ),
  );
}

/** Blanks at the end only keep a column wide: they are no reason to say that something is cut. */
function cellText(text: string, columns: number): string {
  const words = text.trimEnd();
  return (
    cutText(words, columns) + ' '.repeat(Math.max(0, Math.min(textWidth(text), columns) - textWidth(words)))
  );
}
