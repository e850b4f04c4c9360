import { type EventField, eventFields } from '../record/fields.ts';
import type { ScanModule } from './scan-module.ts';

/**
 * The columns in which the scanner writes codes, in its order: those of texts at the top of a record, then those that are
 * worked out. The order of `wasm/record.ts`.
 */
export const scannedFields = [
  ...['time', 'source', 'event', 'region', 'source_ip', 'user_agent', 'error', 'event_type', 'category'],
  ...['account', 'target', 'service', 'outcome', 'read_only'],
] as const satisfies readonly (EventField | 'time')[];

/** The scanner's column of each of `eventFields`. A field that the scanner does not write does not compile here. */
const columnOfField = eventFields.map((field: (typeof scannedFields)[number]) =>
  scannedFields.indexOf(field),
);

/** Columns of events, as `Batch` has them, with places within the input that was scanned. Views of a memory that changes. */
export type ScannedColumns = {
  readonly timeMs: Float64Array;
  readonly contentHash: Float64Array;
  readonly eventId: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly identity: Uint32Array;
  readonly flags: Uint16Array;
  /** A column for each of `eventFields`, in that order. */
  readonly codes: readonly Uint32Array[];
};

/** The columns of the events that were scanned last. */
export function scannedColumns(scanner: ScanModule, count: number): ScannedColumns {
  const { buffer } = scanner.memory;
  const words = (at: number, length = count) => new Uint32Array(buffer, at, length);
  return {
    timeMs: new Float64Array(buffer, scanner.timeMsAt.value, count),
    contentHash: new Float64Array(buffer, scanner.contentHashAt.value, count),
    eventId: words(scanner.eventIdAt.value, count * 4),
    start: words(scanner.startAt.value),
    end: words(scanner.endAt.value),
    identity: words(scanner.identityAt.value),
    flags: new Uint16Array(buffer, scanner.flagsAt.value, count),
    codes: columnOfField.map((column) =>
      words(scanner.codesAt.value + column * scanner.rowCapacity.value * 4),
    ),
  };
}
