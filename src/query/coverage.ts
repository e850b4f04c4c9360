import { runToEnd } from '../store/run-to-end.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { combineFields } from './combine.ts';
import { isDataEvent } from './data-events.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { tallyNumbers, timedLength } from './tally.ts';

/** What sort of events a trail was told to record. */
export type RecordedKind =
  | 'management reads'
  | 'management writes'
  | 'data events'
  | 'insights'
  | 'network activity'
  | 'other events';

/** What was recorded at all of one sort. */
export type Coverage = {
  readonly kind: RecordedKind;
  /** For data events and network activity, which are switched on service by service, the service; else empty. */
  readonly service: string;
  readonly count: number;
  /** Times of the first and last event, ms since 1970 UTC; NaN when none has a readable time. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Sorted. */
  readonly regions: readonly string[];
  /** Sorted. */
  readonly accounts: readonly string[];
};

const kinds: readonly RecordedKind[] = [
  'management reads',
  'management writes',
  'data events',
  'insights',
  'network activity',
  'other events',
];

/**
 * What was recorded at all, by sort of event and, where these are switched on one by one, by service. So that "no
 * Delete events" can be told from "object events were not recorded then".
 */
export function coverageOf(snapshot: Snapshot): readonly Coverage[] {
  return runToEnd(findCoverage(snapshot));
}

const remembered = new WeakMap<Snapshot, readonly Coverage[]>();

/** Events that are looked at between two yields. */
const piece = 1 << 15;

/** The same in pieces of a few milliseconds: yields between them. */
export function* findCoverage(snapshot: Snapshot): Generator<void, readonly Coverage[]> {
  const known = remembered.get(snapshot);
  if (known !== undefined) return known;
  const { order } = snapshot;
  const rows: Row[] = [];
  for (let start = 0; start < order.length; start += piece, yield)
    addEvents(rows, snapshot, order.subarray(start, start + piece));
  const found = rows
    .map(({ regions, accounts, ...row }) => ({
      ...row,
      regions: valuesOf(regions, snapshot.column('region')!),
      accounts: valuesOf(accounts, snapshot.column('account')!),
    }))
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.count - a.count ||
        (a.service < b.service ? -1 : 1),
    );
  remembered.set(snapshot, found);
  return found;
}

/** What was recorded of one sort among the events looked at so far. */
type Row = Pick<Coverage, 'kind' | 'service'> & {
  count: number;
  firstMs: number;
  lastMs: number;
  /** By code 1 where one of its events has it. */
  readonly regions: Uint8Array;
  readonly accounts: Uint8Array;
};

/** @param events Those that follow in total order. */
function addEvents(rows: Row[], snapshot: Snapshot, events: Uint32Array): void {
  const { timeMs } = snapshot;
  const { numbers, values } = combineFields(snapshot, events, told);
  const rowOf = Uint32Array.from(values, (combination) => {
    const [category, readOnly, called, event] = combination as [string, string, string, string];
    const kind = kindOf(category, readOnly, called, event);
    return rowFor(rows, kind, kind === 'data events' || kind === 'network activity' ? called : '', snapshot);
  });
  const rowAt = numbers.map((number) => rowOf[number]!);
  const { counts, firstAt, lastAt } = tallyNumbers(rowAt, rows.length, timedLength(events, timeMs));
  for (const number of indicesAboveZero(counts)) {
    const row = rows[number]!;
    if (row.count === 0) row.firstMs = timeMs[events[firstAt[number]!]!]!;
    const lastMs = timeMs[events[lastAt[number]!]!]!;
    if (row.count === 0 || !Number.isNaN(lastMs)) row.lastMs = lastMs;
    row.count += counts[number]!;
  }
  const [regions, accounts] = [snapshot.column('region')!.codes, snapshot.column('account')!.codes];
  for (let at = 0; at < events.length; at++) {
    const row = rows[rowAt[at]!]!;
    row.regions[regions[events[at]!]!] = 1;
    row.accounts[accounts[events[at]!]!] = 1;
  }
}

function rowFor(rows: Row[], kind: RecordedKind, service: string, { column }: Snapshot): number {
  const known = rows.findIndex((row) => row.kind === kind && row.service === service);
  if (known >= 0) return known;
  const regions = new Uint8Array(column('region')!.valueCount);
  const accounts = new Uint8Array(column('account')!.valueCount);
  return (
    rows.push({ kind, service, count: 0, firstMs: Number.NaN, lastMs: Number.NaN, regions, accounts }) - 1
  );
}

/** The values that occur, the empty one left out, sorted. */
function valuesOf(isThere: Uint8Array, { valueAt }: Column): string[] {
  return Array.from(indicesAboveZero(isThere), valueAt)
    .filter((value) => value !== '')
    .sort();
}

/** The fields that tell what sort of event was recorded. */
const told = ['category', 'read_only', 'service', 'event'] as const;

/** Records written before there was a category are told by their event. */
function kindOf(category: string, readOnly: string, service: string, event: string): RecordedKind {
  if (category === 'Data' || (category === '' && isDataEvent(service, event))) return 'data events';
  if (category === 'Insight') return 'insights';
  if (category === 'NetworkActivity') return 'network activity';
  if (category !== 'Management' && category !== '') return 'other events';
  return readOnly === 'true' ? 'management reads' : 'management writes';
}
