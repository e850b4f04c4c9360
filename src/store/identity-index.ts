import type { CodeColumn } from './code-column.ts';
import { firstSlot, nextSlot, widened } from './hash-slots.ts';

/** Which identity has these codes: a table over the columns of identities. */
export class IdentityIndex {
  /** A column of codes for each text of an identity, by identity. */
  readonly #columns: readonly CodeColumn[];
  /** Of `hash-slots.ts`; their numbers are one more than the identity. */
  #slots = new Uint32Array(2048);
  /** Number of identities. */
  length = 0;

  constructor(columns: readonly CodeColumn[]) {
    this.#columns = columns;
  }

  /** The identity with these codes, one for each column; the next free one when it is new. */
  identityWith(codes: Uint32Array): number {
    const hash = hashOf(codes);
    const slots = this.#slots;
    const slot = this.#slotOf(codes, hash);
    const known = slots[slot]!;
    if (known !== 0) return known - 1;
    const identity = this.length++;
    const columns = this.#columns;
    if (identity === columns[0]!.array.length)
      for (const column of columns) column.reserve(identity + 1, identity);
    for (let i = 0; i < columns.length; i++) columns[i]!.array[identity] = codes[i]!;
    slots[slot] = identity + 1;
    slots[slot + 1] = hash;
    if (this.length * 4 > slots.length) this.#slots = widened(slots);
    return identity;
  }

  /** The slot of the identity, or the free one where it belongs. */
  #slotOf(codes: Uint32Array, hash: number): number {
    const slots = this.#slots;
    for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
      const link = slots[slot]!;
      if (link === 0 || (slots[slot + 1] === hash && this.#hasCodes(link - 1, codes))) return slot;
    }
  }

  #hasCodes(identity: number, codes: Uint32Array): boolean {
    const columns = this.#columns;
    for (let i = 0; i < columns.length; i++) if (columns[i]!.array[identity] !== codes[i]) return false;
    return true;
  }
}

function hashOf(codes: Uint32Array): number {
  let hash = 0;
  for (let i = 0; i < codes.length; i++) hash = Math.imul(hash ^ codes[i]!, 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 16)) >>> 0;
}
