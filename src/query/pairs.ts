import { firstSlot, nextSlot, widened } from '../store/hash-slots.ts';

/** Numbers pairs of numbers in the order in which they come. */
export class Pairs {
  /** Number of distinct pairs. */
  count = 0;
  #first = new Uint32Array(1 << 10);
  #second = new Uint32Array(1 << 10);
  /** Of `hash-slots.ts`; their numbers are one more than the number of a pair. */
  #slots = new Uint32Array(1 << 12);

  /** The number of a pair. */
  numberOf(first: number, second: number): number {
    const hash = hashOf(first, second);
    const slot = this.#slotOf(first, second, hash);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    this.#first[this.count] = first;
    this.#second[this.count] = second;
    this.#slots[slot] = ++this.count;
    this.#slots[slot + 1] = hash;
    if (this.count === this.#first.length) this.#grow();
    return this.count - 1;
  }

  /** The pair with a number. */
  pair(number: number): readonly [number, number] {
    return [this.#first[number]!, this.#second[number]!];
  }

  #slotOf(first: number, second: number, hash: number): number {
    const slots = this.#slots;
    for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
      const link = slots[slot]!;
      if (link === 0 || (this.#first[link - 1] === first && this.#second[link - 1] === second)) return slot;
    }
  }

  #grow(): void {
    const [first, second] = [this.#first, this.#second];
    this.#first = new Uint32Array(first.length * 2);
    this.#second = new Uint32Array(first.length * 2);
    this.#first.set(first);
    this.#second.set(second);
    this.#slots = widened(this.#slots);
  }
}

function hashOf(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + (first >>> 15)), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
