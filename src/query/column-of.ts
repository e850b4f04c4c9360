import type { FieldName } from '../record/fields.ts';
import { columnValues } from '../store/column-values.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';

/**
 * A field as a column, made for these events where the field has none: of fields kept in the record alone every value
 * is empty.
 */
export function columnOf(snapshot: Snapshot, field: FieldName, events: Uint32Array): Column {
  const column = snapshot.column(field);
  if (column !== undefined) return column;
  const codes = new Uint32Array(snapshot.length);
  const numbers = new Map<string, number>([['', 0]]);
  let lastText = '';
  let lastNumber = 0;
  for (let index = 0; index < events.length; index++) {
    const event = events[index]!;
    const text = snapshot.text(field, event) ?? '';
    if (text !== lastText) {
      lastText = text;
      lastNumber = numbers.get(text) ?? numbers.size;
      numbers.set(text, lastNumber);
    }
    codes[event] = lastNumber;
  }
  return { ...columnValues([...numbers.keys()]), codes, via: undefined };
}
