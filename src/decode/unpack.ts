import { inflateRawSync } from 'node:zlib';
import type { Packing } from './batch.ts';
import { inflateGzip } from './inflate-gzip.ts';
import { inflateZstd } from './inflate-zstd.ts';
import type { Inflated } from './inflated.ts';

/**
 * The document's bytes out of the bytes that were kept of it; of a damaged gzip file what stands before the damage,
 * the same bytes as when it was decoded. Throws when the document is longer than `limit` bytes: give its byteLength.
 */
export function unpack(bytes: Uint8Array, packing: Packing, limit: number): Uint8Array {
  switch (packing) {
    case 'none':
      return bytes;
    case 'deflate-raw':
      return inflateRawSync(bytes, { maxOutputLength: Math.max(1, limit) });
    case 'gzip':
      return bytesOf(inflateGzip(bytes, anyLength), limit);
    case 'zstd':
      return bytesOf(inflateZstd(bytes, anyLength), limit);
  }
}

/** Damaged bytes are cut where they were cut when they were decoded only if zlib may try as far as it did then. */
const anyLength = Number.MAX_SAFE_INTEGER;

function bytesOf({ bytes }: Inflated, limit: number): Uint8Array {
  if (bytes === undefined || bytes.length > limit) throw new Error('the kept bytes cannot be unpacked');
  return bytes;
}
