import type { ColumnValues } from './snapshot.ts';

/** What a column says of its values, for values that are kept as strings. */
export function columnValues(values: readonly string[]): ColumnValues {
  return {
    values,
    valueAt: (code) => values[code]!,
    list: values,
    packed: () => undefined,
    valueCount: values.length,
  };
}
