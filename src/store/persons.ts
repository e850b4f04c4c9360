import type { CredentialGroups, IdentityColumns } from './credential-groups.ts';
import { isServiceCaller, personBehind } from './person.ts';
import type { SessionParents } from './session-parents.ts';

/** Groups that are gone through between two yields. */
const piece = 1 << 12;

/**
 * By group the one who stands at the beginning of its chain; in pieces of a few milliseconds, with yields between them.
 *
 * @param ownGroups By group of a caller from another account the groups that it is in its own.
 */
export function* personsOf(
  identities: IdentityColumns,
  groups: CredentialGroups,
  { parent }: SessionParents,
  ownGroups: ReadonlyMap<number, ReadonlySet<number>>,
): Generator<void, readonly string[]> {
  const stated = sourceIdentitiesOf(identities, groups);
  const persons = yield* followParents(identities, groups, parent, stated);
  const resolved = new Map(stated);
  for (const [foreign, own] of ownGroups) {
    const names = new Set([...own].map((group) => persons[group]!));
    if (names.size === 1 && !stated.has(foreign)) resolved.set(foreign, [...names][0]!);
  }
  return resolved.size === stated.size ? persons : yield* followParents(identities, groups, parent, resolved);
}

/** By group the name that is stated for it, else its parent's, else its own. */
function* followParents(
  identities: IdentityColumns,
  groups: CredentialGroups,
  parent: Int32Array,
  stated: ReadonlyMap<number, string>,
): Generator<void, readonly string[]> {
  const value = (text: 'principal' | 'principal_type' | 'issuerArn', group: number) =>
    identities.valueAt(text, identities.codes(text)[groups.face[group]!]!);
  const userNames = identityCenterNames(identities);
  const ownPerson = (group: number): string =>
    userNames.get(identities.codes('onBehalfOf')[groups.face[group]!]!) ??
    personBehind(value('principal', group), value('principal_type', group), value('issuerArn', group));

  const persons = new Array<string>(groups.count);
  const waiting: number[] = [];
  for (let group = 0; group < groups.count; group++) {
    if (group % piece === 0) yield;
    for (let at = group; at !== -1 && persons[at] === undefined; at = parent[at]!) waiting.push(at);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const from = parent[at]!;
      const inherits =
        from !== -1 && !isServiceCaller(value('principal', from), value('principal_type', from));
      persons[at] = stated.get(at) ?? (inherits ? persons[from]! : ownPerson(at));
    }
  }
  return persons;
}

/** By group the source identity of its session, which STS hands on from session to session. */
function sourceIdentitiesOf(
  identities: IdentityColumns,
  groups: CredentialGroups,
): ReadonlyMap<number, string> {
  const codes = identities.codes('sourceIdentity');
  const found = new Map<number, string>();
  for (let i = 0; i < identities.count; i++) {
    if (codes[i] === 0) continue;
    const group = groups.groupOf[i]!;
    const value = identities.valueAt('sourceIdentity', codes[i]!);
    const known = found.get(group);
    if (known === undefined || value < known) found.set(group, value);
  }
  return found;
}

/** By code of the Identity Center user id the user's name, learnt from the identities that give both. */
function identityCenterNames(identities: IdentityColumns): ReadonlyMap<number, string> {
  const ids = identities.codes('onBehalfOf');
  const types = identities.codes('principal_type');
  const principals = identities.codes('principal');
  const names = new Map<number, string>();
  for (let i = 0; i < identities.count; i++) {
    if (ids[i] === 0) continue;
    const id = identities.valueAt('onBehalfOf', ids[i]!);
    const principal = identities.valueAt('principal', principals[i]!);
    const name = personBehind(principal, identities.valueAt('principal_type', types[i]!), '');
    const known = names.get(ids[i]!);
    if (name !== id && name !== principal && (known === undefined || name < known)) names.set(ids[i]!, name);
  }
  return names;
}
