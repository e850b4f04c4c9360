import type { Batch } from './batch.ts';

/**
 * Large arrays that nobody needs any more stay until the next full garbage collection, which comes late: to the collector
 * they are small objects. These give the memory back at once; what they are given is empty afterwards.
 */

/** Gives back an array that has a buffer of its own; does nothing to one that may share it. */
export function release(array: { readonly buffer: ArrayBufferLike; readonly byteLength: number }): void {
  const { buffer } = array;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === array.byteLength) buffer.transfer(0);
}

/** Larger than any buffer that Node.js cuts into pieces for several owners. */
const beyondPools = 128 * 1024;

/** Gives back what zlib wrote, in a buffer that is somewhat longer than that. Small ones are left to the collector. */
export function releaseInflated({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength > beyondPools) buffer.transfer(0);
}

/** Gives a batch back: its columns stand in one buffer of its own. */
export function releaseBatch({ timeMs }: Batch): void {
  if (timeMs.buffer instanceof ArrayBuffer) timeMs.buffer.transfer(0);
}
