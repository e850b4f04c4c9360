import { isAscii } from 'node:buffer';
import { release } from '../decode/release.ts';
import { comparePacked, type PackedTexts, smallLetters, unitPlaces } from '../store/packed-texts.ts';
import { runToEnd } from '../store/run-to-end.ts';
import type { ColumnValues } from '../store/snapshot.ts';
import { addressNumber } from './address-number.ts';
import { foldPacked } from './fold-packed.ts';
import { sortPacked } from './sort-packed.ts';
import { comparisonOf, type ValueOrder } from './value-comparison.ts';

// Sorting a quarter of a million values takes long, so a list that is only appended to is sorted once, and ahead of time
// where somebody has the time.

type Sorted = { readonly codes: Uint32Array; readonly count: number };

const remembered = new WeakMap<object, Map<ValueOrder, Sorted>>();

/** What is known of an order without any work, or undefined. */
function knownOrder({ list, valueCount }: ColumnValues, order: ValueOrder): Uint32Array | undefined {
  const known = remembered.get(list)?.get(order);
  return known?.count === valueCount ? known.codes : undefined;
}

/**
 * The codes of the values in order; where values are kept as bytes, in
 * pieces of a few milliseconds with yields between them.
 */
export function* sortCodes(values: ColumnValues, order: ValueOrder): Generator<void, Uint32Array> {
  const known = knownOrder(values, order);
  if (known !== undefined) return known;
  const packed = values.packed();
  const codes = allCodes(values.valueCount);
  if (packed === undefined) codes.sort(comparisonOf(values, order));
  else if (order === 'exact') yield* sortPacked(packed, codes, unitPlaces, () => {});
  else if (order === 'name') yield* sortByName(values, packed, codes);
  else codes.set(yield* sortByAddress(values));
  // Of names in small letters, or of keys, one order is the other.
  const exact = knownOrder(values, 'exact');
  const isExact = exact?.every((code, place) => code === codes[place]);
  return remember(values, order, { codes: isExact ? exact! : codes, count: values.valueCount });
}

/** By their small letters; those that are then equal by code unit. */
function* sortByName(values: ColumnValues, packed: PackedTexts, codes: Uint32Array): Generator<void, void> {
  const exactly = comparePacked(packed);
  const sortEqual = (equal: Uint32Array) => equal.sort(exactly);
  if (isAscii(packed.bytes.subarray(0, packed.ends[values.valueCount - 1])))
    return yield* sortPacked(packed, codes, smallLetters, sortEqual);
  const folded = yield* foldPacked(values, packed);
  yield* sortPacked(folded, codes, unitPlaces, sortEqual);
  release(folded.bytes);
  release(folded.ends);
}

/** Addresses by number, then the rest by name. */
function* sortByAddress(values: ColumnValues): Generator<void, Uint32Array> {
  const { valueAt, valueCount } = values;
  const byName = yield* sortCodes(values, 'name');
  // The four parts of each address as the bytes of a text; of what is none, no bytes.
  const bytes = Buffer.alloc(valueCount * 4);
  const ends = new Uint32Array(valueCount);
  for (let code = 1; code < valueCount; code++) {
    const number = addressNumber(valueAt(code));
    ends[code] = number === undefined ? ends[code - 1]! : bytes.writeUInt32BE(number, ends[code - 1]);
    if (code % piece === 0) yield;
  }
  const isAddress = (code: number) => code > 0 && ends[code] !== ends[code - 1];
  const addresses = byName.filter(isAddress);
  yield* sortPacked({ bytes, ends }, addresses, bytePlaces, () => {});
  const sorted = new Uint32Array(valueCount);
  sorted.set(addresses);
  sorted.set(
    byName.filter((code) => !isAddress(code)),
    addresses.length,
  );
  return sorted;
}

const bytePlaces = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Values that are looked at between two yields. */
const piece = 1 << 13;

function remember({ list }: ColumnValues, order: ValueOrder, sorted: Sorted): Uint32Array {
  const orders = remembered.get(list) ?? new Map<ValueOrder, Sorted>();
  remembered.set(list, orders);
  orders.set(order, sorted);
  return sorted.codes;
}

/** Some codes in order; the list is sorted for it only when it is worth it. */
export function sortSome(values: ColumnValues, codes: Uint32Array, order: ValueOrder): Uint32Array {
  const { valueCount } = values;
  const known = knownOrder(values, order);
  if (known === undefined && codes.length < valueCount / 2)
    return codes.slice().sort(comparisonOf(values, order));
  const isWanted = new Uint8Array(valueCount);
  for (const code of codes) isWanted[code] = 1;
  const sorted = new Uint32Array(codes.length);
  let found = 0;
  for (const code of known ?? runToEnd(sortCodes(values, order)))
    if (isWanted[code] === 1) sorted[found++] = code;
  return sorted;
}

function allCodes(count: number): Uint32Array {
  const codes = new Uint32Array(count);
  for (let code = 0; code < count; code++) codes[code] = code;
  return codes;
}
