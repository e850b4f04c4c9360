import { defaultTableFields, type FieldName, fields } from '../../record/fields.ts';
import { lastingColumns } from '../list/list-columns.ts';
import type { Line } from '../picture.ts';
import type { List, State } from '../state.ts';
import { fitText } from '../text/cell-width.ts';
import { type Box, boxOfLines, isLeft } from './box.ts';

/** The fields that a column can be made of, left by a text. */
export function columnsLeft(narrow: string): readonly FieldName[] {
  return fields
    .filter((field) => field.kept !== 'record' && isLeft(`${field.name} ${field.about}`, narrow))
    .map((field) => field.name);
}

/** The choice of columns as a box. */
export function columnsBox(chosen: List['columns'], narrow: string): Box {
  const shown = chosen ?? defaultTableFields;
  const lines = columnsLeft(narrow).map((name): Line => {
    const field = fields.find((one) => one.name === name)!;
    const sign = lastingColumns.includes(name) ? 'always' : shown.includes(name) ? 'shown ' : '      ';
    return [
      { text: `${sign}  `, style: 'accent' },
      { text: fitText(name, 16), style: 'key' },
      { text: field.about, style: 'dim' },
    ];
  });
  return boxOfLines('Columns', lines, 'no field is called that', true);
}

/** The list with a column more or less. Time, event and result stay. */
export function toggleColumn(state: State, field: FieldName): State {
  if (lastingColumns.includes(field))
    return { ...state, message: { text: 'this column is always shown', tone: 'plain' } };
  const shown = state.list.columns ?? defaultTableFields;
  const last = shown.length - 1;
  const columns = shown.includes(field)
    ? shown.filter((name) => name !== field)
    : [...shown.slice(0, last), field, ...shown.slice(last)];
  return { ...state, list: { ...state.list, columns } };
}
