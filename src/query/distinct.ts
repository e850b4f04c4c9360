import type { Column } from '../store/snapshot.ts';

/**
 * Decisions about distinct values, made once for each value and remembered: the values of a column are only ever
 * appended to, so a later snapshot decides the new ones alone.
 */

/** How many decisions are remembered for a column: enough for the words of a query and those typed just before. */
const rememberedDecisions = 64;

/** By code a small number, 0 for no; the first `count` are decided. */
type Decided = { codes: Uint8Array; count: number };

const remembered = new WeakMap<object, Map<string, Decided>>();

/**
 * For each code of a column what was decided about its value: a small number, 0 for no. May be longer than the
 * column has values.
 *
 * @param key Tells the decision apart from others over the same column.
 */
export function decideValues(column: Column, key: string, decide: (value: string) => number): Uint8Array {
  return decideCodes(column.values, column.valueCount, key, (code) => decide(column.values[code]!));
}

/**
 * The same for any list that is only appended to.
 *
 * @param list What the decisions are about; they are forgotten with it.
 */
export function decideCodes(
  list: object,
  count: number,
  key: string,
  decide: (code: number) => number,
): Uint8Array {
  const decided = recall(list, key);
  if (decided.codes.length < count) decided.codes = grown(decided.codes, count);
  for (; decided.count < count; decided.count++) decided.codes[decided.count] = decide(decided.count);
  return decided.codes;
}

/** What was decided before under a key about the first `count` of a list, or undefined. */
export function decided(list: object, count: number, key: string): Uint8Array | undefined {
  const known = remembered.get(list)?.get(key);
  return known === undefined || known.count < count ? undefined : known.codes;
}

function recall(list: object, key: string): Decided {
  const decisions = remembered.get(list) ?? new Map<string, Decided>();
  remembered.set(list, decisions);
  const decided = decisions.get(key) ?? { codes: new Uint8Array(0), count: 0 };
  // Taken out and put back, so that the map is in order of use and the first is the one to forget.
  decisions.delete(key);
  decisions.set(key, decided);
  if (decisions.size > rememberedDecisions) decisions.delete(decisions.keys().next().value!);
  return decided;
}

/** Longer than needed once it has to grow, so that loading does not copy it with every snapshot. */
function grown(codes: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(codes.length === 0 ? length : length * 2);
  longer.set(codes);
  return longer;
}
