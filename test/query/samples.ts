import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createDecoder } from '../../src/decode/decode.ts';
import { unpack } from '../../src/decode/unpack.ts';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';

const samples = join(import.meta.dirname, '../../samples');

/** A snapshot, and the bytes of each event's record. */
export type Loaded = { readonly snapshot: Snapshot; readonly recordBytes: (event: number) => Uint8Array };

/** The sample incident. */
export function loadSamples(): Loaded {
  const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
  const store = createEventStore({ keepDuplicates: false });
  for (const folder of ['AWSLogs', 'pasted']) {
    const files = readdirSync(join(samples, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      store.append(decoder.decode({ path: relative(samples, path), bytes: readFileSync(path) }));
    }
  }
  const snapshot = store.snapshot();
  return { snapshot, recordBytes: bytesFrom(snapshot) };
}

/** The record of an event, parsed. */
export function recordOf({ recordBytes }: Loaded, event: number): CloudTrailRecord {
  return JSON.parse(new TextDecoder().decode(recordBytes(event)));
}

/** Takes records out of documents that are kept in memory. */
export function bytesFrom(snapshot: Snapshot): (event: number) => Uint8Array {
  const documents = new Map<number, Uint8Array>();
  return (event) => {
    const { document, documentIndex, start, end } = snapshot.place(event);
    if (document.source.kept !== 'memory') throw new Error('not kept in memory');
    const bytes =
      documents.get(documentIndex) ??
      unpack(document.source.bytes, document.source.packing, document.byteLength);
    documents.set(documentIndex, bytes);
    return bytes.subarray(start, end);
  };
}
