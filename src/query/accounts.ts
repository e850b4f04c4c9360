import type { Snapshot } from '../store/snapshot.ts';
import { accountNamesOf } from './account-names.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { countEvents, type Tally, timedLength } from './tally.ts';

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
  const tally = new AccountTally(names.length, timedLength(matches, timeMs));
  for (let at = 0; at < matches.length; at++) {
    const event = matches[at]!;
    const who = identity[event]!;
    const [first, second, third] = [caller[who]!, arn[who]!, issuer[who]!];
    const account = ofAccount[accounts[event]!]!;
    const target = ofTarget[targets[event]!]!;
    if (first !== 0) tally.add(first, at);
    if (second !== 0) tally.add(second, at);
    if (third !== 0) tally.add(third, at);
    // A match counts once for an account, however often it names it.
    const isNamed = account === first || account === second || account === third;
    if (account !== 0 && !isNamed) tally.add(account, at);
    if (target !== 0 && target !== first && target !== second && target !== third && target !== account)
      tally.add(target, at);
  }
  const { counts, firstAt, lastAt } = tally;
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

/** By number of account how many matches name it, and where the first and the last of them stand. */
class AccountTally implements Tally {
  readonly counts: Uint32Array;
  readonly firstAt: Uint32Array;
  readonly lastAt: Uint32Array;
  readonly #timed: number;

  constructor(accounts: number, timed: number) {
    this.counts = new Uint32Array(accounts);
    this.firstAt = new Uint32Array(accounts);
    this.lastAt = new Uint32Array(accounts);
    this.#timed = timed;
  }

  add(account: number, at: number): void {
    const isFirst = this.counts[account]!++ === 0;
    if (isFirst) this.firstAt[account] = at;
    if (isFirst || at < this.#timed) this.lastAt[account] = at;
  }
}

/** The accounts that the logs were delivered to. */
function ownAccounts(snapshot: Snapshot): ReadonlySet<string> {
  const column = snapshot.column('account')!;
  return new Set(Array.from(indicesAboveZero(countEvents(column, snapshot.order)), column.valueAt));
}
