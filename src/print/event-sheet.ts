import type { Loading } from '../load/loading.ts';
import type { Json } from '../record/json.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { PrintColumn } from './columns.ts';
import { pickExactly, textAt } from './exact-json.ts';
import type { Blocks, Sheet, SheetLine } from './sheet.ts';

/** Which events to print, and where their values come from. */
export type EventsToPrint = {
  readonly snapshot: Snapshot;
  /** Asked for records only when a column or the format needs them. */
  readonly loading: Pick<Loading, 'readRecords'>;
  /** Event indices, in the order of printing. */
  readonly events: Uint32Array;
};

/** Lines of a block. Enough to write few pieces, few enough that the first come at once. */
const blockLines = 1024;

/** The sheet with a line for each event. `timeText` says how a time that could be read is written. */
export function eventSheet(
  toPrint: EventsToPrint,
  columns: readonly PrintColumn[],
  timeText: (timeMs: number) => string,
): Sheet {
  const keys = new Set(columns.flatMap((column) => (column.from === 'record' ? [column.path[0]!] : [])));
  const textOf = (column: PrintColumn, event: number, record: Json | undefined): string => {
    if (column.from === 'record') return record === undefined ? '' : textAt(record, column.path);
    const timeMs = column.field === 'time' ? toPrint.snapshot.timeMs[event]! : Number.NaN;
    return Number.isNaN(timeMs) ? (toPrint.snapshot.text(column.field, event) ?? '') : timeText(timeMs);
  };
  const lineOf = (event: number, record: Json | undefined): SheetLine =>
    columns.map((column) => textOf(column, event, record));
  return {
    columns,
    blocks: () => (keys.size > 0 ? linesWithRecords(toPrint, keys, lineOf) : linesOf(toPrint.events, lineOf)),
  };
}

function* linesOf(
  events: Uint32Array,
  lineOf: (event: number, record: undefined) => SheetLine,
): Generator<readonly SheetLine[]> {
  for (let start = 0; start < events.length; start += blockLines) {
    yield Array.from(events.subarray(start, start + blockLines), (event) => lineOf(event, undefined));
  }
}

async function* linesWithRecords(
  { loading, events }: EventsToPrint,
  keys: ReadonlySet<string>,
  lineOf: (event: number, record: Json | undefined) => SheetLine,
): Blocks & AsyncGenerator<readonly SheetLine[]> {
  let block: SheetLine[] = [];
  for await (const { event, json } of loading.readRecords(events)) {
    block.push(lineOf(event, pickExactly(json, keys)));
    if (block.length < blockLines) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}
