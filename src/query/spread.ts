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
  const groups = groupByCode(codes);
  const ips = countDistinct(groups, codesOf(snapshot, 'source_ip', events));
  const keys = countDistinct(groups, codesOf(snapshot, 'access_key', events));
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

/** Positions of events by the code they have: those of `code` stand at `positions[starts[code] … starts[code + 1])`. */
type Groups = { readonly starts: Uint32Array; readonly positions: Uint32Array };

function groupByCode({ codes, valueCount }: Codes): Groups {
  const starts = new Uint32Array(valueCount + 1);
  for (let position = 0; position < codes.length; position++) starts[codes[position]! + 1]!++;
  for (let code = 0; code < valueCount; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const positions = new Uint32Array(codes.length);
  for (let position = 0; position < codes.length; position++) positions[next[codes[position]!]!++] = position;
  return { starts, positions };
}

/** By code the number of distinct values, empty ones left out, that another field has in the events of its group. */
function countDistinct({ starts, positions }: Groups, { codes, values, valueCount }: Codes): Uint32Array {
  const counts = new Uint32Array(starts.length - 1);
  /** The last group that had each value, counted from 1: one array serves all groups, for it is never cleared. */
  const seenIn = new Uint32Array(valueCount);
  for (let group = 1; group < starts.length; group++) {
    for (let index = starts[group - 1]!; index < starts[group]!; index++) {
      const value = codes[positions[index]!]!;
      if (seenIn[value] === group) continue;
      seenIn[value] = group;
      if (values[value] !== '') counts[group - 1]!++;
    }
  }
  return counts;
}
