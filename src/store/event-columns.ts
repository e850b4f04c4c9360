import type { Batch, DictionaryName, IdentityText } from '../decode/batch.ts';
import { dictionaryNames } from '../decode/dictionaries.ts';
import { type EventField, eventFields } from '../record/fields.ts';
import { identityTexts } from '../record/summary.ts';
import { CodeColumn } from './code-column.ts';
import { CodeMap } from './code-map.ts';
import { Dictionary } from './dictionary.ts';
import { doubleColumn, halfWordColumn, wordColumn } from './growing-column.ts';
import { IdentityIndex } from './identity-index.ts';
import { Postings } from './postings.ts';

/** What one decoder's codes stand for. */
type Decoder = { readonly values: ReadonlyMap<DictionaryName, CodeMap>; readonly identities: CodeMap };

/**
 * The columns that batches are appended to, and the dictionaries of all decoders merged into one set.
 * Everything here is only appended to.
 */
export class EventColumns {
  /** Number of events. */
  length = 0;
  readonly timeMs = doubleColumn();
  readonly flags = halfWordColumn();
  readonly identity = wordColumn();
  readonly start = wordColumn();
  readonly end = wordColumn();
  /** Four words an event, as in a batch; codes of odd ids are the store's. */
  readonly eventId = wordColumn();
  /** A hash of the record's bytes as they stand; 0 where the decoder made none. */
  readonly contentHash = doubleColumn();
  readonly codes = columnsFor(eventFields);
  /** By identity, not by event. */
  readonly identityCodes = columnsFor(identityTexts);
  readonly timeText = new Postings();
  readonly issuedKey = new Postings();
  readonly sharedEventId = new Postings();
  readonly dictionaries = new Map(dictionaryNames.map((name) => [name, new Dictionary()]));
  readonly #decoders = new Map<number, Decoder>();
  readonly #identities = new IdentityIndex(identityTexts.map((text) => this.identityCodes[text]));
  readonly #identityCodes = new Uint32Array(identityTexts.length);

  constructor() {
    // Identity 0 is the one whose texts are all empty.
    this.#identities.identityWith(this.#identityCodes);
  }

  /** Number of distinct identities. */
  get identityCount(): number {
    return this.#identities.length;
  }

  /** Makes room for that many events in all. */
  reserve(events: number): void {
    const used = this.length;
    for (const column of [this.timeMs, this.flags, this.identity, this.start, this.end, this.contentHash]) {
      column.reserve(events, used);
    }
    this.eventId.reserve(events * 4, used * 4);
    for (const field of eventFields) this.codes[field].reserve(events, used);
  }

  /** Appends the events of a batch; the first of them gets the index that `length` was. */
  append(batch: Batch): void {
    const first = this.length;
    this.reserve(first + batch.length);
    const decoder = this.#learn(batch);
    this.timeMs.array.set(batch.timeMs, first);
    this.flags.array.set(batch.flags, first);
    this.start.array.set(batch.start, first);
    this.end.array.set(batch.end, first);
    if (batch.contentHash !== undefined) this.contentHash.array.set(batch.contentHash, first);
    decoder.identities.translate(batch.identity, this.identity.array, first);
    for (const field of eventFields) {
      decoder.values.get(field)!.translate(batch.codes[field], this.codes[field].array, first);
    }
    this.#appendEventIds(batch.eventId, decoder.values.get('oddEventId')!, first);
    for (const name of ['timeText', 'issuedKey', 'sharedEventId'] as const) {
      const { codes } = decoder.values.get(name)!;
      for (let i = 0; i < batch[name].length; i += 2)
        this[name].add(first + batch[name][i]!, codes[batch[name][i + 1]!]!);
    }
    this.length += batch.length;
  }

  /** The value of a coded column for an event. */
  valueOf(field: EventField, event: number): string {
    return this.dictionaries.get(field)!.valueAt(this.codes[field].array[event]!);
  }

  #appendEventIds(words: Uint32Array, odd: CodeMap, first: number): void {
    const ids = this.eventId.array;
    ids.set(words, first * 4);
    for (let at = first * 4; at < first * 4 + words.length; at += 4) {
      if (ids[at] === 0 && ids[at + 1] === 0 && ids[at + 2] === 0) ids[at + 3] = odd.codes[ids[at + 3]!]!;
    }
  }

  /** Takes in the values and identities that are new in a batch. */
  #learn(batch: Batch): Decoder {
    const decoder = this.#decoderNumbered(batch.decoder);
    for (const [name, map] of decoder.values) {
      const fresh = batch.fresh[name];
      if (fresh !== undefined) this.dictionaries.get(name)!.learn(fresh, map);
    }
    for (const field of eventFields)
      this.codes[field].widenFor(this.dictionaries.get(field)!.length, this.length);
    for (const text of identityTexts)
      this.identityCodes[text].widenFor(this.dictionaries.get(text)!.length, this.identityCount);
    const maps = identityTexts.map((text) => decoder.values.get(text)!.codes);
    const { freshIdentities } = batch;
    const codes = this.#identityCodes;
    for (let at = 0; at < freshIdentities.length; at += codes.length) {
      for (let i = 0; i < codes.length; i++) codes[i] = maps[i]![freshIdentities[at + i]!]!;
      decoder.identities.push(this.#identities.identityWith(codes));
    }
    return decoder;
  }

  #decoderNumbered(number: number): Decoder {
    const known = this.#decoders.get(number);
    if (known !== undefined) return known;
    const decoder = {
      values: new Map(dictionaryNames.map((name) => [name, new CodeMap()])),
      identities: new CodeMap(),
    };
    this.#decoders.set(number, decoder);
    return decoder;
  }
}

function columnsFor<K extends EventField | IdentityText>(
  names: readonly K[],
): { readonly [N in K]: CodeColumn } {
  return Object.fromEntries(names.map((name) => [name, new CodeColumn()])) as { [N in K]: CodeColumn };
}
