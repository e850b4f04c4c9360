import { release } from '../decode/release.ts';
import type { FieldName } from '../record/fields.ts';
import type { CodeArray } from '../store/growing-column.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { type Callers, callersOf } from './callers.ts';
import { columnOf } from './codes.ts';
import { countLeading } from './count-leading.ts';
import type { ValueCount } from './counts.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import type { PathValues } from './path-values.ts';
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

/** The values at a path into records, as found so far. */
export type PathSpread = {
  readonly values: Spread;
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
  const pairs: { readonly event: number; readonly code: number }[] = [];
  let looked = 0;
  let having = 0;
  for (const part of found) {
    for (const event of part.looked) looked += isMatch[event]!;
    const numberOf = part.texts.map((text) => numberFor(numbers, text));
    for (let pair = 0; pair < part.events.length; pair++) {
      const event = part.events[pair]!;
      if (isMatch[event] === 0) continue;
      // The pairs of an event stand together.
      if (event !== pairs.at(-1)?.event) having++;
      pairs.push({ event, code: numberOf[part.codes[pair]!]! });
    }
  }
  pairs.sort((a, b) => snapshot.rank[a.event]! - snapshot.rank[b.event]!);
  return { values: spreadOfPairs(snapshot, pairs, [...numbers.keys()]), looked, having };
}

function numberFor(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** @param pairs In total order of their events. */
function spreadOfPairs(
  snapshot: Snapshot,
  pairs: readonly { readonly event: number; readonly code: number }[],
  values: readonly string[],
): Spread {
  const callers = callersOf(snapshot);
  const places = Uint32Array.from(pairs, (_, place) => place);
  const codes = Uint32Array.from(pairs, ({ code }) => code);
  const ofPair = Uint32Array.from(pairs, ({ event }) => callers.ofEvent[event]!);
  const widths = countWidths(callers, values.length, codes, places, ofPair);
  const column = { values, valueCount: values.length, codes, via: undefined };
  return spreadOf(snapshot, column, places, (place) => pairs[place]!.event, widths);
}

/**
 * @param items What the codes of the column are of, in total order of their events.
 * @param eventOf The event of an item.
 */
function spreadOf(
  { timeMs }: Snapshot,
  column: Omit<Column, 'valueAt'>,
  items: Uint32Array,
  eventOf: (item: number) => number,
  { ips, keys }: Widths,
): Spread {
  const { values, valueCount } = column;
  const timed = countLeading(items, (item) => !Number.isNaN(timeMs[eventOf(item)]!));
  const { counts, firstAt, lastAt } = tallyEvents(column, items, timed);
  const timeAt = (at: number) => timeMs[eventOf(items[at]!)]!;
  const occurring = indicesAboveZero(counts);
  return {
    codes: sortByNumber(sortSome(values, valueCount, occurring, 'exact'), counts, 'highest'),
    counts,
    ips,
    firstAt,
    row: (code) => ({
      value: values[code]!,
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

/** By code the numbers of distinct addresses and keys, empty ones left out. */
type Widths = { readonly ips: Uint32Array; readonly keys: Uint32Array };

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

/**
 * Counts the addresses and keys of the callers of each code.
 *
 * @param codes By item.
 * @param callerOf By item its caller; undefined when the items are callers.
 */
function countWidths(
  callers: Callers,
  codeCount: number,
  codes: CodeArray,
  items: Uint32Array,
  callerOf: Uint32Array | undefined,
): Widths {
  const { ends, grouped } = groupByCode(codeCount, codes, items, callerOf);
  const [ips, keys] = [new Uint32Array(codeCount), new Uint32Array(codeCount)];
  // The last code that had each of them, counted from 1: never cleared, these serve all codes.
  const callerSeen = new Uint32Array(callers.count);
  const ipSeen = new Uint32Array(callers.ipCount);
  const keySeen = new Uint32Array(callers.keyCount);
  let at = 0;
  for (let code = 0; code < codeCount; code++) {
    const mark = code + 1;
    for (; at < ends[code]!; at++) {
      const caller = grouped[at]!;
      if (callerSeen[caller] === mark) continue;
      callerSeen[caller] = mark;
      const ip = callers.ip[caller]!;
      if (ip !== 0 && ipSeen[ip] !== mark) {
        ipSeen[ip] = mark;
        ips[code]!++;
      }
      const key = callers.key[caller]!;
      if (key !== 0 && keySeen[key] !== mark) {
        keySeen[key] = mark;
        keys[code]!++;
      }
    }
  }
  // Else they would wait for a full collection, and bring it about.
  for (const array of [grouped, ends, callerSeen, ipSeen, keySeen]) release(array);
  return { ips, keys };
}

/** The callers of the items, one code's after the other's; each code's end at its place in `ends`. */
function groupByCode(
  codeCount: number,
  codes: CodeArray,
  items: Uint32Array,
  callerOf: Uint32Array | undefined,
): { readonly ends: Uint32Array; readonly grouped: Uint32Array } {
  const ends = new Uint32Array(codeCount + 1);
  for (let at = 0; at < items.length; at++) ends[codes[items[at]!]! + 1]!++;
  for (let code = 1; code < ends.length; code++) ends[code]! += ends[code - 1]!;
  const grouped = new Uint32Array(items.length);
  // Where a code's next caller goes moves on until, at last, it stands at the code's end.
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    grouped[ends[codes[item]!]!++] = callerOf === undefined ? item : callerOf[item]!;
  }
  return { ends, grouped };
}
