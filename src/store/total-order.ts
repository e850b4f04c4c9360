import { release } from '../decode/release.ts';
import { documentOf, fileStartOf, type StoredDocument } from './stored-document.ts';

/**
 * The total order of events: time, then path, then position in the file; unreadable times last.
 *
 * The events are first listed file by file, which settles path and position, and then sorted by time with a radix
 * sort, which is stable and keeps that order among equal times. Neither depends on the order of loading.
 * Both yield between pieces of some tens of thousands of events, so that a caller can let others run in between.
 */

/** Events handled between two yields. */
const piece = 1 << 16;
const digitBits = 11;
const digitCount = 1 << digitBits;

/** What the order is made from; only events below `length` count. */
type Placed = {
  readonly length: number;
  readonly timeMs: Float64Array;
  readonly start: Uint32Array;
  /** In order of loading. */
  readonly documents: readonly StoredDocument[];
  /** The same ones, as `compareDocuments` orders them. */
  readonly sorted: readonly StoredDocument[];
};

/** All events, copies included, in total order. */
export function* totalOrder(placed: Placed): Generator<void, Uint32Array> {
  const listed = yield* listByFile(placed);
  return yield* sortByTime(listed, placed.timeMs);
}

function* listByFile({ length, start, documents, sorted }: Placed): Generator<void, Uint32Array> {
  const listed = new Uint32Array(length);
  let at = 0;
  let untilYield = piece;
  for (let i = 0; i < sorted.length; ) {
    const from = at;
    let plain = true;
    const { path } = sorted[i]!.document;
    for (let previous: StoredDocument | undefined; sorted[i]?.document.path === path; i++) {
      const stored = sorted[i]!;
      if (stored.length === 0) continue;
      plain &&= stored.ascending && (previous === undefined || previous.lastStart < stored.firstStart);
      for (let event = stored.firstEvent; event < stored.firstEvent + stored.length; event++)
        listed[at++] = event;
      previous = stored;
    }
    if (!plain) sortByPosition(listed.subarray(from, at), start, documents);
    untilYield -= at - from;
    if (untilYield > 0) continue;
    untilYield = piece;
    yield;
  }
  return listed;
}

/** For the few files whose documents interleave, or whose records were not found in their order. */
function sortByPosition(events: Uint32Array, start: Uint32Array, documents: readonly StoredDocument[]): void {
  const positions = new Map<number, number>();
  for (const event of events)
    positions.set(event, fileStartOf(documentOf(documents, event), event, start[event]!));
  // Events of one file are numbered in the order its decoder found them, on any number of threads.
  events.sort((a, b) => positions.get(a)! - positions.get(b)! || a - b);
}

function* sortByTime(listed: Uint32Array, timeMs: Float64Array): Generator<void, Uint32Array> {
  const { low, high } = yield* timeKeys(listed, timeMs);
  let from: Uint32Array = listed;
  let to: Uint32Array = new Uint32Array(listed.length);
  for (const words of [low, high]) {
    const used = 32 - Math.clz32(yield* differingBits(words));
    for (let shift = 0; shift < used; shift += digitBits) {
      yield* radixPass(from, to, words, shift);
      [from, to] = [to, from];
    }
    release(words);
  }
  release(to);
  return from;
}

/** Sort keys by event, as two words: whole seconds since the oldest event where all times are such, else milliseconds. */
function* timeKeys(
  listed: Uint32Array,
  timeMs: Float64Array,
): Generator<void, { readonly low: Uint32Array; readonly high: Uint32Array }> {
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  let seconds = true;
  for (let i = 0; i < listed.length; i++) {
    const time = timeMs[i]!;
    if (time < firstMs) firstMs = time;
    if (time > lastMs) lastMs = time;
    // False for NaN; a remainder of doubles would take ten times as long.
    if (Math.floor(time / 1000) * 1000 < time) seconds = false;
    if (i % (piece * 2) === piece * 2 - 1) yield;
  }
  const unitMs = seconds ? 1000 : 1;
  const unreadable = Math.floor((lastMs - firstMs) / unitMs) + 1;
  const low = new Uint32Array(listed.length);
  const high = unreadable >= 2 ** 32 ? new Uint32Array(listed.length) : new Uint32Array(0);
  for (let i = 0; i < listed.length; i++) {
    const time = timeMs[i]!;
    const key = Number.isNaN(time) ? unreadable : (time - firstMs) / unitMs;
    low[i] = key;
    if (high.length > 0) high[i] = key / 2 ** 32;
    if (i % (piece * 2) === piece * 2 - 1) yield;
  }
  return { low, high };
}

/** The bits in which not all words agree. */
function* differingBits(words: Uint32Array): Generator<void, number> {
  let differing = 0;
  for (let i = 0; i < words.length; i++) differing |= words[i]! ^ words[0]!;
  yield;
  return differing;
}

/** One stable pass: the events of `from` into `to`, by one digit of their words. */
function* radixPass(
  from: Uint32Array,
  to: Uint32Array,
  words: Uint32Array,
  shift: number,
): Generator<void, void> {
  const next = new Uint32Array(digitCount + 1);
  for (let i = 0; i < words.length; i++) next[((words[i]! >>> shift) & (digitCount - 1)) + 1]!++;
  for (let digit = 1; digit < digitCount; digit++) next[digit]! += next[digit - 1]!;
  yield;
  for (let start = 0; start < from.length; start += piece) {
    const end = Math.min(start + piece, from.length);
    for (let i = start; i < end; i++) {
      const event = from[i]!;
      to[next[(words[event]! >>> shift) & (digitCount - 1)]!++] = event;
    }
    yield;
  }
}
