import { release } from '../decode/release.ts';
import { runToEnd } from '../store/run-to-end.ts';
import { addressNumber } from './address-number.ts';
import { foldedValues } from './folded.ts';

/**
 * Values in order. Sorting a quarter of a million strings takes half a second, so a list that is only appended to is
 * sorted once, and ahead of time where somebody has the time.
 *
 * - `exact`: by code unit
 * - `name`: without regard to case, then by code unit
 * - `address`: IPv4 addresses by number, before everything else, which is as `name`
 */
export type ValueOrder = 'exact' | 'name' | 'address';

type Sorted = { readonly codes: Uint32Array; readonly count: number };

const remembered = new WeakMap<readonly string[], Map<ValueOrder, Sorted>>();

/** The codes of the first `count` values in order. */
function sortedCodes(values: readonly string[], count: number, order: ValueOrder): Uint32Array {
  return runToEnd(sortCodes(values, count, order));
}

/** What is known of an order without any work, or undefined. */
function knownOrder(values: readonly string[], count: number, order: ValueOrder): Uint32Array | undefined {
  const known = remembered.get(values)?.get(order);
  return known?.count === count ? known.codes : undefined;
}

/** Values that are sorted between two yields: less than a few milliseconds. */
const piece = 1024;

/** The same in pieces: yields between them. */
export function* sortCodes(
  values: readonly string[],
  count: number,
  order: ValueOrder,
): Generator<void, Uint32Array> {
  const known = knownOrder(values, count, order);
  if (known !== undefined) return known;
  // One order is nearly the other, and what is nearly sorted is sorted soon.
  const exact = order === 'exact' ? undefined : yield* sortCodes(values, count, 'exact');
  if (exact !== undefined && order === 'name' && (yield* keepsOrderFolded(values, count)))
    return remember(values, order, { codes: exact, count });
  const compare = comparisonOf(values, count, order);
  let from: Uint32Array = exact?.slice() ?? allCodes(count);
  for (let start = 0; start < count; start += piece) {
    from.subarray(start, start + piece).sort(compare);
    yield;
  }
  let to: Uint32Array = new Uint32Array(count);
  for (let width = piece; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      yield* merge(
        from,
        to,
        start,
        Math.min(count, start + width),
        Math.min(count, start + 2 * width),
        compare,
      );
    }
    [from, to] = [to, from];
  }
  release(to);
  return remember(values, order, { codes: from, count });
}

function remember(values: readonly string[], order: ValueOrder, sorted: Sorted): Uint32Array {
  const orders = remembered.get(values) ?? new Map<ValueOrder, Sorted>();
  remembered.set(values, orders);
  orders.set(order, sorted);
  return sorted.codes;
}

/**
 * Whether the order stays the same when values are folded: where none has a capital letter, or none has anything that
 * stands between capital and small letters or beyond, and so all are as access keys are.
 */
function* keepsOrderFolded(values: readonly string[], count: number): Generator<void, boolean> {
  let [withoutCapitals, withoutSmall] = [true, true];
  for (let code = 0; code < count; code++) {
    if (withoutCapitals && /[A-Z\u0080-\uffff]/.test(values[code]!)) withoutCapitals = false;
    if (withoutSmall && /[[-z\u0080-\uffff]/.test(values[code]!)) withoutSmall = false;
    if (!withoutCapitals && !withoutSmall) return false;
    if (code % piece === piece - 1) yield;
  }
  return true;
}

/** The sorted runs `from[start … middle)` and `from[middle … end)` as one run of `to`. */
function* merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: (a: number, b: number) => number,
): Generator<void> {
  if (middle >= end || compare(from[middle - 1]!, from[middle]!) < 0) {
    to.set(from.subarray(start, end), start);
    return;
  }
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const isLeft = right === end || (left < middle && compare(from[left]!, from[right]!) < 0);
    to[at] = isLeft ? from[left++]! : from[right++]!;
    if (at % (piece * 4) === 0) yield;
  }
}

/** Some codes in order; the list is sorted for it only when it is worth it. */
export function sortSome(
  values: readonly string[],
  count: number,
  codes: Uint32Array,
  order: ValueOrder,
): Uint32Array {
  const known = knownOrder(values, count, order);
  if (known === undefined && codes.length < count / 2)
    return codes.slice().sort(comparisonOf(values, count, order));
  const isWanted = new Uint8Array(count);
  for (const code of codes) isWanted[code] = 1;
  const sorted = new Uint32Array(codes.length);
  let found = 0;
  for (const code of known ?? sortedCodes(values, count, order))
    if (isWanted[code] === 1) sorted[found++] = code;
  return sorted;
}

function allCodes(count: number): Uint32Array {
  const codes = new Uint32Array(count);
  for (let code = 0; code < count; code++) codes[code] = code;
  return codes;
}

function comparisonOf(
  values: readonly string[],
  count: number,
  order: ValueOrder,
): (a: number, b: number) => number {
  // No two values are equal.
  const exactly = (a: number, b: number) => (values[a]! < values[b]! ? -1 : 1);
  if (order === 'exact') return exactly;
  const folded = foldedValues(values, count);
  const byName = (a: number, b: number) =>
    folded[a]! < folded[b]! ? -1 : folded[a]! === folded[b]! ? exactly(a, b) : 1;
  if (order === 'name') return byName;
  const numbers = new Float64Array(count);
  for (let code = 0; code < count; code++) numbers[code] = addressNumber(values[code]!) ?? noAddress;
  return (a, b) => (numbers[a] === numbers[b] ? byName(a, b) : numbers[a]! - numbers[b]!);
}

/** More than the number of any IPv4 address. */
const noAddress = 2 ** 32;
