import type { ColumnValues } from '../store/snapshot.ts';
import { decideCodes, decided } from './distinct.ts';
import { No, Yes } from './mask.ts';
import { searchedTextsOf } from './searched-texts.ts';

/**
 * By code `Yes` for the values that hold a word (in small letters, not empty), else `No`. Remembered: as a word is typed on,
 * only what held its beginning is looked at again. Of the first `count` at least; may be longer than there are values.
 */
export function valuesHolding(
  column: ColumnValues,
  word: string,
  count: number = column.valueCount,
): Uint8Array {
  const { list } = column;
  const before = decided(list, count, keyOf(word.slice(0, -1)));
  const holds = searchedTextsOf(column).holdsAny([word]);
  return decideCodes(list, count, keyOf(word), (code) => (before?.[code] === No || !holds(code) ? No : Yes));
}

function keyOf(word: string): string {
  return `holds ${word}`;
}
