import type { Column } from './snapshot.ts';

/** What a column says of its values, for values that are kept as strings. */
export function listOf(values: readonly string[]): Omit<Column, 'codes' | 'via'> {
  return {
    values,
    valueAt: (code) => values[code]!,
    list: values,
    packed: () => undefined,
    valueCount: values.length,
  };
}
