import type { Column } from '../store/snapshot.ts';

/**
 * Predicates over the distinct values of a column, decided once for each value and remembered: the values of a
 * column are only ever appended to, so a later snapshot decides the new ones alone.
 */

/** How many predicates are remembered for a column: enough for the words of a query and those typed just before. */
const rememberedPredicates = 64;

type Decided = { yes: Uint8Array; count: number };

const remembered = new WeakMap<readonly string[], Map<string, Decided>>();

/**
 * For each code of a column what was decided about its value: a small number, 0 for no. May be longer than the
 * column has values.
 *
 * @param key Tells the decision apart from others over the same column.
 */
export function decideValues(column: Column, key: string, decide: (value: string) => number): Uint8Array {
  const decided = recall(column, key);
  if (decided.count < column.valueCount) {
    const yes = decided.yes.length >= column.valueCount ? decided.yes : grown(decided.yes, column.valueCount);
    for (let code = decided.count; code < column.valueCount; code++) yes[code] = decide(column.values[code]!);
    decided.yes = yes;
    decided.count = column.valueCount;
  }
  return decided.yes;
}

function recall(column: Column, key: string): Decided {
  const predicates = remembered.get(column.values) ?? new Map<string, Decided>();
  remembered.set(column.values, predicates);
  const known = predicates.get(key);
  const decided = known ?? { yes: new Uint8Array(column.valueCount), count: 0 };
  // Taken out and put back, so that the map is in order of use and the first is the one to forget.
  predicates.delete(key);
  predicates.set(key, decided);
  if (predicates.size > rememberedPredicates) predicates.delete(predicates.keys().next().value!);
  return decided;
}

function grown(yes: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length * 2);
  longer.set(yes);
  return longer;
}
