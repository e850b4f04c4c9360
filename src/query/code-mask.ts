import type { Column, Snapshot } from '../store/snapshot.ts';
import { emptyMask, type Mask } from './mask.ts';

/**
 * Adds to a mask what was decided about the codes of a column.
 *
 * @param decided By code `Yes` or `No`.
 */
export function addByCode(mask: Mask, { codes, via }: Column, decided: Uint8Array, length: number): void {
  // No branches: whether an event passes is hard to foretell, and a wrong guess costs more than the writing.
  if (via === undefined) {
    for (let event = 0; event < length; event++) mask[event]! |= decided[codes[event]!]!;
  } else {
    for (let event = 0; event < length; event++) mask[event]! |= decided[codes[via[event]!]!]!;
  }
}

/** The mask of what was decided about the identities: by identity code `Yes` or `No`. */
export function maskOfIdentities(decided: Uint8Array, { identity, length }: Snapshot): Mask {
  const mask = emptyMask(length);
  for (let event = 0; event < length; event++) mask[event] = decided[identity[event]!]!;
  return mask;
}
