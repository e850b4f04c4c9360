import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type Codes, codesOf } from './codes.ts';
import { countCodes, type ValueCount } from './counts.ts';
import type { PathValues } from './path-values.ts';

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
  return spreadOf(snapshot, codesOf(snapshot, field, matches), matches, most);
}

/** The values at a path into records, as found so far. */
export type PathSpread = {
  readonly values: readonly ValueSpread[];
  /** Number of matches whose records were looked at, and of these the ones that have a value there. */
  readonly looked: number;
  readonly having: number;
};

/** The same for the values at a path into the records, of which there may be several in an event. */
export function countPathSpread(
  snapshot: Snapshot,
  matches: Uint32Array,
  found: readonly PathValues[],
): PathSpread {
  const isMatch = new Uint8Array(snapshot.length);
  for (const event of matches) isMatch[event] = 1;
  const numbers = new Map<string, number>();
  const events: number[] = [];
  const codes: number[] = [];
  let looked = 0;
  let having = 0;
  for (const part of found) {
    for (const event of part.looked) looked += isMatch[event]!;
    const numberOf = part.texts.map((text) => numberFor(numbers, text));
    for (let pair = 0; pair < part.events.length; pair++) {
      const event = part.events[pair]!;
      if (isMatch[event] === 0) continue;
      // The pairs of an event stand together.
      if (event !== events.at(-1)) having++;
      events.push(event);
      codes.push(numberOf[part.codes[pair]!]!);
    }
  }
  const coded = { codes: Uint32Array.from(codes), values: [...numbers.keys()], valueCount: numbers.size };
  return { values: spreadOf(snapshot, coded, Uint32Array.from(events)), looked, having };
}

function numberFor(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

function spreadOf(
  snapshot: Snapshot,
  codes: Codes,
  events: Uint32Array,
  most = Number.POSITIVE_INFINITY,
): ValueSpread[] {
  const ips = countDistinct(codes, codesOf(snapshot, 'source_ip', events));
  const keys = countDistinct(codes, codesOf(snapshot, 'access_key', events));
  return countCodes(snapshot, codes, events, most).map((count) => ({
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
