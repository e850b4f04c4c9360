import type { Batch } from '../decode/batch.ts';

/**
 * Gives an array's memory back at once. Large arrays that nobody needs any more would else stay until the next full
 * garbage collection, which comes late: to the collector they are small objects. The array is empty afterwards.
 */
export function release(array: { readonly buffer: ArrayBufferLike; readonly byteLength: number }): void {
  const { buffer } = array;
  // Never a buffer that others may have a part of.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === array.byteLength) buffer.transfer(0);
}

/** Gives a batch's memory back: its columns stand in one buffer of its own. The batch cannot be read afterwards. */
export function releaseBatch({ timeMs }: Batch): void {
  if (timeMs.buffer instanceof ArrayBuffer) timeMs.buffer.transfer(0);
}
