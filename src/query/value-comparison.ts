import { type CompareCodes, compareInSmallLetters, comparePacked } from '../store/packed-texts.ts';
import type { ColumnValues } from '../store/snapshot.ts';
import { addressNumber } from './address-number.ts';
import { foldedValues } from './folded.ts';
import { fold } from './value-predicate.ts';

/**
 * An order of values.
 *
 * - `exact`: by code unit
 * - `name`: without regard to case, then by code unit
 * - `address`: IPv4 addresses by number, before everything else, which is as `name`
 */
export type ValueOrder = 'exact' | 'name' | 'address';

/** Compares two values by their codes. No two values are equal. */
export function comparisonOf(list: ColumnValues, order: ValueOrder): CompareCodes {
  if (order === 'exact') return exactComparison(list);
  const byName = nameComparison(list);
  if (order === 'name') return byName;
  const numbers = new Float64Array(list.valueCount);
  for (let code = 0; code < numbers.length; code++)
    numbers[code] = addressNumber(list.valueAt(code)) ?? noAddress;
  return (a, b) => (numbers[a] === numbers[b] ? byName(a, b) : numbers[a]! - numbers[b]!);
}

function exactComparison(list: ColumnValues): CompareCodes {
  const packed = list.packed();
  if (packed !== undefined) return comparePacked(packed);
  const { values } = list;
  return (a, b) => (values[a]! < values[b]! ? -1 : 1);
}

function nameComparison(list: ColumnValues): CompareCodes {
  const exactly = exactComparison(list);
  const packed = list.packed();
  if (packed !== undefined) {
    const others = (a: number, b: number) => compareTexts(fold(list.valueAt(a)), fold(list.valueAt(b)));
    const inSmallLetters = compareInSmallLetters(packed, others);
    return (a, b) => inSmallLetters(a, b) || exactly(a, b);
  }
  const folded = foldedValues(list.values, list.valueCount);
  return (a, b) => compareTexts(folded[a]!, folded[b]!) || exactly(a, b);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a === b ? 0 : 1;
}

/** More than the number of any IPv4 address. */
const noAddress = 2 ** 32;
