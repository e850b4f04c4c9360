import type { CodeArray } from './code-column.ts';
import type { Dictionary } from './dictionary.ts';
import type { Column } from './snapshot.ts';

/** A column over the values that a dictionary has now. */
export function codedColumn(dictionary: Dictionary, codes: CodeArray, via: Uint32Array | undefined): Column {
  return {
    get values() {
      return dictionary.values;
    },
    valueAt: (code) => dictionary.valueAt(code),
    list: dictionary,
    packed: () => dictionary.packed(),
    valueCount: dictionary.length,
    codes,
    via,
  };
}
