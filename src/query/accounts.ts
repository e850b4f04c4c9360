import type { Snapshot } from '../store/snapshot.ts';
import { accountNamesOf } from './account-names.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { countEvents, tallyEvents, timedLength } from './tally.ts';

/** An account that is named somewhere among the matches. */
export type AccountCount = {
  readonly account: string;
  /** Number of matches that name it. */
  readonly count: number;
  /** True when none of the logs are this account's: none of all events was delivered to it. */
  readonly foreign: boolean;
  /** Times of the first and last of these events, ms since 1970 UTC; NaN when none has a readable time. */
  readonly firstMs: number;
  readonly lastMs: number;
};

/**
 * The accounts named by the matches (in total order) in ARNs and in fields that hold accounts, most frequent first:
 * receiver, caller, target, the role behind a session. Other runs of 12 digits are none.
 */
export function countAccounts(snapshot: Snapshot, matches: Uint32Array): AccountCount[] {
  const own = ownAccounts(snapshot);
  const { names, sets, ofEvent } = accountNamesOf(snapshot);
  const { timeMs } = snapshot;
  const timed = timedLength(matches, timeMs);
  const bySet = tallyEvents({ codes: ofEvent, via: undefined, valueCount: sets.length }, matches, timed);
  const counts = new Uint32Array(names.length);
  const firstAt = new Uint32Array(names.length);
  const lastAt = new Uint32Array(names.length);
  for (const set of indicesAboveZero(bySet.counts)) {
    const [first, last] = [bySet.firstAt[set]!, bySet.lastAt[set]!];
    // A match counts once for an account, however often it names it.
    for (const number of sets[set]!) {
      const isFirst = counts[number] === 0;
      counts[number]! += bySet.counts[set]!;
      if (isFirst || first < firstAt[number]!) firstAt[number] = first;
      // One without a readable time is the last only where there is no other.
      const isLater = last < timed && last > lastAt[number]!;
      if (isFirst || isLater || lastAt[number]! >= timed) lastAt[number] = last;
    }
  }
  return names
    .map((account, number) => ({
      account,
      count: counts[number]!,
      foreign: !own.has(account),
      firstMs: timeMs[matches[firstAt[number]!]!]!,
      lastMs: timeMs[matches[lastAt[number]!]!]!,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.account < b.account ? -1 : 1));
}

/** The accounts that the logs were delivered to. */
function ownAccounts(snapshot: Snapshot): ReadonlySet<string> {
  const column = snapshot.column('account')!;
  return new Set(Array.from(indicesAboveZero(countEvents(column, snapshot.order)), column.valueAt));
}
