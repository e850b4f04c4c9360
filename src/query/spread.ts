import type { FieldName } from '../record/fields.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { columnOf } from './column-of.ts';
import { countIps } from './count-ips.ts';
import type { ValueCount } from './counts.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { type SearchedTexts, searchedTextsOf } from './searched-texts.ts';
import { sortByNumber } from './sort-by-number.ts';
import { describeCodes } from './spread-rows.ts';
import { countEvents, tallyEvents, timedLength } from './tally.ts';
import { sortSome } from './value-order.ts';

/** A value's count with how widely it was used: one key from two addresses stands out. */
export type ValueSpread = ValueCount & {
  /** Number of distinct source addresses among its events. */
  readonly ips: number;
  /** Number of distinct access keys among its events. */
  readonly keys: number;
};

/**
 * The values of a field, or at a path, among matches. There may be very many, of which few are looked at: what is more than
 * their order is found when it is asked for.
 */
export type Spread = {
  /** The codes of the values, most frequent first, then by value. */
  readonly codes: Uint32Array;
  /** By code the number of its events. */
  readonly counts: Uint32Array;
  valueAt(code: number): string;
  /** Tests of the values, by code. */
  readonly texts: SearchedTexts;
  /** All that is known of the values with some codes, found in one look at the matches for as many as a screen shows. */
  rows(codes: Uint32Array): ValueSpread[];
  /** By code the number of distinct addresses among its events. */
  ips(): Uint32Array;
  /** By code the position of the first of its events among those counted. */
  firstAt(): Uint32Array;
  /** The time of the event at a position, in ms since 1970 UTC; NaN when it cannot be read. */
  timeAt(position: number): number;
};

/** Ways to put values in order. */
export type SpreadOrder = 'count' | 'rare' | 'first-seen' | 'ips';

/** The values of a field among matches (in total order), with counts, times, and numbers of addresses and keys. */
export function countSpread(snapshot: Snapshot, matches: Uint32Array, field: FieldName): Spread {
  return spreadOf(snapshot, columnOf(snapshot, field, matches), matches, matches);
}

/**
 * The spread of a column's values among items.
 *
 * @param items What the codes of the column are of.
 * @param events By place of an item its event, in total order.
 */
export function spreadOf(
  snapshot: Snapshot,
  column: Column,
  items: Uint32Array,
  events: Uint32Array,
): Spread {
  const { timeMs } = snapshot;
  const timed = timedLength(events, timeMs);
  const counts = countEvents(column, items);
  const timeAt = (position: number) => timeMs[events[position]!] ?? Number.NaN;
  let ips: Uint32Array | undefined;
  let firstAt: Uint32Array | undefined;
  return {
    codes: sortByNumber(sortSome(column, indicesAboveZero(counts), 'exact'), counts, 'highest'),
    counts,
    valueAt: column.valueAt,
    texts: searchedTextsOf(column),
    rows(codes) {
      const rows = describeCodes(snapshot, column, items, events, timed, codes);
      return Array.from(codes, (code, row) => ({
        value: column.valueAt(code),
        code,
        count: counts[code]!,
        firstMs: timeAt(rows.firstAt[row]!),
        lastMs: timeAt(rows.lastAt[row]!),
        ips: rows.ips[row]!,
        keys: rows.keys[row]!,
      }));
    },
    ips() {
      ips ??= countIps(column, counts, items, events, snapshot.column('source_ip')!);
      return ips;
    },
    firstAt() {
      firstAt ??= tallyEvents(column, items, timed).firstAt;
      return firstAt;
    },
    timeAt,
  };
}

/** The codes of the values in another order. Those of the same rank stay as they were. */
export function orderSpread(spread: Spread, order: SpreadOrder): Uint32Array {
  const { codes, counts } = spread;
  if (order === 'count') return sortByNumber(codes, counts, 'highest');
  if (order === 'rare') return sortByNumber(codes, counts, 'lowest');
  return order === 'ips'
    ? sortByNumber(codes, spread.ips(), 'highest')
    : sortByNumber(codes, numbersSeen(spread), 'lowest');
}

/** By code a number for the time at which it was first seen: the same for the same time, the highest where it has none. */
function numbersSeen({ codes, counts, firstAt, timeAt }: Spread): Uint32Array {
  const numbers = new Uint32Array(counts.length);
  const positions = firstAt();
  let number = 0;
  let lastMs = Number.NaN;
  for (const code of sortByNumber(codes, positions, 'lowest')) {
    const firstMs = timeAt(positions[code]!);
    if (!Object.is(firstMs, lastMs)) number++;
    lastMs = firstMs;
    numbers[code] = number;
  }
  return numbers;
}
