import { inflateRawSync } from 'node:zlib';
import type { Packing } from './batch.ts';
import { inflateGzip } from './inflate-gzip.ts';
import { inflateZstd } from './inflate-zstd.ts';

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
      return bytesOf(inflateGzip(bytes, limit));
    case 'zstd':
      return bytesOf(inflateZstd(bytes, limit));
  }
}

function bytesOf(inflated: { bytes: Uint8Array | undefined }): Uint8Array {
  if (inflated.bytes === undefined) throw new Error('the kept bytes cannot be unpacked');
  return inflated.bytes;
}
