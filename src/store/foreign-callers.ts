import type { CredentialGroups } from './credential-groups.ts';

/** A record of a call that is recorded in several accounts. */
export type SharedRecord = {
  /** Code of its sharedEventID: the same for all records of the call. */
  readonly call: number;
  readonly identity: number;
};

/** Records that are gone through between two yields. */
const piece = 1 << 13;

/**
 * Who a caller from another account is in its own; in pieces of a few milliseconds, with yields between them.
 *
 * The account that is called into knows the caller by account and id only; the record of the same call in the
 * caller's account, found by sharedEventID, knows its name.
 *
 * @param isForeign By identity.
 * @returns By group of a foreign caller the groups that it is in its own account.
 */
export function* findOwnGroups(
  groups: CredentialGroups,
  shared: () => Iterable<SharedRecord>,
  isForeign: (identity: number) => boolean,
): Generator<void, ReadonlyMap<number, ReadonlySet<number>>> {
  let records = 0;
  const foreignByCall = new Map<number, number>();
  for (const { call, identity } of shared()) {
    if (records++ % piece === 0) yield;
    if (isForeign(identity)) foreignByCall.set(call, groups.groupOf[identity]!);
  }
  const own = new Map<number, Set<number>>();
  if (foreignByCall.size === 0) return own;
  for (const { call, identity } of shared()) {
    if (records++ % piece === 0) yield;
    const foreign = foreignByCall.get(call);
    if (foreign === undefined || isForeign(identity)) continue;
    const known = own.get(foreign);
    if (known === undefined) own.set(foreign, new Set([groups.groupOf[identity]!]));
    else known.add(groups.groupOf[identity]!);
  }
  return own;
}
