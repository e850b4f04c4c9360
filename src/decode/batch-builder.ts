import { type EventField, eventFields } from '../record/fields.ts';
import type { EventSummary } from '../record/summary.ts';
import type { Batch, Document, Repair } from './batch.ts';
import { ColumnPool, poolWordsOf } from './column-pool.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { ScannedColumns } from './scan-columns.ts';
import { parseUuid } from './uuid.ts';

/**
 * Builds one batch at a time out of events. The careful path calls {@link add} with summaries; the byte scanner calls
 * {@link open} and writes codes into the columns itself. `finish` hands over a batch and leaves the builder empty for
 * the next document, its columns as large as they have grown.
 */
export class BatchBuilder {
  readonly dictionaries: Dictionaries;
  /** Number of events so far. */
  length = 0;
  /** The columns, by event within the batch. Replaced when they grow: read them anew after `open`. */
  timeMs = new Float64Array(0);
  flags = new Uint16Array(0);
  identity = new Uint32Array(0);
  start = new Uint32Array(0);
  end = new Uint32Array(0);
  /** 4 words an event, as in `Batch.eventId`. */
  eventId = new Uint32Array(0);
  /** Hashes of the records' bytes (`hashBytes`); 0 for none. Left out of the batch when the first event has none. */
  contentHash = new Float64Array(0);
  /** A column for each of `eventFields`, in that order. */
  codes: Uint32Array<ArrayBuffer>[] = eventFields.map(() => new Uint32Array(0));
  /** Pairs (event, code). */
  readonly #sparse = { timeText: [] as number[], issuedKey: [] as number[], sharedEventId: [] as number[] };
  #repairs: Repair[] = [];
  /** Pairs (start, end); for events without a place of their own, where they stand in the document. */
  #places: number[] = [];
  #hasPlaces = false;

  constructor(dictionaries: Dictionaries) {
    this.dictionaries = dictionaries;
  }

  /**
   * Adds an event whose record stands at [start, end) in the document. `place` says where it was read from in the
   * (inflated) file, for documents that are not verbatim.
   */
  add(
    summary: EventSummary,
    start: number,
    end: number,
    place?: { readonly start: number; readonly end: number },
    repairs: readonly { readonly what: string; readonly offset: number }[] = [],
  ): void {
    const event = this.open(start, end);
    const { dictionaries } = this;
    for (let i = 0; i < eventFields.length; i++) {
      const field: EventField = eventFields[i]!;
      this.codes[i]![event] = dictionaries.named(field).codeOf(summary[field]);
    }
    this.timeMs[event] = summary.timeMs;
    this.flags[event] = summary.flags;
    this.identity[event] = dictionaries.codeOfIdentity(summary.identity);
    this.setEventId(event, summary.eventId);
    this.setText('timeText', event, summary.timeText);
    this.setText('issuedKey', event, summary.issuedKey);
    this.setText('sharedEventId', event, summary.sharedEventId);
    for (const { what, offset } of repairs) this.#repairs.push({ event, what, offset });
    if (place === undefined && !this.#hasPlaces) return;
    this.#fillPlaces(event);
    this.#places.push(place?.start ?? start, place?.end ?? end);
  }

  /** Opens the next event at [start, end) in the document and gives its number; its columns are zero until set. */
  open(start: number, end: number): number {
    const event = this.length++;
    if (event === this.timeMs.length) this.reserve(Math.max(64, event * 2));
    this.start[event] = start;
    this.end[event] = end;
    return event;
  }

  /** Adds events whose columns the byte scanner has filled. `shift` is added to their places. */
  addColumns(columns: ScannedColumns, shift: number): void {
    const event = this.length;
    const { length } = columns.timeMs;
    if (event + length > this.timeMs.length) this.reserve(Math.max(64, event * 2, event + length));
    this.length += length;
    this.timeMs.set(columns.timeMs, event);
    this.contentHash.set(columns.contentHash, event);
    this.flags.set(columns.flags, event);
    this.identity.set(columns.identity, event);
    this.eventId.set(columns.eventId, event * 4);
    columns.codes.forEach((codes, i) => {
      this.codes[i]!.set(codes, event);
    });
    for (let i = 0; i < length; i++) {
      this.start[event + i] = columns.start[i]! + shift;
      this.end[event + i] = columns.end[i]! + shift;
    }
  }

  /** Makes room for that many events in all, so that columns need not grow one by one. */
  reserve(capacity: number): void {
    if (capacity <= this.timeMs.length) return;
    this.timeMs = grown(this.timeMs, new Float64Array(capacity));
    this.contentHash = grown(this.contentHash, new Float64Array(capacity));
    this.flags = grown(this.flags, new Uint16Array(capacity));
    this.identity = grown(this.identity, new Uint32Array(capacity));
    this.start = grown(this.start, new Uint32Array(capacity));
    this.end = grown(this.end, new Uint32Array(capacity));
    this.eventId = grown(this.eventId, new Uint32Array(capacity * 4));
    this.codes = this.codes.map((column) => grown(column, new Uint32Array(capacity)));
  }

  /** Sets the event's id from its text: 128 bits for a UUID, else a code. */
  setEventId(event: number, text: string): void {
    if (text === '' || parseUuid(text, this.eventId, event * 4)) return;
    this.eventId[event * 4 + 3] = this.dictionaries.named('oddEventId').codeOf(text);
  }

  /** Sets a text that few events have. Events must come in their order. */
  setText(column: 'timeText' | 'issuedKey' | 'sharedEventId', event: number, text: string): void {
    if (text !== '') this.#sparse[column].push(event, this.dictionaries.named(column).add(text));
  }

  /** The batch of all events added since the last one. Its numbers stand in one fresh buffer: transfer that. */
  finish(document: Document): Batch {
    const { length } = this;
    const fresh = this.dictionaries.takeFresh();
    if (this.#hasPlaces) this.#fillPlaces(length);
    const places = document.verbatim || !this.#hasPlaces ? [] : this.#places;
    const hashes = this.contentHash.subarray(0, this.contentHash[0] === 0 ? 0 : length);
    const sparse = this.#sparse;
    const words =
      length * (eventFields.length + 7) +
      fresh.identities.length +
      sparse.timeText.length +
      sparse.issuedKey.length +
      sparse.sharedEventId.length +
      fresh.values.reduce((sum, [, values]) => sum + poolWordsOf(values), 0);
    const pool = new ColumnPool((length + places.length + hashes.length) * 8 + words * 4 + length * 2);
    const batch: Batch = {
      decoder: this.dictionaries.decoder,
      document,
      length,
      timeMs: pool.takeFloats(this.timeMs.subarray(0, length)),
      places: places.length > 0 ? pool.takeFloats(places) : undefined,
      contentHash: hashes.length > 0 ? pool.takeFloats(hashes) : undefined,
      codes: Object.fromEntries(
        eventFields.map((field, i) => [field, pool.takeWords(this.codes[i]!.subarray(0, length))]),
      ) as { [F in EventField]: Uint32Array },
      identity: pool.takeWords(this.identity.subarray(0, length)),
      freshIdentities: pool.takeWords(fresh.identities),
      fresh: Object.fromEntries(fresh.values.map(([name, values]) => [name, pool.takeValues(values)])),
      eventId: pool.takeWords(this.eventId.subarray(0, length * 4)),
      start: pool.takeWords(this.start.subarray(0, length)),
      end: pool.takeWords(this.end.subarray(0, length)),
      timeText: pool.takeWords(sparse.timeText),
      issuedKey: pool.takeWords(sparse.issuedKey),
      sharedEventId: pool.takeWords(sparse.sharedEventId),
      flags: pool.takeHalves(this.flags.subarray(0, length)),
      repairs: this.#repairs,
    };
    this.clear();
    return batch;
  }

  /** Forgets the events that no batch was made of. */
  clear(): void {
    for (const column of this.codes) column.fill(0, 0, this.length);
    this.flags.fill(0, 0, this.length);
    this.identity.fill(0, 0, this.length);
    this.eventId.fill(0, 0, this.length * 4);
    this.timeMs.fill(0, 0, this.length);
    this.contentHash.fill(0, 0, this.length);
    this.length = 0;
    for (const pairs of Object.values(this.#sparse)) pairs.length = 0;
    this.#repairs = [];
    this.#places = [];
    this.#hasPlaces = false;
  }

  /** Gives the events before this one that have no place of their own that in the document. */
  #fillPlaces(event: number): void {
    this.#hasPlaces = true;
    for (let i = this.#places.length / 2; i < event; i++) this.#places.push(this.start[i]!, this.end[i]!);
  }
}

function grown<T extends Float64Array | Uint32Array | Uint16Array>(column: T, into: T): T {
  into.set(column);
  return into;
}
