import { parseQuery, recordPaths } from '../query/parse.ts';
import { type FieldName, fieldNamed, fields } from '../record/fields.ts';
import type { Cut } from '../screen/text/cell-width.ts';

/** A column of what is printed. */
export type PrintColumn = {
  /** The name in a header of csv: the field's name, or the path as given. */
  readonly name: string;
  /** The heading in a table. */
  readonly title: string;
  /** Where a value that is too long for a terminal loses characters. */
  readonly cut: Cut;
} & (
  | { readonly from: 'field'; readonly field: FieldName }
  /** Segments of a path into the record, as `valuesAt` takes them. */
  | { readonly from: 'record'; readonly path: readonly string[] }
);

/** The columns of these fields. */
export function columnsOf(names: readonly FieldName[]): readonly PrintColumn[] {
  return names.map(columnOf);
}

/** All fields, in the order in which csv prints them. */
export const allColumns: readonly PrintColumn[] = columnsOf(fields.map((field) => field.name));

/**
 * The columns of a list as `--fields` takes it: names, short names and paths, joined by commas. With `unknown`, the first
 * name that is none; then the columns are those before it.
 */
export function columnsNamed(list: string): {
  readonly columns: readonly PrintColumn[];
  readonly unknown: string | undefined;
} {
  const columns: PrintColumn[] = [];
  for (const part of list.split(',')) {
    const column = columnNamed(part.trim());
    if (column === undefined) return { columns, unknown: part.trim() };
    columns.push(column);
  }
  return { columns, unknown: undefined };
}

function columnNamed(name: string): PrintColumn | undefined {
  const field = fieldNamed(name.toLowerCase());
  if (field !== undefined) return columnOf(field.name);
  // A path is whatever the query language takes for one.
  const { query } = parseQuery(`${name}:*`);
  if (query?.kind !== 'record' || query.test.kind !== 'path') return undefined;
  return { name, title: name, cut: 'end', from: 'record', path: query.test.path };
}

function columnOf(name: FieldName): PrintColumn {
  const { title, kind } = fieldNamed(name)!;
  const cut = kind === 'arn' || kind === 'id' ? 'middle' : 'end';
  const path = recordPaths[name];
  return path === undefined
    ? { name, title, cut, from: 'field', field: name }
    : { name, title, cut, from: 'record', path };
}
