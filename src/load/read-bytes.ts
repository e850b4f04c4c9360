import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Document, DocumentSource } from '../decode/batch.ts';
import { sniff } from '../decode/sniff.ts';
import { unpack } from '../decode/unpack.ts';
import { reasonOf } from './reason.ts';

/** The bytes of a whole file, and what tells later whether it changed. */
export type WholeFile = {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly mtimeMs: number;
};

/** Reads a whole file. Throws what the system throws. */
export function readWholeFile(file: string): WholeFile {
  return withFile(file, (descriptor) => {
    const { size, mtimeMs } = fstatSync(descriptor);
    // What is kept of a file is shared by all threads: packed as it is, it need not be copied for that.
    const memory = isGzip(descriptor) ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
    const bytes = readRange(descriptor, 0, new Uint8Array(memory));
    return { bytes, size: bytes.length, mtimeMs };
  });
}

/**
 * The bytes of a document. Throws an error with a plain sentence when the file they stand in is gone or has changed since
 * it was loaded.
 */
export function readDocument({ path, source, byteLength }: Document): Uint8Array {
  const bytes = unpack(keptBytes(path, source), source.packing, byteLength);
  if (bytes.length < byteLength) throw new Error(`${path}: the file has changed since it was loaded`);
  return bytes;
}

function keptBytes(path: string, source: DocumentSource): Uint8Array {
  if (source.kept === 'memory') return source.bytes;
  try {
    return withFile(source.file, (descriptor) => {
      const { size, mtimeMs } = fstatSync(descriptor);
      if (size !== source.size || mtimeMs !== source.mtimeMs)
        throw new Error('the file has changed since it was loaded');
      return readRange(descriptor, source.start, new Uint8Array(source.end - source.start));
    });
  } catch (error) {
    const gone = (error as { code?: string }).code === 'ENOENT';
    throw new Error(`${path}: ${gone ? 'the file is gone' : reasonOf(error)}`, { cause: error });
  }
}

function withFile<T>(file: string, read: (descriptor: number) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isGzip(descriptor: number): boolean {
  const head = new Uint8Array(3);
  readSync(descriptor, head, 0, head.length, 0);
  return sniff(head) === 'gzip';
}

/** Fills the bytes with those of the file from `start` on. Gives them, or as many as there were. */
function readRange(descriptor: number, start: number, bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  let filled = 0;
  while (filled < length) {
    const read = readSync(descriptor, bytes, filled, Math.min(length - filled, 1 << 30), start + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled === length ? bytes : bytes.slice(0, filled);
}
