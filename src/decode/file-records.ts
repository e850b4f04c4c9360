import { deflateRawSync } from 'node:zlib';
import type { JsonObject } from '../record/json.ts';
import { summarize } from '../record/summarize.ts';
import { Flag } from '../record/summary.ts';
import type { Batch, Document, DocumentSource } from './batch.ts';
import { BatchBuilder } from './batch-builder.ts';
import { hashBytes } from './content-hash.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { deliveryOf, fillFromDelivery } from './delivery-path.ts';
import type { RecordScanner } from './scan-record.ts';

/** The (inflated) bytes of one file and where they are kept. */
export type FileBytes = {
  /** The file as shown. */
  readonly path: string;
  /** The inflated bytes. */
  readonly bytes: Uint8Array;
  /** Where the bytes are kept. */
  readonly source: DocumentSource;
  /** Gives the place in the file for an offset in `bytes`, where these are not the file's own (UTF-16 made UTF-8). */
  readonly placeOf?: (offset: number) => number;
};

/** A run of bytes in the file: half-open, offsets in the inflated file. */
export type Range = { readonly start: number; readonly end: number };

/** What was mended, and where in the file. */
export type Mend = { readonly what: string; readonly offset: number };

/** Files longer than this are kept as several documents, so that taking out one record never unpacks a giant. */
export const maxDocumentBytes = 64 * 1024 * 1024;

/**
 * Collects the records of one file into batches: those that stand in it as plain JSON by their place alone, the others
 * in documents that are written here. Records in place must come in the order in which they stand.
 */
export class FileRecords {
  /** Records so far. */
  count = 0;
  /** Of these, records that were mended. */
  repaired = 0;
  readonly #file: FileBytes;
  readonly #scanner: RecordScanner;
  readonly #batches: Batch[] = [];
  readonly #inPlace: BatchBuilder;
  readonly #written: BatchBuilder;
  #base = 0; // where the document of #inPlace begins
  #lastEnd = 0;
  #texts: Buffer[] = [];
  #textLength = 0;

  constructor(file: FileBytes, scanner: RecordScanner) {
    this.#file = file;
    this.#scanner = scanner;
    this.#inPlace = scanner.builder;
    this.#inPlace.clear();
    this.#written = new BatchBuilder(scanner.dictionaries);
  }

  /** Adds a record that stands in the file's bytes as it is. */
  addInPlace(record: JsonObject, start: number, end: number): void {
    const { placeOf, bytes } = this.#file;
    if (start < this.#base) {
      // It stands in a document that is closed already: it gets a copy of its own.
      this.addWritten(record, decodeUtf8(bytes, start, end), { start, end });
      return;
    }
    const summary = summarize(record);
    if (end - this.#base > maxDocumentBytes && this.#inPlace.length > 0) this.#cut(start);
    const place = placeOf && { start: placeOf(start), end: placeOf(end) };
    this.#inPlace.add(summary, start - this.#base, end - this.#base, place);
    // The scanner hashes its records too: a copy is then told without unpacking a document again.
    this.#inPlace.contentHash[this.#inPlace.length - 1] = hashBytes(viewOf(this.#file.bytes), start, end);
    this.#lastEnd = end;
    this.count++;
  }

  /**
   * Adds the records that stand in the file's bytes from `start` on, one after the other or in an array, up to the
   * first that the scanner is not sure of. Gives the offset of that, or of what follows the last.
   */
  scanInPlace(start: number, isInArray: boolean): number {
    const { bytes, placeOf } = this.#file;
    const builder = this.#inPlace;
    if (placeOf !== undefined) return start;
    if (start - this.#base > maxDocumentBytes && builder.length > 0) this.#cut(start);
    const before = builder.length;
    const limit = Math.min(bytes.length, this.#base + maxDocumentBytes);
    const stop = this.#scanner.scanRecords(bytes, start, limit, isInArray, this.#base, builder);
    if (builder.length > before) this.#lastEnd = this.#base + builder.end[builder.length - 1]!;
    this.count += builder.length - before;
    return stop;
  }

  /** Adds a record that had to be written anew; `place` is where it was read from. */
  addWritten(record: JsonObject, json: string, place: Range, mends: readonly Mend[] = []): void {
    const text = Buffer.from(`${json}\n`);
    if (this.#textLength + text.length > maxDocumentBytes && this.#textLength > 0) this.#finishWritten();
    const summary = summarize(record);
    const flags = mends.length > 0 ? summary.flags | Flag.repaired : summary.flags;
    const start = this.#textLength;
    this.#written.add({ ...summary, flags }, start, start + text.length - 1, place, mends);
    this.#texts.push(text);
    this.#textLength += text.length;
    this.count++;
    if (mends.length > 0) this.repaired++;
  }

  /** The batches of all records added. Empty when there are none. */
  finish(): Batch[] {
    if (this.#inPlace.length > 0) {
      const { bytes } = this.#file;
      const cut = bytes.length > maxDocumentBytes || this.#base > 0;
      this.#batches.push(
        finishBatch(this.#inPlace, this.#documentOf(this.#base, cut ? this.#lastEnd : bytes.length)),
      );
    }
    this.#finishWritten();
    return this.#batches;
  }

  #cut(nextStart: number): void {
    this.#batches.push(finishBatch(this.#inPlace, this.#documentOf(this.#base, this.#lastEnd)));
    this.#base = nextStart;
  }

  /** The document of a range of the file's bytes. */
  #documentOf(start: number, end: number): Document {
    const { path, bytes, source, placeOf } = this.#file;
    const whole = start === 0 && end === bytes.length;
    return {
      path,
      source: whole ? source : partOf(source, bytes, start, end),
      byteLength: end - start,
      verbatim: placeOf === undefined,
      baseOffset: placeOf === undefined ? start : 0,
    };
  }

  #finishWritten(): void {
    if (this.#written.length === 0) return;
    const text = Buffer.concat(this.#texts, this.#textLength);
    const { path, bytes, source, placeOf } = this.#file;
    const byteLength = text.length;
    const document: Document = { path, source: packed(text), byteLength, verbatim: false, baseOffset: 0 };
    const original: Document = { path, source, byteLength: bytes.length, verbatim: true, baseOffset: 0 };
    const batch = finishBatch(this.#written, document);
    this.#batches.push(placeOf === undefined ? { ...batch, original } : batch);
    this.#texts = [];
    this.#textLength = 0;
  }
}

/** The batch of a document's events, with what the document's path says of them. */
export function finishBatch(builder: BatchBuilder, document: Document): Batch {
  const delivery = deliveryOf(document.path);
  if (delivery !== undefined) fillFromDelivery(builder, delivery);
  return builder.finish(document);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function partOf(source: DocumentSource, bytes: Uint8Array, start: number, end: number): DocumentSource {
  if (source.kept === 'disk' && source.packing === 'none') {
    return { ...source, start: source.start + start, end: source.start + end };
  }
  return packed(bytes.subarray(start, end));
}

/** Keeps bytes in memory, packed when that is worth it. */
export function packed(bytes: Uint8Array): DocumentSource {
  if (bytes.length < 512) return { kept: 'memory', packing: 'none', bytes: Uint8Array.from(bytes) };
  return {
    kept: 'memory',
    packing: 'deflate-raw',
    bytes: Uint8Array.from(deflateRawSync(bytes, { level: 1 })),
  };
}
