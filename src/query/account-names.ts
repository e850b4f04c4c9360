import { runToEnd } from '../store/run-to-end.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';

/** The accounts that the values of a snapshot's columns name: each has a number from 1 on, 0 stands for none. */
export type AccountNames = {
  /** By number; that of 0 is empty. */
  readonly names: readonly string[];
  /** By identity code the accounts of the caller, of its ARN and of the role or user behind its session, each once. */
  readonly ofIdentity: readonly [caller: Uint32Array, arn: Uint32Array, issuer: Uint32Array];
  /** By code of the account field, and of the target. */
  readonly ofAccount: Uint32Array;
  readonly ofTarget: Uint32Array;
};

const remembered = new WeakMap<Snapshot, AccountNames>();

/** The accounts that are named in a snapshot; looked for once. */
export function accountNamesOf(snapshot: Snapshot): AccountNames {
  return runToEnd(findAccountNames(snapshot));
}

/** The same in pieces of a few milliseconds: yields between them. */
export function* findAccountNames(snapshot: Snapshot): Generator<void, AccountNames> {
  const known = remembered.get(snapshot);
  if (known !== undefined) return known;
  const names = [''];
  const numbers = new Map<string, number>();
  const numberOf = (account: string) => {
    if (!isAccount(account)) return 0;
    const number = numbers.get(account) ?? names.push(account) - 1;
    numbers.set(account, number);
    return number;
  };
  const numberInArn = (arn: string) => numberOf(accountInArn(arn));
  const ofIdentities = function* (
    text: 'callerAccount' | 'arn' | 'issuerArn',
    read: (value: string) => number,
  ) {
    const column = snapshot.identityColumn(text);
    const { codes } = column;
    const ofValue = yield* numberValues(column, read);
    const ofIdentity = new Uint32Array(snapshot.identityCount);
    for (let at = 0; at < ofIdentity.length; at++) ofIdentity[at] = ofValue[codes[at]!]!;
    return ofIdentity;
  };
  const caller = yield* ofIdentities('callerAccount', numberOf);
  const arn = yield* ofIdentities('arn', numberInArn);
  const issuer = yield* ofIdentities('issuerArn', numberInArn);
  for (let identity = 0; identity < caller.length; identity++) {
    if (issuer[identity] === caller[identity] || issuer[identity] === arn[identity]) issuer[identity] = 0;
    if (arn[identity] === caller[identity]) arn[identity] = 0;
  }
  const [accounts, targets] = [snapshot.column('account')!, snapshot.column('target')!];
  const found: AccountNames = {
    names,
    ofIdentity: [caller, arn, issuer],
    ofAccount: yield* numberValues(accounts, numberOf),
    ofTarget: yield* numberValues(targets, numberInArn),
  };
  remembered.set(snapshot, found);
  return found;
}

/** Values that are looked at between two yields. */
const piece = 1 << 13;

function* numberValues(
  { valueAt, valueCount }: Column,
  read: (value: string) => number,
): Generator<void, Uint32Array> {
  const numbers = new Uint32Array(valueCount);
  for (let code = 0; code < valueCount; code++) {
    numbers[code] = read(valueAt(code));
    if (code % piece === piece - 1) yield;
  }
  return numbers;
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
