import { release } from '../decode/release.ts';
import type { Column } from '../store/snapshot.ts';
import { countLeading } from './count-leading.ts';

/** A column without the values that its codes stand for. */
export type Codes = Pick<Column, 'codes' | 'via' | 'valueCount'>;

/** How often each code of a column occurs among some events, and where. All arrays are by code. */
export type Tally = {
  readonly counts: Uint32Array;
  /**
   * Positions of the first and the last of these events, where there are any. One without a readable time is the last
   * only where there is no other.
   */
  readonly firstAt: Uint32Array;
  readonly lastAt: Uint32Array;
};

/** By code how often it occurs among events. */
export function countEvents({ codes, via, valueCount }: Codes, events: Uint32Array): Uint32Array {
  const counts = new Uint32Array(valueCount);
  if (via === undefined) for (let at = 0; at < events.length; at++) counts[codes[events[at]!]!]!++;
  else for (let at = 0; at < events.length; at++) counts[codes[via[events[at]!]!]!]!++;
  return counts;
}

/**
 * Counts the codes of a column among events, in one pass.
 *
 * @param timed How many of the events have a readable time: these come first, in order of time.
 */
export function tallyEvents({ codes, via, valueCount }: Codes, events: Uint32Array, timed: number): Tally {
  const counts = new Uint32Array(valueCount);
  // Places are written and not compared: times are in order, and looking them up would cost more than all the rest.
  const firstAt = new Uint32Array(valueCount);
  const lastAt = new Uint32Array(valueCount);
  for (let at = 0; at < timed; at++) {
    const code = codes[via === undefined ? events[at]! : via[events[at]!]!]!;
    if (counts[code]!++ === 0) firstAt[code] = at;
    lastAt[code] = at;
  }
  for (let at = timed; at < events.length; at++) {
    const code = codes[via === undefined ? events[at]! : via[events[at]!]!]!;
    if (counts[code]!++ > 0) continue;
    firstAt[code] = at;
    lastAt[code] = at;
  }
  return { counts, firstAt, lastAt };
}

/** The same for numbers that are given by the position of their event. */
export function tallyNumbers(numbers: Uint32Array, count: number, timed: number): Tally {
  const positions = new Uint32Array(numbers.length);
  for (let at = 0; at < positions.length; at++) positions[at] = at;
  const tally = tallyEvents({ codes: numbers, via: undefined, valueCount: count }, positions, timed);
  release(positions);
  return tally;
}

/** How many of some events in total order have a readable time. */
export function timedLength(events: Uint32Array, timeMs: Float64Array): number {
  return countLeading(events, (event) => !Number.isNaN(timeMs[event]!));
}
