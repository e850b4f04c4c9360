import { type GrowingColumn, wordColumn } from './growing-column.ts';

const smallest = 4096;

/**
 * Which events have an eventID: an open-addressed table over the ids' words, with the events of one id chained from
 * the newest back. A chain never changes behind its newest event, so snapshots share it and pass over what is newer.
 */
export class IdIndex {
  /** Four words an event, as in a batch, with codes of the store. */
  readonly #words: GrowingColumn<Uint32Array>;
  /** One more than the newest event of an id; 0 for a free slot. */
  #slots = new Uint32Array(smallest);
  #distinct = 0;
  /** By event: one more than the event before with the same id; 0 at the end of the chain. */
  readonly #before = wordColumn();

  constructor(words: GrowingColumn<Uint32Array>) {
    this.#words = words;
  }

  /** Makes room for that many events in all. */
  reserve(events: number, used: number): void {
    this.#before.reserve(events, used);
    let size = this.#slots.length;
    while (size < events * 2) size *= 2;
    if (size > this.#slots.length) this.#rehash(size);
  }

  /** Adds an event whose words are written. True when an earlier event has the same id; events without an id have none. */
  add(event: number): boolean {
    const words = this.#words.array;
    const at = event * 4;
    if ((words[at]! | words[at + 1]! | words[at + 2]! | words[at + 3]!) === 0) return false;
    if ((this.#distinct + 1) * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    const slot = this.#slotOf(words, at);
    const before = this.#slots[slot]!;
    this.#slots[slot] = event + 1;
    if (before === 0) {
      this.#distinct++;
      return false;
    }
    this.#before.array[event] = before;
    return true;
  }

  /** The event loaded before this one that has the same id, or undefined. */
  before(event: number): number | undefined {
    const link = this.#before.array[event]!;
    return link === 0 ? undefined : link - 1;
  }

  /** The newest event with the same id as this one, which was added: maybe itself. */
  newestLike(event: number): number {
    return this.#slots[this.#slotOf(this.#words.array, event * 4)]! - 1;
  }

  /** The events below `length` with the id in `words[0 … 3]`, newest first. */
  *eventsWith(words: Uint32Array, length: number): Generator<number> {
    if ((words[0]! | words[1]! | words[2]! | words[3]!) === 0) return;
    for (let link = this.#slots[this.#slotOf(words, 0)]!; link !== 0; link = this.#before.array[link - 1]!) {
      if (link <= length) yield link - 1;
    }
  }

  #slotOf(words: Uint32Array, at: number): number {
    const [a, b, c, d] = [words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!];
    const own = this.#words.array;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
      const link = slots[slot]!;
      if (link === 0) return slot;
      const other = (link - 1) * 4;
      if (own[other] === a && own[other + 1] === b && own[other + 2] === c && own[other + 3] === d)
        return slot;
    }
  }

  #rehash(size: number): void {
    const links = this.#slots;
    const words = this.#words.array;
    this.#slots = new Uint32Array(size);
    for (const link of links) if (link !== 0) this.#slots[this.#slotOf(words, (link - 1) * 4)] = link;
  }
}

function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ d, 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}
