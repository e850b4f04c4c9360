import type { GrowingColumn } from './growing-column.ts';

/** Which identity has these codes: an open-addressed table over the columns of identities. */
export class IdentityIndex {
  /** A column of codes for each text of an identity, by identity. */
  readonly #columns: readonly GrowingColumn<Uint32Array>[];
  /** One more than the identity; 0 for a free slot. */
  #slots = new Uint32Array(1024);
  /** Number of identities. */
  length = 0;

  constructor(columns: readonly GrowingColumn<Uint32Array>[]) {
    this.#columns = columns;
  }

  /** The identity with these codes, one for each column; the next free one when it is new. */
  identityWith(codes: ArrayLike<number>): number {
    const slot = this.#slotOf(codes);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    const identity = this.length++;
    this.#columns.forEach((column, i) => {
      column.reserve(identity + 1, identity);
      column.array[identity] = codes[i]!;
    });
    this.#slots[slot] = identity + 1;
    if (this.length * 2 > this.#slots.length) this.#grow();
    return identity;
  }

  #slotOf(codes: ArrayLike<number>): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let hash = 0;
    for (let i = 0; i < codes.length; i++) hash = Math.imul(hash ^ codes[i]!, 0x9e3779b1) ^ (hash >>> 15);
    for (let slot = (hash ^ (hash >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const link = slots[slot]!;
      if (link === 0 || this.#hasCodes(link - 1, codes)) return slot;
    }
  }

  #hasCodes(identity: number, codes: ArrayLike<number>): boolean {
    const columns = this.#columns;
    for (let i = 0; i < columns.length; i++) if (columns[i]!.array[identity] !== codes[i]) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    const codes = new Uint32Array(this.#columns.length);
    for (let identity = 0; identity < this.length; identity++) {
      for (let i = 0; i < codes.length; i++) codes[i] = this.#columns[i]!.array[identity]!;
      this.#slots[this.#slotOf(codes)] = identity + 1;
    }
  }
}
