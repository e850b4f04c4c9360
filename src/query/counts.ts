import { type FieldName, fields } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { codesOf } from './codes.ts';

/** How often a value occurs among matches. */
export type ValueCount = {
  readonly value: string;
  readonly count: number;
  /** Times of the first and last of these events, ms since 1970 UTC; NaN when none has a readable time. */
  readonly firstMs: number;
  readonly lastMs: number;
};

/** How often a combination of values occurs among matches. */
export type CombinationCount = Omit<ValueCount, 'value'> & {
  /** A value for each of the fields asked for, in their order. */
  readonly values: readonly string[];
};

/** The values of a field among matches with their counts, most frequent first, then by value. Empty values are counted too. */
export function countValues(snapshot: Snapshot, matches: Uint32Array, field: FieldName): ValueCount[] {
  return countCombinations(snapshot, matches, [field]).map(({ values, ...rest }) => ({
    value: values[0]!,
    ...rest,
  }));
}

/** The distinct combinations of some fields' values among matches, most frequent first, then by their values. */
export function countCombinations(
  snapshot: Snapshot,
  matches: Uint32Array,
  names: readonly FieldName[],
): CombinationCount[] {
  const { codes, groups } = groupByCodes(snapshot, matches, names);
  const count = new Uint32Array(groups.length);
  const first = new Float64Array(groups.length).fill(Number.NaN);
  const last = new Float64Array(groups.length).fill(Number.NaN);
  for (let index = 0; index < matches.length; index++) {
    const group = codes[index]!;
    const timeMs = snapshot.timeMs[matches[index]!]!;
    count[group]!++;
    if (Number.isNaN(timeMs)) continue;
    if (!(first[group]! <= timeMs)) first[group] = timeMs;
    if (!(last[group]! >= timeMs)) last[group] = timeMs;
  }
  return groups
    .map((values, group) => ({ values, count: count[group]!, firstMs: first[group]!, lastMs: last[group]! }))
    .sort((a, b) => b.count - a.count || compareValues(a.values, b.values));
}

/** By match the number of its group, and by group its values. Fields are joined one after another, so that keys stay numbers. */
function groupByCodes(snapshot: Snapshot, matches: Uint32Array, names: readonly FieldName[]) {
  let codes: Uint32Array = new Uint32Array(matches.length);
  let groups: readonly (readonly string[])[] = [[]];
  for (const name of names) {
    const coded = codesOf(snapshot, name, matches);
    const numbers = new Map<number, number>();
    const joined: string[][] = [];
    const next = new Uint32Array(matches.length);
    for (let index = 0; index < matches.length; index++) {
      const key = codes[index]! * coded.valueCount + coded.codes[index]!;
      let number = numbers.get(key);
      if (number === undefined) {
        number = joined.length;
        numbers.set(key, number);
        joined.push([...groups[codes[index]!]!, coded.values[coded.codes[index]!]!]);
      }
      next[index] = number;
    }
    codes = next;
    groups = joined;
  }
  return { codes, groups: matches.length === 0 ? [] : groups };
}

function compareValues(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index]! !== b[index]!) return a[index]! < b[index]! ? -1 : 1;
  }
  return 0;
}

/** The fields whose values are worth counting: what `--stats` and the summary list. */
export const countedFields: readonly FieldName[] = fields
  .filter((field) => field.kind !== 'time' && field.kept !== 'own' && field.kept !== 'record')
  .map((field) => field.name);
