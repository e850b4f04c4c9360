import type { CodeArray } from '../store/code-column.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { emptyMask, type Mask } from './mask.ts';

/**
 * Adds to a mask what was decided about the codes of a column.
 *
 * @param decided By code `Yes` or `No`.
 */
export function addByCode(mask: Mask, { codes, via }: Column, decided: Uint8Array, length: number): void {
  // There are far fewer identities than events: by these it is decided first.
  if (via !== undefined) addWide(mask, via, decideBy(codes, decided), length);
  else if (codes instanceof Uint16Array) addNarrow(mask, codes, decided, length);
  else addWide(mask, codes, decided, length);
}

/** The mask of what was decided about the identities: by identity code `Yes` or `No`. */
export function maskOfIdentities(decided: Uint8Array, { identity, length }: Snapshot): Mask {
  const mask = emptyMask(length);
  addWide(mask, identity, decided, length);
  return mask;
}

function decideBy(codes: CodeArray, decided: Uint8Array): Uint8Array {
  const byCode = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) byCode[i] = decided[codes[i]!]!;
  return byCode;
}

// The same twice, so that each is compiled for arrays of one kind. No branches: whether an event passes is hard to
// foretell, and a wrong guess costs more than the writing.

function addNarrow(mask: Mask, codes: Uint16Array, decided: Uint8Array, length: number): void {
  for (let event = 0; event < length; event++) mask[event]! |= decided[codes[event]!]!;
}

function addWide(mask: Mask, codes: Uint32Array, decided: Uint8Array, length: number): void {
  for (let event = 0; event < length; event++) mask[event]! |= decided[codes[event]!]!;
}
