import { release } from '../decode/release.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Mask } from './mask.ts';

/** Masks remembered for a snapshot, one byte an event each: the conditions of a query and those it had just before. */
const mostMasks = 16;

const masks = new WeakMap<Snapshot, Map<string, Mask>>();

/**
 * The mask of a condition, made once for a snapshot: as a query is typed, all its conditions but the last stay. The
 * mask must not be written to.
 */
export function remembered(snapshot: Snapshot, key: string, make: () => Mask): Mask {
  const known = masks.get(snapshot) ?? new Map<string, Mask>();
  masks.set(snapshot, known);
  const mask = known.get(key) ?? make();
  known.delete(key);
  known.set(key, mask);
  if (known.size > mostMasks) {
    const [oldest, forgotten] = known.entries().next().value!;
    known.delete(oldest);
    leftOver.push(forgotten);
  }
  return mask;
}

/** Masks that the query being answered may still need. */
const leftOver: Mask[] = [];

/** Gives back the memory of masks that are not remembered any more. To be called while none is in use. */
export function releaseForgotten(): void {
  for (const mask of leftOver.splice(0)) release(mask);
}
