import type { Batch, Decoded, DictionaryName } from '../../src/decode/batch.ts';
import { unpack } from '../../src/decode/unpack.ts';
import { Flag, identityTexts } from '../../src/record/summary.ts';
import { formatTime } from '../../src/record/time.ts';
import { unpackValues } from './unpack-values.ts';

/** One event as a batch tells it, its codes turned back into values. */
export type DecodedEvent = {
  readonly path: string;
  /** RFC 3339 UTC, or as written when it cannot be read. */
  readonly time: string;
  readonly badTime: boolean;
  readonly service: string;
  readonly event: string;
  readonly eventId: string;
  readonly principal: string;
  readonly principal_type: string;
  readonly region: string;
  readonly account: string;
  readonly outcome: string;
  readonly error: string;
  /** What was mended, each thing once; undefined when the record is not marked as repaired. */
  readonly repaired: readonly string[] | undefined;
  readonly repairOffsets: readonly number[];
  /** The record's JSON text, out of its document. */
  readonly json: string;
  /** Where it was read from in the inflated file. */
  readonly fileStart: number;
  readonly fileEnd: number;
  /** Whether the JSON stands in the file as it is. */
  readonly verbatim: boolean;
};

/** The events of what was decoded, in the order of the batches. `fileBytes` gives the bytes of documents that are kept on disk. */
export function eventsOf(
  decoded: readonly Decoded[],
  fileBytes: (file: string) => Uint8Array = () => new Uint8Array(0),
): DecodedEvent[] {
  const values = new Map<string, string[]>();
  const identities: number[] = [];
  const textOfCode = (name: DictionaryName, code: number) => (code === 0 ? '' : values.get(name)![code - 1]!);
  const events: DecodedEvent[] = [];
  for (const batch of decoded.flatMap(({ batches }) => batches)) {
    for (const [name, fresh] of Object.entries(batch.fresh))
      values.set(name, [...(values.get(name) ?? []), ...unpackValues(fresh)]);
    identities.push(...batch.freshIdentities);
    const bytes = bytesOf(batch, fileBytes);
    for (let i = 0; i < batch.length; i++) {
      const identity = batch.identity[i]!;
      const identityText = (name: 'principal' | 'principal_type') =>
        identity === 0
          ? ''
          : textOfCode(
              name,
              identities[(identity - 1) * identityTexts.length + identityTexts.indexOf(name)]!,
            );
      const repairs = batch.repairs.filter(({ event }) => event === i);
      const badTime = (batch.flags[i]! & Flag.badTime) !== 0;
      const start = batch.start[i]!;
      const end = batch.end[i]!;
      const { baseOffset } = batch.document;
      events.push({
        path: batch.document.path,
        time: badTime ? textOfCode('timeText', sparse(batch.timeText, i)) : formatTime(batch.timeMs[i]!),
        badTime,
        service: textOfCode('service', batch.codes.service[i]!),
        event: textOfCode('event', batch.codes.event[i]!),
        eventId: eventIdOf(batch, i, textOfCode),
        principal: identityText('principal'),
        principal_type: identityText('principal_type'),
        region: textOfCode('region', batch.codes.region[i]!),
        account: textOfCode('account', batch.codes.account[i]!),
        outcome: textOfCode('outcome', batch.codes.outcome[i]!),
        error: textOfCode('error', batch.codes.error[i]!),
        repaired:
          (batch.flags[i]! & Flag.repaired) === 0 ? undefined : [...new Set(repairs.map(({ what }) => what))],
        repairOffsets: repairs.map(({ offset }) => offset),
        json: bytes.toString('utf8', start, end),
        fileStart: batch.places?.[2 * i] ?? start + baseOffset,
        fileEnd: batch.places?.[2 * i + 1] ?? end + baseOffset,
        verbatim: batch.document.verbatim,
      });
    }
  }
  return events;
}

/** The bytes of a batch's document, unpacked. */
export function bytesOf({ document }: Batch, fileBytes: (file: string) => Uint8Array): Buffer {
  const { source, byteLength } = document;
  const kept =
    source.kept === 'memory' ? source.bytes : fileBytes(source.file).subarray(source.start, source.end);
  return Buffer.from(unpack(kept, source.packing, byteLength));
}

function sparse(pairs: Uint32Array, event: number): number {
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === event) return pairs[i + 1]!;
  return 0;
}

function eventIdOf(
  batch: Batch,
  event: number,
  textOfCode: (name: DictionaryName, code: number) => string,
): string {
  const words = batch.eventId.subarray(event * 4, event * 4 + 4);
  if (words.every((word) => word === 0)) return '';
  if (words[0] === 0 && words[1] === 0 && words[2] === 0) return textOfCode('oddEventId', words[3]!);
  const hex = [...words].map((word) => word.toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
