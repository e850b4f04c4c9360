import { getHeapStatistics } from 'node:v8';

/** How much memory is left to the program, so that it can stop before the system stops it. */
export type MemoryGauge = () => {
  /** Bytes that the system can still give. */
  readonly availableBytes: number;
  /** How full the heap of JavaScript is: 0 empty, 1 at its limit. */
  readonly heapFraction: number;
};

/** Below this many bytes nothing more is loaded: the screen and questions need some too. */
const keptFreeBytes = 192 * 2 ** 20;
const heapFractionKeptFree = 0.88;

/** What this process has. */
export const processMemory: MemoryGauge = () => {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  return { availableBytes: process.availableMemory(), heapFraction: used_heap_size / heap_size_limit };
};

/** Whether loading must stop for want of memory. */
export function isMemoryShort(gauge: MemoryGauge): boolean {
  const { availableBytes, heapFraction } = gauge();
  return availableBytes < keptFreeBytes || heapFraction > heapFractionKeptFree;
}

/**
 * What a worker's heap keeps for objects that are young: most are gone at once, and a larger part only lets more of them
 * lie about (40 MB for each worker).
 */
export const workerLimits = { maxYoungGenerationSizeMb: 4 };
