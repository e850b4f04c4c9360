import { type FieldName, fields } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { columnOf } from './column-of.ts';
import { combineFields } from './combine.ts';
import { firstOf } from './first-of.ts';
import { type Tally, tallyEvents, tallyNumbers, timedLength } from './tally.ts';

/** How often a value occurs among matches. */
export type ValueCount = {
  readonly value: string;
  /** What stands for it in the field's column, or among these matches where the field has none. */
  readonly code: number;
  readonly count: number;
  /** Times of the first and last of these events, ms since 1970 UTC; NaN when none has a readable time. */
  readonly firstMs: number;
  readonly lastMs: number;
};

/** How often a combination of values occurs among matches. */
export type CombinationCount = Omit<ValueCount, 'value' | 'code'> & {
  /** A value for each of the fields asked for, in their order. */
  readonly values: readonly string[];
};

/**
 * The values of a field among matches with their counts, most frequent first, then by value. Empty values are counted
 * too.
 *
 * @param matches In total order.
 * @param most No more values than this are given.
 */
export function countValues(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  most = Number.POSITIVE_INFINITY,
): ValueCount[] {
  const { timeMs } = snapshot;
  const column = columnOf(snapshot, field, matches);
  const tally = tallyEvents(column, matches, timedLength(matches, timeMs));
  return mostFrequent(tally.counts, most, (a, b) => (column.valueAt(a) < column.valueAt(b) ? -1 : 1)).map(
    (code) => ({
      value: column.valueAt(code),
      code,
      ...countOf(tally, code, (at) => timeMs[matches[at]!]!),
    }),
  );
}

/**
 * The distinct combinations of some fields' values among matches (in
 * total order), most frequent first, then by their values.
 */
export function countCombinations(
  snapshot: Snapshot,
  matches: Uint32Array,
  names: readonly FieldName[],
): CombinationCount[] {
  const { timeMs } = snapshot;
  const { numbers, values } = combineFields(snapshot, matches, names);
  const tally = tallyNumbers(numbers, values.length, timedLength(matches, timeMs));
  return mostFrequent(tally.counts, values.length, (a, b) => compareValues(values[a]!, values[b]!)).map(
    (number) => ({ values: values[number]!, ...countOf(tally, number, (at) => timeMs[matches[at]!]!) }),
  );
}

function countOf({ counts, firstAt, lastAt }: Tally, code: number, timeAt: (at: number) => number) {
  return { count: counts[code]!, firstMs: timeAt(firstAt[code]!), lastMs: timeAt(lastAt[code]!) };
}

/**
 * The indices with the highest counts above zero, in that order; those with the same count as `compare` has them. Of
 * many rare values only those are compared that are wanted.
 */
function mostFrequent(
  counts: Uint32Array,
  most: number,
  compare: (a: number, b: number) => number,
): number[] {
  const least = leastCount(counts, most);
  const [above, equal]: [number[], number[]] = [[], []];
  for (let index = 0; index < counts.length; index++) {
    if (counts[index]! > least) above.push(index);
    else if (counts[index] === least) equal.push(index);
  }
  above.sort((a, b) => counts[b]! - counts[a]! || compare(a, b));
  for (const index of firstOf(equal, most - above.length, compare)) above.push(index);
  return above;
}

/** The count, at least 1, that the last of the most frequent has. */
function leastCount(counts: Uint32Array, most: number): number {
  let highest = 1;
  for (let index = 0; index < counts.length; index++) if (counts[index]! > highest) highest = counts[index]!;
  const having = new Uint32Array(highest + 1);
  for (let index = 0; index < counts.length; index++) having[counts[index]!]!++;
  let least = highest;
  for (let found = having[highest]!; least > 1 && found < most; found += having[least]!) least--;
  return least;
}

/** Compares lists of as many values, the first ones first: for the order of combinations. */
export function compareValues(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index]! !== b[index]!) return a[index]! < b[index]! ? -1 : 1;
  }
  return 0;
}

/** The fields whose values are worth counting: what `--stats` and the summary list. */
export const countedFields: readonly FieldName[] = fields
  .filter((field) => field.kind !== 'time' && field.kept !== 'own' && field.kept !== 'record')
  .map((field) => field.name);
