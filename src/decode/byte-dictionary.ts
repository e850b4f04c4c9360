/**
 * A map from runs of bytes to numbers, for values that repeat from record to record: found by comparing bytes, so that
 * a string is decoded only the first time it is seen. It is a cache: when it has grown too large it forgets everything,
 * and its owner works the number out again.
 */

/** What {@link ByteDictionary.find} gives for bytes it does not know. */
export const unknown = -1;

const maxArenaBytes = 32 * 1024 * 1024;

/** A map from bytes to whole numbers from 0 up. */
export class ByteDictionary {
  /** Slot → entry + 1; 0 is free. Its length is a power of two. */
  #slots = new Int32Array(1024);
  #hashes = new Int32Array(512);
  /** Where each entry's bytes begin in the arena; one more than there are entries. */
  #starts = new Int32Array(513);
  #values = new Int32Array(512);
  #count = 0;
  #arena = new Uint8Array(16 * 1024);
  #arenaView = new DataView(this.#arena.buffer);
  /** Where the last unsuccessful search ended: `add` puts its entry there. */
  #hash = 0;
  #slot = 0;
  /** The entry found last: values come in runs. */
  #last = unknown;

  /** The number of the bytes [start, end), or {@link unknown}. */
  find(view: DataView, start: number, end: number): number {
    const entry = this.entryOf(view, start, end, this.#last);
    if (entry === unknown) return unknown;
    this.#last = entry;
    return this.#values[entry]!;
  }

  /** The number that an entry stands for. */
  valueOf(entry: number): number {
    return this.#values[entry]!;
  }

  /** The entry of the bytes [start, end), or {@link unknown}. `guess` is an entry worth trying first, or {@link unknown}. */
  entryOf(view: DataView, start: number, end: number, guess: number): number {
    if (guess !== unknown && guess < this.#count && this.#equals(guess, view, start, end)) return guess;
    const hash = hashOf(view, start, end);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = this.#slots[slot]! - 1;
      if (entry === -1) break;
      if (this.#hashes[entry] === hash && this.#equals(entry, view, start, end)) return entry;
      slot = (slot + 1) & mask;
    }
    this.#hash = hash;
    this.#slot = slot;
    return unknown;
  }

  /** Adds bytes that `find` or `entryOf` did not know: no other search may come between. Gives the entry, or {@link unknown} when it forgot instead. */
  add(bytes: Uint8Array, start: number, end: number, value: number): number {
    if (this.#starts[this.#count]! + end - start > maxArenaBytes) {
      this.#forget();
      return unknown;
    }
    const entry = this.#count++;
    this.#slots[this.#slot] = entry + 1;
    this.#hashes[entry] = this.#hash;
    this.#values[entry] = value;
    const from = this.#starts[entry]!;
    this.#growArena(from + end - start);
    for (let i = start, to = from; i < end; ) this.#arena[to++] = bytes[i++]!;
    this.#starts[entry + 1] = from + end - start;
    if (this.#count === this.#values.length) this.#growEntries();
    return entry;
  }

  #equals(entry: number, view: DataView, start: number, end: number): boolean {
    let at = this.#starts[entry]!;
    if (this.#starts[entry + 1]! - at !== end - start) return false;
    const arena = this.#arenaView;
    let i = start;
    for (; i + 4 <= end; i += 4, at += 4)
      if (view.getInt32(i, true) !== arena.getInt32(at, true)) return false;
    for (; i < end; i++, at++) if (view.getUint8(i) !== arena.getUint8(at)) return false;
    return true;
  }

  #growArena(byteLength: number): void {
    if (byteLength <= this.#arena.length) return;
    const larger = new Uint8Array(Math.max(byteLength, this.#arena.length * 2));
    larger.set(this.#arena);
    this.#arena = larger;
    this.#arenaView = new DataView(larger.buffer);
  }

  #growEntries(): void {
    const capacity = this.#values.length * 2;
    const copied = (from: Int32Array, length: number) => {
      const to = new Int32Array(length);
      to.set(from);
      return to;
    };
    this.#hashes = copied(this.#hashes, capacity);
    this.#values = copied(this.#values, capacity);
    this.#starts = copied(this.#starts, capacity + 1);
    this.#slots = new Int32Array(capacity * 2);
    const mask = this.#slots.length - 1;
    for (let entry = 0; entry < this.#count; entry++) {
      const hash = this.#hashes[entry]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry + 1;
    }
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#count = 0;
  }
}

function hashOf(view: DataView, start: number, end: number): number {
  let hash = (end - start) ^ 0x2f0b4a27;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
