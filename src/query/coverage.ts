import type { Snapshot } from '../store/snapshot.ts';
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
  const known = remembered.get(snapshot) ?? makeCoverage(snapshot);
  remembered.set(snapshot, known);
  return known;
}

const remembered = new WeakMap<Snapshot, readonly Coverage[]>();

function makeCoverage(snapshot: Snapshot): Coverage[] {
  const { order, timeMs } = snapshot;
  const { numbers, values } = combineFields(snapshot, order, told);
  const rows: { readonly kind: RecordedKind; readonly service: string }[] = [];
  const rowOf = Uint32Array.from(values, (combination) => {
    const [category, readOnly, called, event] = combination as [string, string, string, string];
    const kind = kindOf(category, readOnly, called, event);
    const service = kind === 'data events' || kind === 'network activity' ? called : '';
    const known = rows.findIndex((row) => row.kind === kind && row.service === service);
    return known < 0 ? rows.push({ kind, service }) - 1 : known;
  });
  for (let at = 0; at < numbers.length; at++) numbers[at] = rowOf[numbers[at]!]!;
  const { counts, firstAt, lastAt } = tallyNumbers(numbers, rows.length, timedLength(order, timeMs));
  const regions = valuesByRow(snapshot, 'region', numbers, rows.length);
  const accounts = valuesByRow(snapshot, 'account', numbers, rows.length);
  return rows
    .map((row, number) => ({
      ...row,
      count: counts[number]!,
      firstMs: timeMs[order[firstAt[number]!]!]!,
      lastMs: timeMs[order[lastAt[number]!]!]!,
      regions: regions[number]!,
      accounts: accounts[number]!,
    }))
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.count - a.count ||
        (a.service < b.service ? -1 : 1),
    );
}

/** The fields that tell what sort of event was recorded. */
const told = ['category', 'read_only', 'service', 'event'] as const;

/** By row the values that a field has in its events, sorted. */
function valuesByRow(
  snapshot: Snapshot,
  field: 'region' | 'account',
  rowAt: Uint32Array,
  rowCount: number,
): string[][] {
  const { order } = snapshot;
  const { codes, valueAt, valueCount } = snapshot.column(field)!;
  const isThere = new Uint8Array(rowCount * valueCount);
  for (let at = 0; at < order.length; at++) isThere[rowAt[at]! * valueCount + codes[order[at]!]!] = 1;
  return Array.from({ length: rowCount }, (_, row) => {
    const found = indicesAboveZero(isThere.subarray(row * valueCount, (row + 1) * valueCount));
    return Array.from(found, valueAt)
      .filter((value) => value !== '')
      .sort();
  });
}

/** Records written before there was a category are told by their event. */
function kindOf(category: string, readOnly: string, service: string, event: string): RecordedKind {
  if (category === 'Data' || (category === '' && isDataEvent(service, event))) return 'data events';
  if (category === 'Insight') return 'insights';
  if (category === 'NetworkActivity') return 'network activity';
  if (category !== 'Management' && category !== '') return 'other events';
  return readOnly === 'true' ? 'management reads' : 'management writes';
}
