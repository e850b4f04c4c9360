import type { Snapshot } from '../store/snapshot.ts';
import { accountNamesOf } from './account-names.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { countEvents, timedLength } from './tally.ts';

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
  const { names, ofIdentity, ofAccount, ofTarget } = accountNamesOf(snapshot);
  const [caller, arn, issuer] = ofIdentity;
  const [accounts, targets] = [snapshot.column('account')!.codes, snapshot.column('target')!.codes];
  const { identity, timeMs } = snapshot;
  const timed = timedLength(matches, timeMs);
  const counts = new Uint32Array(names.length);
  const firstAt = new Uint32Array(names.length);
  const lastAt = new Uint32Array(names.length);
  const add = (number: number, at: number) => {
    const isFirst = counts[number]!++ === 0;
    if (isFirst) firstAt[number] = at;
    if (isFirst || at < timed) lastAt[number] = at;
  };
  for (let at = 0; at < matches.length; at++) {
    const event = matches[at]!;
    const who = identity[event]!;
    const [first, second, third] = [caller[who]!, arn[who]!, issuer[who]!];
    const account = ofAccount[accounts[event]!]!;
    const target = ofTarget[targets[event]!]!;
    // A match counts once for an account, however often it names it.
    if (first !== 0) add(first, at);
    if (second !== 0) add(second, at);
    if (third !== 0) add(third, at);
    if (account !== 0 && account !== first && account !== second && account !== third) add(account, at);
    if (target !== 0 && target !== first && target !== second && target !== third && target !== account)
      add(target, at);
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
