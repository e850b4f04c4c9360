import type { Batch, DictionaryName } from '../../src/decode/batch.ts';
import { BatchBuilder } from '../../src/decode/batch-builder.ts';
import { Dictionaries } from '../../src/decode/dictionaries.ts';
import { RecordScanner } from '../../src/decode/scan-record.ts';
import { formatUuid } from '../../src/decode/uuid.ts';
import type { PackedValues } from '../../src/decode/value-bytes.ts';
import { eventFields } from '../../src/record/fields.ts';
import { type EventSummary, identityTexts } from '../../src/record/summary.ts';
import { unpackValues } from './unpack-values.ts';

/** A record that the scanner took. */
export type Scanned = {
  readonly start: number;
  readonly end: number;
  readonly contentHash: number;
  readonly summary: EventSummary;
};

/** Scans documents and turns the columns back into summaries. Learns from document to document, as in the program. */
export class SummaryScanner {
  readonly #dictionaries = new Dictionaries(0);
  readonly #scanner = new RecordScanner(this.#dictionaries);
  readonly #values = new Map<DictionaryName, string[]>();
  readonly #identities = identityTexts.map((): number[] => [0]);

  /** The records of the document that the scanner takes from `start` on, up to the first that it is not sure of. */
  scan(bytes: Uint8Array, start: number, isInArray = true, limit = bytes.length): Scanned[] {
    const builder = new BatchBuilder(this.#dictionaries);
    this.#scanner.scanRecords(bytes, start, limit, isInArray, 0, builder);
    return this.#told(
      builder.finish({
        path: '',
        source: { kept: 'memory', packing: 'none', bytes },
        byteLength: bytes.length,
        verbatim: true,
        baseOffset: 0,
      }),
    );
  }

  #told(batch: Batch): Scanned[] {
    for (const [name, fresh] of Object.entries(batch.fresh) as [DictionaryName, PackedValues][])
      this.#values.set(name, [...(this.#values.get(name) ?? ['']), ...unpackValues(fresh)]);
    batch.freshIdentities.forEach((code, i) => {
      this.#identities[i % identityTexts.length]!.push(code);
    });
    return Array.from({ length: batch.length }, (_, event) => ({
      start: batch.start[event]!,
      end: batch.end[event]!,
      contentHash: batch.contentHash![event]!,
      summary: this.#summaryOf(batch, event),
    }));
  }

  #summaryOf(batch: Batch, event: number): EventSummary {
    const sparse = (name: 'timeText' | 'issuedKey' | 'sharedEventId') => {
      for (let i = 0; i < batch[name].length; i += 2)
        if (batch[name][i] === event) return this.#text(name, batch[name][i + 1]!);
      return '';
    };
    const fields = eventFields.map((field) => [field, this.#text(field, batch.codes[field][event]!)]);
    const identity = identityTexts.map((text, i) => [
      text,
      this.#text(text, this.#identities[i]![batch.identity[event]!]!),
    ]);
    return {
      ...Object.fromEntries(fields),
      timeMs: batch.timeMs[event]!,
      timeText: sparse('timeText'),
      eventId: this.#eventId(batch, event),
      flags: batch.flags[event]!,
      identity: Object.fromEntries(identity),
      issuedKey: sparse('issuedKey'),
      sharedEventId: sparse('sharedEventId'),
    };
  }

  #eventId({ eventId }: Batch, event: number): string {
    const [a, b, c, code] = eventId.subarray(event * 4, event * 4 + 4);
    return a === 0 && b === 0 && c === 0 ? this.#text('oddEventId', code!) : formatUuid(eventId, event * 4);
  }

  #text(name: DictionaryName, code: number): string {
    return code === 0 ? '' : this.#values.get(name)![code]!;
  }
}
