import { wordColumn } from './growing-column.ts';

/**
 * Which events have a code, for columns that few events have: pairs (event, code) in order of event, chained by
 * code from the newest back. A chain never changes behind its newest pair, so snapshots share it.
 */
export class Postings {
  readonly #events = wordColumn();
  readonly #codes = wordColumn();
  /** By pair: one more than the pair before with the same code; 0 at the end of the chain. */
  readonly #before = wordColumn();
  /** By code: one more than its newest pair; 0 when there is none. */
  readonly #newest = wordColumn();
  #length = 0;

  /** Adds a pair. Events come in ascending order. */
  add(event: number, code: number): void {
    const pair = this.#length++;
    for (const column of [this.#events, this.#codes, this.#before]) column.reserve(pair + 1, pair);
    this.#newest.reserve(code + 1, this.#newest.array.length);
    this.#events.array[pair] = event;
    this.#codes.array[pair] = code;
    this.#before.array[pair] = this.#newest.array[code]!;
    this.#newest.array[code] = pair + 1;
  }

  /** The code of an event; 0 when it has none. */
  codeAt(event: number): number {
    const events = this.#events.array;
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (events[middle]! < event) low = middle + 1;
      else high = middle;
    }
    return low < this.#length && events[low] === event ? this.#codes.array[low]! : 0;
  }

  /** The pairs (event, code) of events below `length`, in order of event. */
  *pairs(length: number): Generator<readonly [number, number]> {
    for (let pair = 0; pair < this.#length; pair++) {
      const event = this.#events.array[pair]!;
      if (event >= length) return;
      yield [event, this.#codes.array[pair]!];
    }
  }

  /** The events below `length` that have the code, newest first. */
  *eventsWith(code: number, length: number): Generator<number> {
    for (let link = this.#newest.array[code] ?? 0; link !== 0; link = this.#before.array[link - 1]!) {
      const event = this.#events.array[link - 1]!;
      if (event < length) yield event;
    }
  }
}
