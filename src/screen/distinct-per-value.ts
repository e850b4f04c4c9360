import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';

/**
 * For each value of one field, how many distinct values of another occur with it among the matches; empty ones do not
 * count. Undefined for fields without a coded column.
 */
export function distinctPerValue(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  of: FieldName,
): ReadonlyMap<string, number> | undefined {
  const column = snapshot.column(field);
  const other = snapshot.column(of);
  if (column === undefined || other === undefined) return undefined;
  const pairs = new Set<number>();
  const counts = new Uint32Array(column.valueCount);
  for (const event of matches) {
    const code = column.codes[column.via === undefined ? event : column.via[event]!]!;
    const otherCode = other.codes[other.via === undefined ? event : other.via[event]!]!;
    if (otherCode === 0) continue;
    const pair = code * other.valueCount + otherCode;
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    counts[code]!++;
  }
  const found = new Map<string, number>();
  for (let code = 0; code < counts.length; code++) found.set(column.values[code]!, counts[code]!);
  return found;
}
