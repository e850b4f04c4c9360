import type { Batch, Document } from '../decode/batch.ts';

/** A document in the store, with the events that stand in it: [firstEvent, firstEvent + length). */
export type StoredDocument = {
  readonly document: Document;
  /** The file's own bytes, for a document that is not; undefined when they are not kept. */
  readonly original: Document | undefined;
  /** Index of the document in the store, in the order in which documents were loaded. */
  readonly index: number;
  readonly firstEvent: number;
  readonly length: number;
  /** Pairs (start, end) of byte offsets in the file, 2 an event; undefined when the document's own offsets tell. */
  readonly places: Float64Array | undefined;
  /** Offsets in the file of the first and the last event. */
  readonly firstStart: number;
  readonly lastStart: number;
  /** True when its events stand in the file in the order in which they are numbered. */
  readonly ascending: boolean;
};

/** The account of one batch's document. */
export function storedDocument(batch: Batch, index: number, firstEvent: number): StoredDocument {
  const { document, length, places } = batch;
  const startOf = (i: number) =>
    places === undefined ? document.baseOffset + batch.start[i]! : places[i * 2]!;
  let ascending = true;
  for (let i = 1; ascending && i < length; i++) ascending = startOf(i - 1) <= startOf(i);
  return {
    document,
    original: batch.original,
    index,
    firstEvent,
    length,
    ascending,
    // A copy of its own, or the whole buffer of the batch would stay.
    places: places?.slice(),
    firstStart: length > 0 ? startOf(0) : 0,
    lastStart: length > 0 ? startOf(length - 1) : 0,
  };
}

/** Where an event's record begins in its file; `start` is its offset in the document. */
export function fileStartOf(stored: StoredDocument, event: number, start: number): number {
  const { places, document, firstEvent } = stored;
  return places === undefined ? document.baseOffset + start : places[(event - firstEvent) * 2]!;
}

/** Where an event's record ends in its file; `end` is its offset in the document. */
export function fileEndOf(stored: StoredDocument, event: number, end: number): number {
  const { places, document, firstEvent } = stored;
  return places === undefined ? document.baseOffset + end : places[(event - firstEvent) * 2 + 1]!;
}

/** The document that an event stands in. */
export function documentOf(documents: readonly StoredDocument[], event: number): StoredDocument {
  let low = 0;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (documents[middle]!.firstEvent <= event) low = middle;
    else high = middle - 1;
  }
  return documents[low]!;
}

/** Compares documents by path, then by where they begin, then by when they were read. */
export function compareDocuments(a: StoredDocument, b: StoredDocument): number {
  const [left, right] = [a.document.path, b.document.path];
  if (left !== right) return left < right ? -1 : 1;
  return a.firstStart - b.firstStart || a.index - b.index;
}
