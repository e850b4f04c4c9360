import type { Snapshot } from '../store/snapshot.ts';
import { rememberLast } from './remember.ts';

/** One kind of events that was recorded: so that "none found" can be told from "not recorded then". */
export type RecordedKind = {
  /** `management, reads`, `data, s3`, `insight`. */
  readonly name: string;
  readonly count: number;
  /** Times of the first and last, ms since 1970 UTC; NaN when none can be read. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Distinct regions and accounts. */
  readonly regions: number;
  readonly accounts: number;
};

type Counting = {
  count: number;
  firstMs: number;
  lastMs: number;
  regions: Set<number>;
  accounts: Set<number>;
};

/** What was recorded per category, the most frequent first: management reads and writes, data by service, the rest. */
export const recordedKinds = rememberLast((snapshot: Snapshot): readonly RecordedKind[] => {
  const category = snapshot.column('category');
  const service = snapshot.column('service');
  const readOnly = snapshot.column('read_only');
  const region = snapshot.column('region');
  const account = snapshot.column('account');
  if (!category || !service || !readOnly || !region || !account) return [];
  const kinds = new Map<number, Counting>();
  const services = service.valueCount;
  const isData = category.values.map((value) => /^data/i.test(value));
  const reads = readOnly.values.indexOf('true');
  for (const event of snapshot.order) {
    const code = category.codes[event]!;
    const detail = isData[code]
      ? service.codes[event]!
      : readOnly.codes[event] === reads
        ? services
        : services + 1;
    const key = code * (services + 2) + detail;
    let kind = kinds.get(key);
    if (kind === undefined) {
      kind = { count: 0, firstMs: Number.NaN, lastMs: Number.NaN, regions: new Set(), accounts: new Set() };
      kinds.set(key, kind);
    }
    kind.count++;
    kind.regions.add(region.codes[event]!);
    kind.accounts.add(account.codes[event]!);
    const timeMs = snapshot.timeMs[event]!;
    if (!(kind.firstMs <= timeMs)) kind.firstMs = Number.isNaN(timeMs) ? kind.firstMs : timeMs;
    if (!(kind.lastMs >= timeMs)) kind.lastMs = Number.isNaN(timeMs) ? kind.lastMs : timeMs;
  }
  return [...kinds]
    .map(([key, kind]) => {
      const code = Math.floor(key / (services + 2));
      const detail = key % (services + 2);
      const name = (category.values[code] || 'no category').toLowerCase();
      const rest = detail < services ? service.values[detail]! : detail === services ? 'reads' : 'writes';
      return { ...kind, name: `${name}, ${rest}`, regions: kind.regions.size, accounts: kind.accounts.size };
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, 12);
});
