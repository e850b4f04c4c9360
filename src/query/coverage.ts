import type { Snapshot } from '../store/snapshot.ts';
import { countCombinations } from './counts.ts';
import { isDataEvent } from './data-events.ts';

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
  const rows = new Map<string, Row>();
  for (const { values, count, firstMs, lastMs } of countCombinations(snapshot, snapshot.order, told)) {
    const [category, readOnly, calledService, event, region, account] = values as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const kind = kindOf(category, readOnly, calledService, event);
    const service = kind === 'data events' || kind === 'network activity' ? calledService : '';
    const row = rows.get(`${kind} ${service}`) ?? newRow(kind, service);
    rows.set(`${kind} ${service}`, row);
    row.count += count;
    if (!(row.firstMs <= firstMs)) row.firstMs = firstMs;
    if (!(row.lastMs >= lastMs)) row.lastMs = lastMs;
    row.regions.add(region);
    row.accounts.add(account);
  }
  return [...rows.values()]
    .map((row) => ({ ...row, regions: named(row.regions), accounts: named(row.accounts) }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.count - a.count);
}

/** The fields that tell what sort of event was recorded, and where. */
const told = ['category', 'read_only', 'service', 'event', 'region', 'account'] as const;

type Row = Pick<Coverage, 'kind' | 'service'> & {
  count: number;
  firstMs: number;
  lastMs: number;
  readonly regions: Set<string>;
  readonly accounts: Set<string>;
};

function newRow(kind: RecordedKind, service: string): Row {
  const [regions, accounts] = [new Set<string>(), new Set<string>()];
  return { kind, service, count: 0, firstMs: Number.NaN, lastMs: Number.NaN, regions, accounts };
}

function named(values: Set<string>): string[] {
  return [...values].filter((value) => value !== '').sort();
}

/** Records written before there was a category are told by their event. */
function kindOf(category: string, readOnly: string, service: string, event: string): RecordedKind {
  if (category === 'Data' || (category === '' && isDataEvent(service, event))) return 'data events';
  if (category === 'Insight') return 'insights';
  if (category === 'NetworkActivity') return 'network activity';
  if (category !== 'Management' && category !== '') return 'other events';
  return readOnly === 'true' ? 'management reads' : 'management writes';
}
