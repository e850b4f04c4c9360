import { release } from '../decode/release.ts';

/** Where the events stand once copies are folded. */
export type Folded = {
  /** The events that stand for themselves or for copies of them, in total order. */
  readonly order: Uint32Array;
  /** By event its position in `order`; a copy has that of the event it was folded into. */
  readonly rank: Uint32Array;
};

const piece = 1 << 16;
const nowhere = 0xffffffff;

/**
 * Folds copies into the first of them in total order. `roots` gives by event one more than the event that stands for
 * its group of copies, whichever of them that is; 0 for events without copies. Yields between pieces; releases `sequence`.
 */
export function* foldCopies(sequence: Uint32Array, roots: Uint32Array): Generator<void, Folded> {
  const rank = new Uint32Array(sequence.length).fill(nowhere);
  const order = new Uint32Array(sequence.length);
  let position = 0;
  for (let from = 0; from < sequence.length; from += piece) {
    const to = Math.min(from + piece, sequence.length);
    for (let i = from; i < to; i++) {
      const event = sequence[i]!;
      const root = roots[event]!;
      if (root !== 0) {
        // The group's root takes its rank from the first of the group that comes by, which marks the group as seen.
        const known = rank[root - 1]!;
        rank[event] = known === nowhere ? position : known;
        if (known !== nowhere) continue;
        rank[root - 1] = position;
      } else rank[event] = position;
      order[position++] = event;
    }
    yield;
  }
  release(sequence);
  return { order: order.subarray(0, position), rank };
}
