import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** A field of some events as numbers, in their order, and the values that these stand for. */
export type Codes = {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  readonly valueCount: number;
};

/** The values of a field of these events as codes. Fields without a column are coded here; of fields kept in the record alone every value is empty. */
export function codesOf(snapshot: Snapshot, field: FieldName, events: Uint32Array): Codes {
  const column = snapshot.column(field);
  const codes = new Uint32Array(events.length);
  if (column !== undefined) {
    const { via } = column;
    if (via === undefined)
      for (let index = 0; index < events.length; index++) codes[index] = column.codes[events[index]!]!;
    else
      for (let index = 0; index < events.length; index++) codes[index] = column.codes[via[events[index]!]!]!;
    return { codes, values: column.values, valueCount: column.valueCount };
  }
  const numbers = new Map<string, number>([['', 0]]);
  for (let index = 0; index < events.length; index++) {
    const text = snapshot.text(field, events[index]!) ?? '';
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    codes[index] = number;
  }
  return { codes, values: [...numbers.keys()], valueCount: numbers.size };
}
