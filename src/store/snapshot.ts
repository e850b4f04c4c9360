import type { Document, Repair } from '../decode/batch.ts';
import type { FileReport, Problem } from '../decode/problem.ts';
import type { EventField, FieldName } from '../record/fields.ts';
import type { Identity } from '../record/summary.ts';
import type { CodeArray } from './code-column.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { StoredDocument } from './stored-document.ts';

/**
 * What queries, the screen and printing see of the store. A snapshot never changes; a later one has a higher
 * `version`, and the same event has the same index in it.
 *
 * An *event index* counts events in the order in which they were loaded. It is not a position in time:
 * `order` is. Records folded into another event have an index too, but do not stand in `order`.
 */
export type Snapshot = {
  readonly version: number;
  /** Number of indices: 0 ≤ event < length. Copies that were folded are counted. */
  readonly length: number;
  /** The events in total order (time, path, position in file; unreadable times last), folded copies left out. */
  readonly order: Uint32Array;
  /** For each event index its position in `order`; a folded copy has that of the event it was folded into. */
  readonly rank: Uint32Array;
  /** Milliseconds since 1970 UTC by event index; NaN when unreadable. May be longer than `length`. */
  readonly timeMs: Float64Array;
  /** Bits of `Flag` by event index. May be longer than `length`. */
  readonly flags: Uint16Array;
  /** Code of the identity by event index. May be longer than `length`. */
  readonly identity: Uint32Array;
  /** First byte of the record in its document, by event index. May be longer than `length`. */
  readonly start: Uint32Array;
  /** One past its last byte. */
  readonly end: Uint32Array;
  /** Number of distinct identities. */
  readonly identityCount: number;
  /** Times of the oldest and newest event with a readable time; undefined when there is none. */
  readonly span: { readonly firstMs: number; readonly lastMs: number } | undefined;
  readonly totals: Totals;
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
  /** The documents by index, each with the events that stand in it. */
  readonly documents: readonly StoredDocument[];

  /** The coded column of a field kept per event, per identity or derived; undefined for the others. */
  column(field: FieldName): Column | undefined;
  /** The value of a field as csv prints it (exact text); undefined for fields kept in the record only. */
  text(field: FieldName, event: number): string | undefined;
  /** A text of the identities as a column by identity, not by event. */
  identityColumn(text: keyof Identity): Column;
  /** The identity of an event. */
  identityOf(event: number): Identity;
  /** The event that a (possibly folded) event stands in `order` as. */
  representative(event: number): number;
  /** All indices folded into this event, itself included, in total order. Length 1 when it stands alone. */
  copies(event: number): readonly number[];
  /** What was mended in the record; empty when nothing was. */
  repairs(event: number): readonly Repair[];
  /** Where the record's bytes are. */
  place(event: number): Place;
  /** The event with that eventID, or undefined. The first in total order when several have it. */
  eventWithId(eventId: string): number | undefined;
  /** All event indices with that eventID, folded copies included, in no order. */
  eventsWithId(eventId: string): readonly number[];
  /**
   * The session that an event belongs to. Worked out over all events
   * when first asked for, as are the fields that follow from it.
   */
  sessionOf(event: number): Session;
  /** From the session that the chain begins with, the person's, to that of the event; at least one. */
  chainOf(event: number): readonly Session[];
  /** Makes the values of a column ahead of time, in pieces of a few milliseconds: yields between them. */
  prepareValues(name: EventField | keyof Identity): Generator<void, void>;
  /** Works out the sessions ahead of time, in pieces of a few milliseconds: yields between them. */
  prepareSessions(): Generator<void, void>;
};

/** The calls made with one set of credentials, or within one sign-in. */
export type Session = {
  /** The value of the `session` field; empty for callers without credentials, such as AWS services. */
  readonly name: string;
  readonly principal: string;
  /** Who stands at the beginning of the chain: the value of the `person` field. */
  readonly person: string;
  /** The event that handed out its credentials (AssumeRole and its kin, CreateAccessKey), where one is loaded. */
  readonly issuer: number | undefined;
  /** True when that event made the long-lived key of a user: whoever made it does not stand in the chain. */
  readonly isLongLived: boolean;
  /** Names of the sessions that it began, and of those that these began in turn; sorted. */
  readonly descendants: readonly string[];
};

/** The distinct values of a column. */
export type ColumnValues = {
  /**
   * Distinct values by code; code 0 is the empty string. Only appended
   * to. Made when first asked for: for one value ask `valueAt`.
   */
  readonly values: readonly string[];
  /** The value with a code below `valueCount`. */
  valueAt(code: number): string;
  /** Stands for the list of values: the same object in all snapshots that it grows over. */
  readonly list: object;
  /** The values as bytes, where they are kept so and all of them are well-formed; else undefined. */
  packed(): PackedTexts | undefined;
  /** Number of values that belong to this snapshot. */
  readonly valueCount: number;
};

/** A dictionary-coded column. The value of an event is `values[codes[event]]`, or with `via`: `values[codes[via[event]]]`. */
export type Column = ColumnValues & {
  /** Codes of values by event, or with `via` by identity code. */
  readonly codes: CodeArray;
  /** Identity codes by event, for columns kept per identity. */
  readonly via: Uint32Array | undefined;
};

/** Counts that close: found = events + duplicates + lost. */
export type Totals = {
  /** Events in `order`. */
  readonly events: number;
  /** Records that became events or were folded. */
  readonly records: number;
  /** Records folded into another event. */
  readonly duplicates: number;
  /** Records seen but not saved. */
  readonly lost: number;
  readonly repaired: number;
};

/** Where an event's record stands. */
export type Place = {
  readonly document: Document;
  /** Index of the document in the store. */
  readonly documentIndex: number;
  /** The (inflated) file that a record in a document that is not verbatim was read from; undefined when it is not kept. */
  readonly original: Document | undefined;
  /** First byte in the document, and one past the last. */
  readonly start: number;
  readonly end: number;
  /** Byte offsets in the (inflated) file that the record was read from. */
  readonly fileStart: number;
  readonly fileEnd: number;
};
