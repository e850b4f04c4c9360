import type { FieldName } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { rememberLast } from '../remember.ts';
import { textWidth } from '../text/cell-width.ts';
import { visibleText } from '../text/visible.ts';

/** Cells of the widest value that occurs, for the fields whose values are few and much alike in length. */
export type WidestValues = { readonly [F in FieldName]?: number };

const measured: readonly FieldName[] = ['service', 'event', 'source_ip', 'region', 'error'];
// No column is wider.
const widestColumn = 60;
// A result has a sign and a blank before its word.
const resultSign = 2;

/** The widths of what occurs anywhere in a snapshot: the same whatever is asked and wherever the list stands. */
export const widestValues = rememberLast((snapshot: Snapshot): WidestValues => {
  const widest: { [F in FieldName]?: number } = {};
  for (const field of measured) {
    const column = snapshot.column(field);
    if (column === undefined) continue;
    let columns = 0;
    for (let code = 0; code < column.valueCount && columns < widestColumn; code++) {
      const value = column.values[code]!.slice(0, widestColumn);
      // What is no wider in characters is measured only if its characters can be wide, or be shown as escapes.
      if (value.length > columns || !plain.test(value))
        columns = Math.max(columns, textWidth(visibleText(value)));
    }
    widest[field] = columns + (field === 'error' ? resultSign : 0);
  }
  return widest;
});

const plain = /^[ -~]*$/;
