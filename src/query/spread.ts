import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type Codes, codesOf } from './codes.ts';
import { countValues, type ValueCount } from './counts.ts';

/** A value's count with how widely it was used: one key from two addresses stands out. */
export type ValueSpread = ValueCount & {
  /** Number of distinct source addresses among its events. */
  readonly ips: number;
  /** Number of distinct access keys among its events. */
  readonly keys: number;
};

/** Ways to put values in order. */
export type SpreadOrder = 'count' | 'rare' | 'first-seen' | 'ips';

/** The values of a field among matches, with counts, times, and numbers of addresses and keys; most frequent first. */
export function countSpread(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  most = Number.POSITIVE_INFINITY,
): ValueSpread[] {
  const codes = codesOf(snapshot, field, matches);
  const ips = countDistinct(codes, codesOf(snapshot, 'source_ip', matches));
  const keys = countDistinct(codes, codesOf(snapshot, 'access_key', matches));
  return countValues(snapshot, matches, field, most).map((count) => ({
    ...count,
    ips: ips[count.code]!,
    keys: keys[count.code]!,
  }));
}

/** The same values in another order. Values of the same rank stay as they were. */
export function orderSpread(values: readonly ValueSpread[], order: SpreadOrder): ValueSpread[] {
  const sorted = values.slice();
  if (order === 'count') return sorted.sort((a, b) => b.count - a.count);
  if (order === 'rare') return sorted.sort((a, b) => a.count - b.count);
  if (order === 'ips') return sorted.sort((a, b) => b.ips - a.ips);
  const seenMs = ({ firstMs }: ValueSpread) => (Number.isNaN(firstMs) ? Number.POSITIVE_INFINITY : firstMs);
  // Infinity minus infinity is no number, and no order.
  return sorted.sort((a, b) => (seenMs(a) === seenMs(b) ? 0 : seenMs(a) - seenMs(b)));
}

/** Up to this many pairs of values, which pairs occur is noted in bits: 16 MB. */
const mostPairBits = 2 ** 27;

/** By code of one field the number of distinct values, empty ones left out, that another has beside it. */
function countDistinct(one: Codes, other: Codes): Uint32Array {
  const counts = new Uint32Array(one.valueCount);
  const isNew = pairNoter(one.valueCount * other.valueCount, one.codes.length);
  for (let index = 0; index < one.codes.length; index++) {
    const [code, beside] = [one.codes[index]!, other.codes[index]!];
    if (other.values[beside] !== '' && isNew(code * other.valueCount + beside)) counts[code]!++;
  }
  return counts;
}

/** A function that is true the first time that it is given a number below a limit, of at most `most` different ones. */
function pairNoter(pairs: number, most: number): (pair: number) => boolean {
  if (pairs > mostPairBits) return sparseNoter(most);
  const bits = new Uint8Array(Math.ceil(pairs / 8));
  return (pair) => {
    const bit = 1 << (pair & 7);
    const byte = bits[pair >>> 3]!;
    bits[pair >>> 3] = byte | bit;
    return (byte & bit) === 0;
  };
}

/** The same by an open-addressed table, at most half full. */
function sparseNoter(most: number): (pair: number) => boolean {
  const size = 2 ** Math.ceil(Math.log2(Math.max(most, 2) * 2));
  // One more than the pair; 0 for a free slot.
  const slots = new Float64Array(size);
  return (pair) => {
    let slot = Math.imul((pair % 0x7fffffff) ^ (pair / 0x7fffffff), 0x9e3779b1) & (size - 1);
    while (slots[slot] !== 0) {
      if (slots[slot] === pair + 1) return false;
      slot = (slot + 1) & (size - 1);
    }
    slots[slot] = pair + 1;
    return true;
  };
}
