import { release } from '../decode/release.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import type { Tally } from './tally.ts';

/** By row, that is by place of a code in a list, what its events tell. */
export type SpreadRows = Omit<Tally, 'counts'> & {
  /** Numbers of distinct addresses and access keys, empty ones left out. */
  readonly ips: Uint32Array;
  readonly keys: Uint32Array;
};

/** At least as many as a screen shows, and few enough that a bit tells of each whether it has had an address. */
const rowsTogether = 64;

/**
 * What the events of some codes tell, in one look at all items for as many codes as a screen shows; in pieces of a few
 * milliseconds: yields between them.
 *
 * @param items What the codes of the column are of.
 * @param events By place of an item its event, in total order.
 * @param timed How many of the events have a readable time: these come first.
 */
export function* describeCodes(
  snapshot: Snapshot,
  column: Column,
  items: Uint32Array,
  events: Uint32Array,
  timed: number,
  codes: Uint32Array,
): Generator<void, SpreadRows> {
  const rows = {
    firstAt: new Uint32Array(codes.length),
    lastAt: new Uint32Array(codes.length),
    ips: new Uint32Array(codes.length),
    keys: new Uint32Array(codes.length),
  };
  for (let from = 0; from < codes.length; from += rowsTogether) {
    const together = codes.subarray(from, from + rowsTogether);
    const rowAt = yield* rowsOfItems(column, items, together);
    const firstAt = findFirst(rowAt, together.length);
    rows.firstAt.set(firstAt, from);
    rows.lastAt.set(findLast(rowAt.subarray(0, timed), firstAt), from);
    for (const [field, distinct] of [
      ['source_ip', rows.ips],
      ['access_key', rows.keys],
    ] as const)
      distinct.set(yield* countDistinct(snapshot.column(field)!, events, rowAt, together.length), from);
    release(rowAt);
  }
  return rows;
}

/** What stands for the row of all other codes. */
const noRow = 255;

/** Items that are looked at between two yields. */
const piece = 1 << 17;

/** By place of an item its row. */
function* rowsOfItems(column: Column, items: Uint32Array, wanted: Uint32Array): Generator<void, Uint8Array> {
  const rowOf = new Uint8Array(column.valueCount).fill(noRow);
  for (let row = 0; row < wanted.length; row++) rowOf[wanted[row]!] = row;
  const rowAt = new Uint8Array(items.length);
  for (let from = 0; from < items.length; from += piece, yield)
    setRows(rowAt.subarray(from, from + piece), rowOf, column, items.subarray(from, from + piece));
  return rowAt;
}

function setRows(rowAt: Uint8Array, rowOf: Uint8Array, { codes, via }: Column, items: Uint32Array): void {
  for (let at = 0; at < rowAt.length; at++)
    rowAt[at] = rowOf[codes[via === undefined ? items[at]! : via[items[at]!]!]!]!;
}

/** By row the first place of its items. */
function findFirst(rowAt: Uint8Array, rowCount: number): Uint32Array {
  return meet(rowAt, 0, 1, new Uint32Array(rowCount));
}

/** By row the last place of its items among those with a time; the first where none has one. */
function findLast(rowAt: Uint8Array, firstAt: Uint32Array): Uint32Array {
  return meet(rowAt, rowAt.length - 1, -1, firstAt.slice());
}

/** Goes through the items one way, and sets by row the place where it is met first. Rows that are not met stay as they are. */
function meet(rowAt: Uint8Array, start: number, step: 1 | -1, places: Uint32Array): Uint32Array {
  const isMet = new Uint8Array(noRow + 1);
  isMet[noRow] = 1;
  for (let at = start, left = places.length; left > 0 && at >= 0 && at < rowAt.length; at += step) {
    const row = rowAt[at]!;
    if (isMet[row] === 1) continue;
    isMet[row] = 1;
    places[row] = at;
    left--;
  }
  return places;
}

/** By row the number of distinct values among its events, the empty one left out. */
function* countDistinct(
  column: Column,
  events: Uint32Array,
  rowAt: Uint8Array,
  rowCount: number,
): Generator<void, Uint32Array> {
  // A bit for each row and code: whether it has come.
  const words = Math.ceil(column.valueCount / 32);
  const seen = new Int32Array(rowCount * words);
  for (let from = 0; from < events.length; from += piece, yield)
    setSeen(seen, words, column, events.subarray(from, from + piece), rowAt.subarray(from, from + piece));
  const distinct = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    // Code 0 is no value.
    seen[row * words]! &= ~1;
    for (let word = row * words; word < (row + 1) * words; word++) distinct[row]! += countBits(seen[word]!);
  }
  // Else it would wait for a full collection.
  release(seen);
  return distinct;
}

function setSeen(
  seen: Int32Array,
  words: number,
  { codes, via }: Column,
  events: Uint32Array,
  rowAt: Uint8Array,
): void {
  for (let at = 0; at < events.length; at++) {
    const row = rowAt[at]!;
    if (row === noRow) continue;
    const code = codes[via === undefined ? events[at]! : via[events[at]!]!]!;
    seen[row * words + (code >>> 5)]! |= 1 << (code & 31);
  }
}

/** The number of bits in 32 that are set: counted in pairs of bits, in fours, in bytes, and these added up. */
function countBits(bits: number): number {
  const inPairs = bits - ((bits >>> 1) & 0x55555555);
  const inFours = (inPairs & 0x33333333) + ((inPairs >>> 2) & 0x33333333);
  return Math.imul((inFours + (inFours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
