import { release } from '../decode/release.ts';
import type { FieldName } from '../record/fields.ts';
import { codeOf } from '../store/code-of.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { columnOf } from './column-of.ts';

/** Which events have the same values of some fields. */
export type Combinations = {
  /** By position of the event the number of its combination. */
  readonly numbers: Uint32Array;
  /** By number the values, one for each field. */
  readonly values: readonly (readonly string[])[];
};

/** Up to this many possible keys, and this many for an event, numbers are looked up in an array: 16 MB at most. */
const mostDenseKeys = 2 ** 22;
const denseKeysPerEvent = 8;

/** Numbers the combinations of some fields' values that occur among events, in the order in which they first come. */
export function combineFields(
  snapshot: Snapshot,
  events: Uint32Array,
  names: readonly FieldName[],
): Combinations {
  const columns = names.map((name) => columnOf(snapshot, name, events));
  const keys = new Uint32Array(events.length);
  const mostDense = Math.min(mostDenseKeys, events.length * denseKeysPerEvent);
  let limit = 1;
  for (const column of columns) {
    // As long as there are few possible keys, fields are joined without asking which of them occur.
    if (limit * column.valueCount > mostDense) limit = numberKeys(keys, limit).length;
    if (limit * column.valueCount > mostDense) limit = joinSparse(keys, column, events);
    else limit = joinDense(keys, column, events, limit);
  }
  const firsts = numberKeys(keys, limit);
  const values = Array.from(firsts, (at) =>
    columns.map((column) => column.valueAt(codeOf(column, events[at]!))),
  );
  return { numbers: keys, values };
}

/** @returns One more than the highest key there can be now. */
function joinDense(keys: Uint32Array, column: Column, events: Uint32Array, limit: number): number {
  const { codes, via, valueCount } = column;
  for (let at = 0; at < events.length; at++) {
    const event = events[at]!;
    keys[at] = keys[at]! * valueCount + codes[via === undefined ? event : via[event]!]!;
  }
  return limit * valueCount;
}

function joinSparse(keys: Uint32Array, column: Column, events: Uint32Array): number {
  const numbers = new Map<number, number>();
  for (let at = 0; at < events.length; at++) {
    const key = keys[at]! * column.valueCount + codeOf(column, events[at]!);
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    keys[at] = number;
  }
  return numbers.size;
}

/**
 * Puts numbers without gaps in the place of keys below a limit.
 *
 * @returns By number the position where it first comes.
 */
function numberKeys(keys: Uint32Array, limit: number): number[] {
  const firsts: number[] = [];
  // One more than the number; 0 for keys that have not come.
  const numbers = new Uint32Array(limit);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    if (numbers[key] === 0) numbers[key] = firsts.push(at);
    keys[at] = numbers[key]! - 1;
  }
  release(numbers);
  return firsts;
}
