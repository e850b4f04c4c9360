import type { ProblemKind } from './problem.ts';

/** What inflating gave. */
export type Inflated = {
  /** The inflated bytes, as far as there are any; undefined when they were refused or cannot be had at all. */
  readonly bytes: Uint8Array | undefined;
  /** What is wrong with the packed bytes; undefined when nothing is. */
  readonly damage: { readonly kind: ProblemKind; readonly message: string } | undefined;
};

/** Compressed logs shrink to a tenth, the most repetitive to a hundredth: beyond this ratio it is no log. */
const maxRatio = 300;

/** Below this size no ratio is suspicious. */
const alwaysAllowedBytes = 64 * 1024 * 1024;

/** How many bytes these packed bytes may inflate to before they are taken for a decompression bomb. */
export function inflationCap(packedLength: number, maxInflatedBytes: number): number {
  return Math.max(1, Math.min(maxInflatedBytes, Math.max(alwaysAllowedBytes, packedLength * maxRatio)));
}

/** What is given for bytes that inflate to more than the cap. */
export function refused(cap: number): Inflated {
  const size = cap < 10_000_000 ? `${cap} bytes` : `${Math.round(cap / 1024 / 1024)} MB`;
  const message = `inflates to more than ${size}: taken for a decompression bomb and not read`;
  return { bytes: undefined, damage: { kind: 'too-large', message } };
}

/** Whether zlib gave up because the output would have been longer than the cap. */
export function isOverCap(error: unknown): boolean {
  return error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
}

/** What zlib gives when asked for `info`: its types know only the plain form. */
type InflatedOnce = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

/**
 * Inflates part after part: a gzip file may be many, written one after another, sometimes padded with zero bytes, and zlib
 * stops at the padding (for zstd, at the end of each frame). Throws what zlib throws.
 */
export function inflateEach(
  bytes: Uint8Array,
  cap: number,
  inflateOnce: (rest: Uint8Array, room: number) => unknown,
): Inflated {
  const parts: Buffer[] = [];
  let room = cap;
  for (let at = 0; at < bytes.length; ) {
    const { buffer, engine } = inflateOnce(bytes.subarray(at), Math.max(1, room)) as InflatedOnce;
    parts.push(buffer);
    room -= buffer.length;
    if (engine.bytesWritten === 0) break;
    at += engine.bytesWritten;
    while (bytes[at] === 0) at++;
  }
  return { bytes: parts.length === 1 ? parts[0] : Buffer.concat(parts), damage: undefined };
}
