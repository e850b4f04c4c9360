import { runToEnd } from '../store/run-to-end.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { Pairs } from './pairs.ts';

/** Which accounts events name. Nearly all events name the same few together: each such set has a number. */
export type AccountNames = {
  /** By number of an account its name; 0 stands for none. */
  readonly names: readonly string[];
  /** By number of a set the numbers of its accounts, each once. */
  readonly sets: readonly ReadonlySet<number>[];
  /** By event the number of the set that it names. */
  readonly ofEvent: Uint32Array;
};

const remembered = new WeakMap<Snapshot, AccountNames>();

/** The accounts that are named in a snapshot; looked for once. */
export function accountNamesOf(snapshot: Snapshot): AccountNames {
  return runToEnd(findAccountNames(snapshot));
}

/** Values, identities or events that are looked at between two yields. */
const piece = 1 << 13;

/**
 * The accounts that are named in a snapshot by the caller, its ARN, the role or user behind its session, the account that
 * the event was delivered to, and the target; in pieces of a few milliseconds: yields between them.
 */
export function* findAccountNames(snapshot: Snapshot): Generator<void, AccountNames> {
  const known = remembered.get(snapshot);
  if (known !== undefined) return known;
  const { length, identity, identityCount } = snapshot;
  const names = [''];
  const numbers = new Map<string, number>();
  const numberOf = (account: string) => {
    if (!isAccount(account)) return 0;
    const number = numbers.get(account) ?? names.push(account) - 1;
    numbers.set(account, number);
    return number;
  };
  const numberInArn = (arn: string) => numberOf(accountInArn(arn));
  const callerOf = yield* numberValues(snapshot.identityColumn('callerAccount'), numberOf);
  const arnOf = yield* numberValues(snapshot.identityColumn('arn'), numberInArn);
  const issuerOf = yield* numberValues(snapshot.identityColumn('issuerArn'), numberInArn);
  const accountOf = yield* numberValues(snapshot.column('account')!, numberOf);
  const targetOf = yield* numberValues(snapshot.column('target')!, numberInArn);

  const [callers, sources, calls, events] = [new Pairs(), new Pairs(), new Pairs(), new Pairs()];
  const sourceOf = new Uint32Array(identityCount);
  for (let who = 0; who < identityCount; who++) {
    sourceOf[who] = sources.numberOf(callers.numberOf(callerOf(who), arnOf(who)), issuerOf(who));
    if (who % piece === piece - 1) yield;
  }
  const ofEvent = new Uint32Array(length);
  for (let event = 0; event < length; event++) {
    const call = calls.numberOf(accountOf(event), targetOf(event));
    ofEvent[event] = events.numberOf(sourceOf[identity[event]!]!, call);
    if (event % piece === piece - 1) yield;
  }
  const sets = Array.from({ length: events.count }, (_, number) => {
    const [source, issuer] = sources.pair(events.pair(number)[0]);
    const all = new Set([...callers.pair(source), issuer, ...calls.pair(events.pair(number)[1])]);
    all.delete(0);
    return all;
  });
  const found: AccountNames = { names, sets, ofEvent };
  remembered.set(snapshot, found);
  return found;
}

/** A function that gives the number of an item's value. */
function* numberValues(
  { codes, valueAt, valueCount }: Column,
  read: (value: string) => number,
): Generator<void, (item: number) => number> {
  const numbers = new Uint32Array(valueCount);
  for (let code = 0; code < valueCount; code++) {
    numbers[code] = read(valueAt(code));
    if (code % piece === piece - 1) yield;
  }
  return (item) => numbers[codes[item]!]!;
}

const accountDigits = 12;

function isAccount(text: string): boolean {
  return text.length === accountDigits && /^\d+$/.test(text);
}

/** What stands in an ARN in the place of the account: `arn:aws:iam::111122223333:user/alice`; empty for anything else. */
function accountInArn(text: string): string {
  if (!text.startsWith('arn:aws')) return '';
  const partition = text.indexOf(':', 4);
  const service = text.indexOf(':', partition + 1);
  const region = text.indexOf(':', service + 1);
  if (partition < 0 || service < 0 || region < 0 || text[region + 1 + accountDigits] !== ':') return '';
  return /^aws[a-z-]*$/.test(text.slice(4, partition))
    ? text.slice(region + 1, region + 1 + accountDigits)
    : '';
}
