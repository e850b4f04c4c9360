import * as zlib from 'node:zlib';
import { type Inflated, inflateEach, inflationCap, isOverCap, refused } from './inflated.ts';

/** Inflates every frame of a zstd file, where Node can (22.15 on). Of a file that is cut, what stands before the cut. */
export function inflateZstd(bytes: Uint8Array, maxInflatedBytes: number): Inflated {
  if (typeof zlib.zstdDecompressSync !== 'function') {
    const message = 'zstd needs Node.js 22.15 or later: unpack the file first (zstd -d)';
    return { bytes: undefined, damage: { kind: 'unsupported', message } };
  }
  const cap = inflationCap(bytes.length, maxInflatedBytes);
  const inflateWith = (finishFlush: number | undefined) =>
    inflateEach(bytes, cap, (rest, maxOutputLength) =>
      zlib.zstdDecompressSync(rest, { maxOutputLength, finishFlush, info: true }),
    );
  try {
    return inflateWith(undefined);
  } catch (error) {
    if (isOverCap(error)) return refused(cap);
  }
  try {
    const damage = { kind: 'truncated', message: 'the zstd file is cut short: read up to the cut' } as const;
    return { ...inflateWith(zlib.constants.ZSTD_e_flush), damage };
  } catch {
    return {
      bytes: undefined,
      damage: { kind: 'corrupt', message: 'the zstd file is damaged and cannot be inflated' },
    };
  }
}
