import type { CredentialGroups } from './credential-groups.ts';
import { textOfGroup } from './group-texts.ts';

/** How one session came out of another. */
export type SessionParents = {
  /** Of each group the group that its credentials were handed out to; -1 when that is not known. */
  readonly parent: Int32Array;
  /** Of each group the event that handed out its credentials; -1 when that is not known. */
  readonly issuer: Int32Array;
  /** Of each group 1 when its issuer made the long-lived key of a user, which begins no chain. */
  readonly longLived: Uint8Array;
};

/** A call that handed out an access key. */
export type Issue = {
  readonly event: number;
  /** Code of the key in the dictionary of access keys; undefined when no call was made with it. */
  readonly key: number | undefined;
  /** True for the long-lived key of a user: it begins no session. */
  readonly isLongLived: boolean;
  /** Who got the key. */
  readonly identity: number;
  /** Position in total order. */
  readonly rank: number;
  /** True when the caller is known by account and id only: the copy in the caller's own account says more. */
  readonly isForeign: boolean;
  /** A number for the role and the second: they tell the session of a console user, whose own key is never seen. */
  readonly start: number | undefined;
};

/** Issues or groups that are gone through between two yields. */
const piece = 1 << 12;

/**
 * Links sessions to those they came out of, in pieces of a few milliseconds: yields between them.
 *
 * @param issues In any order.
 * @param startOf By group the `start` of the call that must have begun it, when no key tells.
 */
export function* linkSessions(
  groups: CredentialGroups,
  issues: readonly Issue[],
  startOf: (group: number) => number | undefined,
): Generator<void, SessionParents> {
  const parent = new Int32Array(groups.count).fill(-1);
  const issuer = new Int32Array(groups.count).fill(-1);
  const longLived = new Uint8Array(groups.count);
  const byGroup = new Map<number, Issue>();
  const byStart = new Map<number, Issue[]>();
  for (const [number, issue] of issues.entries()) {
    if (number % piece === 0) yield;
    const group = issue.key === undefined ? undefined : groups.groupOfKey(issue.key);
    if (group !== undefined) byGroup.set(group, better(issue, byGroup.get(group)));
    if (issue.start === undefined) continue;
    const others = byStart.get(issue.start);
    if (others === undefined) byStart.set(issue.start, [issue]);
    else others.push(issue);
  }
  for (let group = 0; group < groups.count; group++) {
    if (group % piece === 0) yield;
    const start = byGroup.has(group) ? undefined : startOf(group);
    const started = start === undefined ? undefined : byStart.get(start);
    const found = byGroup.get(group) ?? (started && onlyCaller(started, groups));
    if (found === undefined) continue;
    issuer[group] = found.event;
    longLived[group] = found.isLongLived ? 1 : 0;
    const from = groups.groupOf[found.identity]!;
    if (!found.isLongLived && from !== group) parent[group] = from;
  }
  cutCycles(parent, groups);
  return { parent, issuer, longLived };
}

/** Of two records of one call, or two calls, the one that says more, then the first. */
function better(issue: Issue, than: Issue | undefined): Issue {
  if (than === undefined) return issue;
  if (issue.isForeign !== than.isForeign) return issue.isForeign ? than : issue;
  return issue.rank < than.rank ? issue : than;
}

/** The call among those that assumed one role in one second, unless several callers did: then nobody is named. */
function onlyCaller(issues: readonly Issue[], groups: CredentialGroups): Issue | undefined {
  const known = issues.filter((issue) => !issue.isForeign);
  const callers = known.length > 0 ? known : issues;
  const isOne = new Set(callers.map((issue) => groups.groupOf[issue.identity])).size === 1;
  return isOne ? callers.reduce((best, issue) => better(issue, best)) : undefined;
}

/**
 * Makes a forest of the links. Keys cannot have issued each other, but logs can be forged or mixed: of each ring the
 * session whose name comes first loses its parent.
 */
function cutCycles(parent: Int32Array, groups: CredentialGroups): void {
  /** By group: the walk that came by, from 1 on. */
  const walk = new Uint32Array(parent.length);
  for (let start = 0; start < parent.length; start++) {
    let at = start;
    while (at !== -1 && walk[at] === 0) {
      walk[at] = start + 1;
      at = parent[at]!;
    }
    if (at === -1 || walk[at] !== start + 1) continue;
    const names = groups.names();
    let first = at;
    for (let other = parent[at]!; other !== at; other = parent[other]!) {
      if (textOfGroup(names, other) < textOfGroup(names, first)) first = other;
    }
    parent[first] = -1;
  }
}
