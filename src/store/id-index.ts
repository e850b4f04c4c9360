import { type GrowingColumn, wordColumn } from './growing-column.ts';
import { firstSlot, nextSlot, widened } from './hash-slots.ts';

/**
 * Which events have an eventID: tables over the ids' words, with the events of one id chained from the newest back. A chain
 * never changes behind its newest event, so snapshots share it and pass over what is newer.
 *
 * There are many small tables, chosen by the upper bits of a hash, so that none takes long to grow. The number in a slot
 * (`hash-slots.ts`) is one more than the newest event of the id.
 */
export class IdIndex {
  /** Four words an event, as in a batch, with codes of the store. */
  readonly #words: GrowingColumn<Uint32Array>;
  readonly #tables: Table[] = Array.from({ length: tableCount }, () => ({
    slots: new Uint32Array(2 * smallest),
    used: 0,
  }));
  /** By event: one more than the event before with the same id; 0 at the end of the chain. */
  readonly #before = wordColumn();

  constructor(words: GrowingColumn<Uint32Array>) {
    this.#words = words;
  }

  /** Makes room for that many events in all. */
  reserve(events: number, used: number): void {
    this.#before.reserve(events, used);
  }

  /** Adds an event whose words are written. True when an earlier event has the same id; events without an id have none. */
  add(event: number): boolean {
    const words = this.#words.array;
    const at = event * 4;
    if (isNone(words, at)) return false;
    const hash = hashOf(words, at);
    const table = this.#tables[hash >>> tableShift]!;
    const slot = this.#slotOf(table.slots, words, at, hash);
    const before = table.slots[slot]!;
    table.slots[slot] = event + 1;
    if (before !== 0) {
      this.#before.array[event] = before;
      return true;
    }
    table.slots[slot + 1] = hash;
    if (++table.used * 8 > table.slots.length * 3) table.slots = widened(table.slots);
    return false;
  }

  /** The event loaded before this one that has the same id, or undefined. */
  before(event: number): number | undefined {
    const link = this.#before.array[event]!;
    return link === 0 ? undefined : link - 1;
  }

  /** The newest event with the same id as this one, which was added: maybe itself. */
  newestLike(event: number): number {
    return this.#newest(this.#words.array, event * 4) - 1;
  }

  /** The events below `length` with the id in `words[0 … 3]`, newest first. */
  *eventsWith(words: Uint32Array, length: number): Generator<number> {
    if (isNone(words, 0)) return;
    for (let link = this.#newest(words, 0); link !== 0; link = this.#before.array[link - 1]!) {
      if (link <= length) yield link - 1;
    }
  }

  #newest(words: Uint32Array, at: number): number {
    const hash = hashOf(words, at);
    const { slots } = this.#tables[hash >>> tableShift]!;
    return slots[this.#slotOf(slots, words, at, hash)]!;
  }

  /** The slot of an id, or the free one where it belongs. */
  #slotOf(slots: Uint32Array, words: Uint32Array, at: number, hash: number): number {
    for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
      const link = slots[slot]!;
      if (link === 0) return slot;
      if (slots[slot + 1] === hash && this.#hasWords((link - 1) * 4, words, at)) return slot;
    }
  }

  #hasWords(own: number, words: Uint32Array, at: number): boolean {
    const all = this.#words.array;
    return (
      all[own] === words[at] &&
      all[own + 1] === words[at + 1] &&
      all[own + 2] === words[at + 2] &&
      all[own + 3] === words[at + 3]
    );
  }
}

type Table = { slots: Uint32Array; used: number };

const tableBits = 6;
const tableCount = 1 << tableBits;
const tableShift = 32 - tableBits;
/** Slots of an empty table. */
const smallest = 256;

function isNone(words: Uint32Array, at: number): boolean {
  return (words[at]! | words[at + 1]! | words[at + 2]! | words[at + 3]!) === 0;
}

function hashOf(words: Uint32Array, at: number): number {
  let hash = Math.imul(words[at]! ^ Math.imul(words[at + 1]!, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ words[at + 2]!, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ words[at + 3]!, 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}
