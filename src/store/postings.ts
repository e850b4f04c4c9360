import { wordColumn } from './growing-column.ts';

/**
 * Which events have a code, for columns that few events have: pairs (event, code) in order of event. Pairs are only
 * appended, so snapshots share them.
 */
export class Postings {
  readonly #events = wordColumn();
  readonly #codes = wordColumn();
  #length = 0;

  /** Adds a pair. Events come in ascending order. */
  add(event: number, code: number): void {
    const pair = this.#length++;
    for (const column of [this.#events, this.#codes]) column.reserve(pair + 1, pair);
    this.#events.array[pair] = event;
    this.#codes.array[pair] = code;
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
}
