import type { Document } from '../decode/batch.ts';
import { releaseInflated } from '../decode/release.ts';
import type { Place, Snapshot } from '../store/snapshot.ts';
import type { RecordText } from './loading.ts';
import { readDocument } from './read-bytes.ts';
import type { TaskRunner } from './task.ts';

/** Inflated bytes that are kept for the next record asked for. */
const cachedBytes = 64 * 2 ** 20;
/** Documents up to this size are unpacked on this thread, in a few milliseconds; larger ones by a worker. */
const unpackedHereBytes = 4 * 2 ** 20;
/** Bytes of records taken out at a time. */
const blockBytes = 16 * 2 ** 20;
const smallestBlock = 64;
const largestBlock = 16 * 1024;

/** Takes records out of their documents. */
export type RecordReader = {
  read(snapshot: Snapshot, event: number): Promise<RecordText>;
  readAll(snapshot: Snapshot, events: Uint32Array, signal?: AbortSignal): AsyncGenerator<RecordText, void>;
};

/** A reader with a small cache of unpacked documents. */
export function createRecordReader(runner: () => TaskRunner): RecordReader {
  const cache = new Map<Document, Promise<Uint8Array>>();
  let cached = 0;

  /** The bytes of a document, from the cache when it is there; the least recently used ones make room. */
  function bytesOf(document: Document): Promise<Uint8Array> {
    const known = cache.get(document);
    cache.delete(document);
    const bytes = known ?? unpackDocument(document);
    cache.set(document, bytes);
    if (known === undefined) {
      cached += document.byteLength;
      bytes.catch(() => forget(document));
    }
    for (const oldest of cache.keys()) {
      if (cached <= cachedBytes || oldest === document) break;
      forget(oldest);
    }
    return bytes;
  }

  function forget(document: Document): void {
    const bytes = cache.get(document);
    if (!cache.delete(document)) return;
    cached -= document.byteLength;
    // Bytes that are kept as they are must stay. Who waits for the others has them before the next turn of the loop.
    if (document.source.packing !== 'none')
      bytes?.then((unpacked) => setImmediate(releaseInflated, unpacked), ignoreRefusal);
  }

  async function unpackDocument(document: Document): Promise<Uint8Array> {
    if (document.byteLength <= unpackedHereBytes) return readDocument(document);
    return runner().run({ kind: 'unpack', document }, true);
  }

  async function recordAt(snapshot: Snapshot, event: number, place: Place): Promise<RecordText> {
    const { document, original, start, end } = place;
    const json = textOf(await bytesOf(document), start, end);
    const source =
      original === undefined ? undefined : textOf(await bytesOf(original), place.fileStart, place.fileEnd);
    return { event, json, repairs: snapshot.repairs(event), original: source };
  }

  /** The records of some events, document by document, in the order of the events. */
  async function readBlock(snapshot: Snapshot, events: Uint32Array): Promise<RecordText[]> {
    const places = Array.from(events, (event, i) => ({ i, event, place: snapshot.place(event) }));
    places.sort((a, b) => a.place.documentIndex - b.place.documentIndex || a.place.start - b.place.start);
    const records = new Array<RecordText>(events.length);
    for (const { i, event, place } of places) records[i] = await recordAt(snapshot, event, place);
    return records;
  }

  return {
    read: (snapshot, event) => recordAt(snapshot, event, snapshot.place(event)),
    async *readAll(snapshot, events, signal) {
      let most = smallestBlock;
      for (let from = 0; from < events.length; most = Math.min(most * 2, largestBlock)) {
        signal?.throwIfAborted();
        let to = from;
        for (let bytes = 0; to < events.length && to - from < most && bytes < blockBytes; to++) {
          bytes += snapshot.end[events[to]!]! - snapshot.start[events[to]!]!;
        }
        yield* await readBlock(snapshot, events.subarray(from, to));
        from = to;
      }
    },
  };
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
}

/** Whoever asked for the bytes has been told. */
function ignoreRefusal(): void {}
