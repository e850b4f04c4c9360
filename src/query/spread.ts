import type { FieldName } from '../record/fields.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { type Callers, callersOf } from './callers.ts';
import { columnOf } from './column-of.ts';
import { countLeading } from './count-leading.ts';
import { countWidths, type Widths } from './count-widths.ts';
import type { ValueCount } from './counts.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { sortByNumber } from './sort-by-number.ts';
import { tallyEvents } from './tally.ts';
import { sortSome } from './value-order.ts';

/** A value's count with how widely it was used: one key from two addresses stands out. */
export type ValueSpread = ValueCount & {
  /** Number of distinct source addresses among its events. */
  readonly ips: number;
  /** Number of distinct access keys among its events. */
  readonly keys: number;
};

/** The values of a field, or at a path, among matches. A row is made when it is looked at: there may be very many. */
export type Spread = {
  /** The codes of the values, most frequent first, then by value. */
  readonly codes: Uint32Array;
  /** By code the number of its events, and of the distinct addresses among them. */
  readonly counts: Uint32Array;
  readonly ips: Uint32Array;
  /** By code the position of the first of its events among those counted. */
  readonly firstAt: Uint32Array;
  /** The value of a code, with all that is known of it. */
  row(code: number): ValueSpread;
};

/** Ways to put values in order. */
export type SpreadOrder = 'count' | 'rare' | 'first-seen' | 'ips';

/** The values of a field among matches (in total order), with counts, times, and numbers of addresses and keys. */
export function countSpread(snapshot: Snapshot, matches: Uint32Array, field: FieldName): Spread {
  const column = columnOf(snapshot, field, matches);
  const callers = callersOf(snapshot);
  const ofCaller = codesOfCallers(snapshot, column, callers);
  const widths =
    ofCaller === undefined
      ? countWidths(callers, column.valueCount, column.codes, matches, callers.ofEvent)
      : countWidths(callers, column.valueCount, ofCaller, callersAmong(callers, matches), undefined);
  return spreadOf(snapshot, column, matches, (event) => event, widths);
}

/**
 * The spread of a column's values among items.
 *
 * @param items What the codes of the column are of, in total order of their events.
 * @param eventOf The event of an item.
 */
export function spreadOf(
  { timeMs }: Snapshot,
  column: Column,
  items: Uint32Array,
  eventOf: (item: number) => number,
  { ips, keys }: Widths,
): Spread {
  const timed = countLeading(items, (item) => !Number.isNaN(timeMs[eventOf(item)]!));
  const { counts, firstAt, lastAt } = tallyEvents(column, items, timed);
  const timeAt = (at: number) => timeMs[eventOf(items[at]!)]!;
  const occurring = indicesAboveZero(counts);
  return {
    codes: sortByNumber(sortSome(column, occurring, 'exact'), counts, 'highest'),
    counts,
    ips,
    firstAt,
    row: (code) => ({
      value: column.valueAt(code),
      code,
      count: counts[code]!,
      firstMs: timeAt(firstAt[code]!),
      lastMs: timeAt(lastAt[code]!),
      ips: ips[code]!,
      keys: keys[code]!,
    }),
  };
}

/** The codes of the values in another order. Those of the same rank stay as they were. */
export function orderSpread(spread: Spread, order: SpreadOrder): Uint32Array {
  const { codes, counts, ips } = spread;
  if (order === 'count') return sortByNumber(codes, counts, 'highest');
  if (order === 'rare') return sortByNumber(codes, counts, 'lowest');
  return order === 'ips'
    ? sortByNumber(codes, ips, 'highest')
    : sortByNumber(codes, numbersSeen(spread), 'lowest');
}

/** By code a number for the time at which it was first seen: the same for the same time, the highest where it has none. */
function numbersSeen({ codes, counts, firstAt, row }: Spread): Uint32Array {
  const numbers = new Uint32Array(counts.length);
  let number = 0;
  let lastMs = Number.NaN;
  for (const code of sortByNumber(codes, firstAt, 'lowest')) {
    const { firstMs } = row(code);
    if (!Object.is(firstMs, lastMs)) number++;
    lastMs = firstMs;
    numbers[code] = number;
  }
  return numbers;
}

/** The code of each caller in a column that the caller alone decides; undefined for other columns. */
function codesOfCallers(snapshot: Snapshot, column: Column, callers: Callers): Uint32Array | undefined {
  if (column === snapshot.column('source_ip')) return callers.ip;
  if (column.via === undefined) return undefined;
  const codes = new Uint32Array(callers.count);
  for (let caller = 0; caller < codes.length; caller++)
    codes[caller] = column.codes[callers.identity[caller]!]!;
  return codes;
}

function callersAmong({ count, ofEvent }: Callers, events: Uint32Array): Uint32Array {
  const isAmong = new Uint8Array(count);
  for (let at = 0; at < events.length; at++) isAmong[ofEvent[events[at]!]!] = 1;
  return indicesAboveZero(isAmong);
}
