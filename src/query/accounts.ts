import type { Snapshot } from '../store/snapshot.ts';
import { identitiesOf } from './identities.ts';

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
 * The accounts named by the matches in ARNs and in fields that hold accounts, most frequent first: receiver, caller,
 * target, the role behind a session. Other runs of 12 digits are none.
 */
export function countAccounts(snapshot: Snapshot, matches: Uint32Array): AccountCount[] {
  const own = new Set(ownAccounts(snapshot));
  const numbers = new Map<string, number>();
  const accountsOfIdentity = identitiesOf(snapshot).map((identity) =>
    identity === undefined
      ? []
      : numbered([identity.callerAccount, ...accountsInArns([identity.arn, identity.issuerArn])], numbers),
  );
  const account = codedAccounts(snapshot, 'account', (value) => [value], numbers);
  const target = codedAccounts(snapshot, 'target', (value) => accountsInArns([value]), numbers);
  const names = [...numbers.keys()];
  const counts = new Uint32Array(names.length);
  const first = new Float64Array(names.length).fill(Number.NaN);
  const last = new Float64Array(names.length).fill(Number.NaN);
  // By account the match that named it last, so that a match counts once.
  const counted = new Int32Array(names.length).fill(-1);
  const count = (found: readonly number[], index: number, timeMs: number) => {
    for (const number of found) {
      if (counted[number] === index) continue;
      counted[number] = index;
      counts[number]!++;
      if (!(first[number]! <= timeMs)) first[number] = timeMs;
      if (!(last[number]! >= timeMs)) last[number] = timeMs;
    }
  };
  for (let index = 0; index < matches.length; index++) {
    const event = matches[index]!;
    const timeMs = snapshot.timeMs[event]!;
    count(accountsOfIdentity[snapshot.identity[event]!]!, index, timeMs);
    count(account(event), index, timeMs);
    count(target(event), index, timeMs);
  }
  return names
    .map((name, number) => ({
      account: name,
      count: counts[number]!,
      foreign: !own.has(name),
      firstMs: first[number]!,
      lastMs: last[number]!,
    }))
    .filter(({ count: named }) => named > 0)
    .sort((a, b) => b.count - a.count || (a.account < b.account ? -1 : 1));
}

/** The accounts that the logs were delivered to. */
function ownAccounts(snapshot: Snapshot): string[] {
  const column = snapshot.column('account');
  const used = new Set<number>();
  if (column !== undefined) for (const event of snapshot.order) used.add(column.codes[event]!);
  return [...used].map((code) => column!.values[code]!);
}

function codedAccounts(
  snapshot: Snapshot,
  field: 'account' | 'target',
  accountsIn: (value: string) => readonly string[],
  numbers: Map<string, number>,
): (event: number) => readonly number[] {
  const column = snapshot.column(field);
  if (column === undefined) return () => [];
  const byCode = column.values
    .slice(0, column.valueCount)
    .map((value) => numbered(accountsIn(value), numbers));
  return (event) => byCode[column.codes[event]!]!;
}

const noNumbers: readonly number[] = [];

function numbered(accounts: readonly string[], numbers: Map<string, number>): readonly number[] {
  const found = new Set<number>();
  for (const account of accounts) {
    if (!/^\d{12}$/.test(account)) continue;
    if (!numbers.has(account)) numbers.set(account, numbers.size);
    found.add(numbers.get(account)!);
  }
  return found.size === 0 ? noNumbers : [...found];
}

function accountsInArns(texts: readonly string[]): string[] {
  return texts.flatMap((text) => /^arn:aws[a-z-]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []);
}
