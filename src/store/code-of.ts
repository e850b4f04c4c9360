import type { Column } from './snapshot.ts';

/** The code of an event in a column. */
export function codeOf({ codes, via }: Column, event: number): number {
  return codes[via === undefined ? event : via[event]!]!;
}
