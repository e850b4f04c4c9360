import type { EventField } from '../record/fields.ts';
import type { identityTexts } from '../record/summary.ts';
import type { FileReport, Problem } from './problem.ts';
import type { PackedValues } from './value-bytes.ts';

/**
 * The seam between decoding and the store. A *batch* is what one document gave: columns of numbers, the
 * values that are new in the decoder's dictionaries, and for each event the bytes of its record within the
 * document. Every path (byte scanner, careful path, salvage) and every thread makes the same batches; all
 * buffers are fresh, so that they can be transferred.
 *
 * A *document* is a run of bytes in which records stand as plain JSON objects: a file's own (inflated)
 * bytes, or, where a record did not stand there as plain JSON (a string inside JSON, a CSV line, a repaired
 * record), bytes that the decoder wrote: one JSON object after another.
 */

/** A column of an identity. */
export type IdentityText = (typeof identityTexts)[number];

/** The name of a dictionary: one for each coded column, and one for odd texts. */
export type DictionaryName =
  | EventField
  | IdentityText
  | 'timeText'
  | 'issuedKey'
  | 'sharedEventId'
  | 'oddEventId';

/** How the bytes that are kept become the document's bytes. */
export type Packing = 'none' | 'gzip' | 'deflate-raw' | 'zstd';

/** Where a document's bytes are kept. */
export type DocumentSource =
  /** The packed bytes, in memory. */
  | { readonly kept: 'memory'; readonly packing: Packing; readonly bytes: Uint8Array }
  /** A range of a file that is read again when needed; size and mtime tell whether it changed. */
  | {
      readonly kept: 'disk';
      readonly packing: Packing;
      readonly file: string;
      readonly start: number;
      readonly end: number;
      readonly size: number;
      readonly mtimeMs: number;
    };

/** A run of bytes that records stand in. */
export type Document = {
  /** The file as shown: `a.zip/member` for a member of an archive. */
  readonly path: string;
  readonly source: DocumentSource;
  /** Length of the bytes once unpacked. */
  readonly byteLength: number;
  /** True when the bytes are the file's own, so that an offset in them (plus baseOffset) is a place in the file. */
  readonly verbatim: boolean;
  /** Where the document begins in the (inflated) file; 0 unless a large file was cut into several documents. */
  readonly baseOffset: number;
};

/** What was mended in one record. */
export type Repair = {
  /** Index of the event within the batch. */
  readonly event: number;
  /** What was mended, in words: `a missing comma`, `typographic quotes`. */
  readonly what: string;
  /** Byte offset of the mend in the (inflated) file. */
  readonly offset: number;
};

/** The events of one document. All arrays have `length` entries unless said otherwise. */
export type Batch = {
  /** Which decoder's dictionaries the codes count in. */
  readonly decoder: number;
  readonly document: Document;
  /** Number of events. */
  readonly length: number;
  /** Values that are new since this decoder's last batch; codes count on from those before. Code 0 is the empty string. */
  readonly fresh: { readonly [D in DictionaryName]?: PackedValues };
  /** Milliseconds since 1970 UTC; NaN when unreadable. */
  readonly timeMs: Float64Array;
  /** For each coded field the codes of its values, by event. */
  readonly codes: { readonly [F in EventField]: Uint32Array };
  /** Bits of `Flag`. */
  readonly flags: Uint16Array;
  /** Code of the identity, counted over this decoder's identities; 0 is the one whose texts are all empty. */
  readonly identity: Uint32Array;
  /**
   * Identities that are new since the last batch, counting on from those
   * before: for each the codes of its texts, in the order of `identityTexts`.
   */
  readonly freshIdentities: Uint32Array;
  /**
   * 4 words an event: the eventID's 128 bits when it is a UUID in lower case;
   * all zero when there is none; otherwise (0, 0, 0, code in `oddEventId`).
   */
  readonly eventId: Uint32Array;
  /** First byte of the record in the document. */
  readonly start: Uint32Array;
  /** One past its last byte. */
  readonly end: Uint32Array;
  /**
   * A hash of each record's bytes as they stand (`hashBytes`), where the decoder can make one while it has them at hand:
   * spares unpacking a document again when an eventID repeats. Undefined where it made none.
   */
  readonly contentHash: Float64Array | undefined;
  /** Sparse columns: pairs (event within the batch, code), in order of event. */
  readonly timeText: Uint32Array;
  readonly issuedKey: Uint32Array;
  readonly sharedEventId: Uint32Array;
  /** What was mended, in order of event; empty for most batches. */
  readonly repairs: readonly Repair[];
  /**
   * For documents that are not verbatim: where the record stood in the (inflated) file: pairs (start, end) of byte
   * offsets, 2 an event. Undefined for verbatim documents.
   */
  readonly places: Float64Array | undefined;
  /** The file's own (inflated) bytes, for documents that are not verbatim: what `places` are offsets in. */
  readonly original?: Document;
};

/** All that came of one file: its batches (an archive has many), its account, and its problems. */
export type Decoded = {
  readonly batches: readonly Batch[];
  /** The account of the file, and of each member of an archive. */
  readonly reports: readonly FileReport[];
  readonly problems: readonly Problem[];
};
