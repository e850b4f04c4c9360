import type { FieldName } from '../record/fields.ts';
import { runToEnd } from '../store/run-to-end.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { columnOf } from './column-of.ts';
import { countIps } from './count-ips.ts';
import type { ValueCount } from './counts.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { type SearchedTexts, searchedTextsOf } from './searched-texts.ts';
import { sortByNumber } from './sort-by-number.ts';
import { describeCodes } from './spread-rows.ts';
import { countEvents, timedLength } from './tally.ts';
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
  /** Finds the first rows ahead of time, in pieces of a few milliseconds: yields between them. */
  prepare(rowCount: number): Generator<void, void>;
  /** By code the number of distinct addresses among its events. */
  ips(): Uint32Array;
  /**
   * By code a number for the time at which it was first seen, that of the first event counted at that time; where no event
   * of it has a readable time, the number of events counted.
   */
  seen(): Uint32Array;
};

/** Ways to put values in order. */
export type SpreadOrder = 'count' | 'rare' | 'first-seen' | 'ips';

/** The values of a field among matches (in total order), with counts, times, and numbers of addresses and keys. */
export function countSpread(snapshot: Snapshot, matches: Uint32Array, field: FieldName): Spread {
  const ofAll = matches === snapshot.order ? remembered.get(snapshot)?.get(field) : undefined;
  return ofAll ?? spreadOf(snapshot, columnOf(snapshot, field, matches), matches, matches);
}

/** Those of all events that were counted ahead of time. */
const remembered = new WeakMap<Snapshot, Map<FieldName, Spread>>();

/** More than a screen shows at first. */
const firstRows = 64;

/** Counts the values of a field among all events ahead of time, in pieces of a few milliseconds: yields between them. */
export function* prepareSpread(snapshot: Snapshot, field: FieldName): Generator<void, void> {
  if (snapshot.column(field) === undefined) return;
  const spread = countSpread(snapshot, snapshot.order, field);
  const known = remembered.get(snapshot) ?? new Map<FieldName, Spread>();
  remembered.set(snapshot, known.set(field, spread));
  yield;
  yield* spread.prepare(firstRows);
}

/** So many rows are remembered, and those asked for together with the last of them. */
const mostRows = 1024;

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
  let codes: Uint32Array | undefined;
  let ips: Uint32Array | undefined;
  let seen: Uint32Array | undefined;
  /** By code those that were looked at last. */
  const rows = new Map<number, ValueSpread>();

  function* prepareCodes(): Generator<void, Uint32Array> {
    const occurring = sortSome(column, indicesAboveZero(counts), 'exact');
    yield;
    codes ??= sortByNumber(occurring, counts, 'highest');
    return codes;
  }

  function* prepareRows(codes: Uint32Array): Generator<void, void> {
    if (rows.size > mostRows) rows.clear();
    const missing = codes.filter((code) => !rows.has(code));
    const found = yield* describeCodes(snapshot, column, items, events, timed, missing);
    for (const [place, code] of missing.entries())
      rows.set(code, {
        value: column.valueAt(code),
        code,
        count: counts[code]!,
        firstMs: timeAt(found.firstAt[place]!),
        lastMs: timeAt(found.lastAt[place]!),
        ips: found.ips[place]!,
        keys: found.keys[place]!,
      });
  }

  return {
    get codes() {
      return codes ?? runToEnd(prepareCodes());
    },
    counts,
    valueAt: column.valueAt,
    texts: searchedTextsOf(column),
    rows(codes) {
      runToEnd(prepareRows(codes));
      return Array.from(codes, (code) => rows.get(code)!);
    },
    *prepare(rowCount) {
      const all = codes ?? (yield* prepareCodes());
      yield;
      yield* prepareRows(all.subarray(0, rowCount));
    },
    ips() {
      ips ??= countIps(column, counts, items, events, snapshot.column('source_ip')!);
      return ips;
    },
    seen() {
      seen ??= numbersSeen(column, items, events, timeMs, timed);
      return seen;
    },
  };
}

/** The codes of the values in another order. Those of the same rank stay as they were. */
export function orderSpread(spread: Spread, order: SpreadOrder): Uint32Array {
  const { codes, counts } = spread;
  if (order === 'count') return sortByNumber(codes, counts, 'highest');
  if (order === 'rare') return sortByNumber(codes, counts, 'lowest');
  return order === 'ips'
    ? sortByNumber(codes, spread.ips(), 'highest')
    : sortByNumber(codes, spread.seen(), 'lowest');
}

function numbersSeen(
  { codes, via, valueCount }: Column,
  items: Uint32Array,
  events: Uint32Array,
  timeMs: Float64Array,
  timed: number,
): Uint32Array {
  const never = items.length;
  const numbers = new Uint32Array(valueCount).fill(never);
  let number = 0;
  let lastMs = Number.NaN;
  for (let at = 0; at < timed; at++) {
    const eventMs = timeMs[events[at]!]!;
    if (eventMs !== lastMs) number = at;
    lastMs = eventMs;
    const code = codes[via === undefined ? items[at]! : via[items[at]!]!]!;
    if (numbers[code] === never) numbers[code] = number;
  }
  return numbers;
}
