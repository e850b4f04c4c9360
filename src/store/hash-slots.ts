/**
 * Slots of an open-addressed table. A slot is two words: a number, 0 when free │ the hash of what it stands for. The hash
 * spares looking up what other numbers stand for, which is anywhere in memory. Numbers of one place stand in the slots
 * after it, up to the first free one.
 */

/** The index of the slot where numbers with this hash begin. */
export function firstSlot(slots: Uint32Array, hash: number): number {
  return (hash << 1) & (slots.length - 1);
}

/** The index of the slot after this one. */
export function nextSlot(slots: Uint32Array, slot: number): number {
  return (slot + 2) & (slots.length - 1);
}

/** The same table with twice the slots. */
export function widened(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(slots.length * 2);
  for (let old = 0; old < slots.length; old += 2) {
    if (slots[old] === 0) continue;
    let slot = firstSlot(wider, slots[old + 1]!);
    while (wider[slot] !== 0) slot = nextSlot(wider, slot);
    wider[slot] = slots[old]!;
    wider[slot + 1] = slots[old + 1]!;
  }
  return wider;
}
