/**
 * Sessions and chains: who stands at the beginning of `alice → Deploy/ci → Prod/ci`.
 *
 * Worked out over all events of a snapshot at once, so that it does not matter in which order files came:
 * identities are grouped by their credentials, groups are linked by the keys that calls handed out, and names follow
 * the links. Linear in events and identities. Nothing here is done while files load: the first one to ask pays, unless
 * it was done in pieces before.
 *
 * Known limits: Identity Center hides the key that it hands out, a denied AssumeRole hands out none, and behind an
 * instance's role stands only the service.
 */
import { Flag } from '../record/summary.ts';
import { parseTime } from '../record/time.ts';
import { codedColumn } from './coded-column.ts';
import { type CredentialGroups, groupCredentials, type IdentityColumns } from './credential-groups.ts';
import { findOwnGroups, type SharedRecord } from './foreign-callers.ts';
import { type GroupTexts, textOfGroup, textsOfGroups } from './group-texts.ts';
import { personsOf } from './persons.ts';
import { type Issue, linkSessions, type SessionParents } from './session-parents.ts';
import { SessionStarts } from './session-starts.ts';
import type { Column, Session } from './snapshot.ts';

/** The parts of a snapshot that sessions follow from. Fields that have the name of one of `Snapshot` are that. */
export type SessionSources = {
  readonly identities: IdentityColumns;
  readonly length: number;
  readonly identity: Uint32Array;
  readonly flags: Uint16Array;
  readonly timeMs: Float64Array;
  readonly order: Uint32Array;
  readonly rank: Uint32Array;
  /** Pairs (event, code of the key) of calls that handed out a key. */
  issued(): Iterable<readonly [number, number]>;
  /** The key of a code. */
  issuedKey(code: number): string;
  /** The pairs (event, code of the sharedEventID) of calls that are recorded in several accounts. */
  shared(): Iterable<readonly [number, number]>;
  /** The code of an access key, or undefined when no call was made with it. */
  accessKeyCode(key: string): number | undefined;
  /** The target of an event: of a call that handed out a key, the role. */
  target(event: number): string;
};

/** What a snapshot says of sessions. */
export type Sessions = {
  readonly person: Column;
  /** Made when first asked for. */
  readonly session: Column;
  /** Makes the session column in pieces: yields between them. */
  prepareSession(): Generator<void, void>;
  /** The session that an event belongs to. */
  sessionOf(event: number): Session;
  /** From the session that the chain begins with to that of the event. */
  chainOf(event: number): readonly Session[];
};

/** Calls or groups that are gone through between two yields. */
const piece = 1 << 12;
/** Events of which a bit is looked at. */
const eventPiece = 1 << 17;

/** Works out the sessions of a snapshot, in pieces of a few milliseconds: yields between them. */
export function* findSessions(sources: SessionSources): Generator<void, Sessions> {
  const { identities, identity } = sources;
  const groups = yield* groupCredentials(identities, yield* consoleIdentities(sources));
  yield;
  const parents = yield* parentsOf(sources, groups);
  const isForeign = foreignIn(identities);
  const ownGroups = yield* findOwnGroups(groups, () => sharedOf(sources), isForeign);
  const names = yield* personsOf(identities, groups, parents, ownGroups);
  const persons = yield* textsOfGroups(groups.count, (group) => names[group]!);
  const person = columnOf(groups, persons, identity);
  const descendants = descendantsOf(parents.parent);
  const made = new Map<number, Session>();
  let session: Column | undefined;

  function sessionNumbered(group: number): Session {
    const known = made.get(group);
    if (known !== undefined) return known;
    const face = groups.face[group]!;
    const issuer = parents.issuer[group]!;
    const session = {
      name: textOfGroup(groups.names(), group),
      principal: identities.valueAt('principal', identities.codes('principal')[face]!),
      person: textOfGroup(persons, group),
      issuer: issuer === -1 ? undefined : issuer,
      isLongLived: parents.longLived[group] === 1,
      descendants: descendants(group)
        .map((other) => textOfGroup(groups.names(), other))
        .filter((name) => name !== '')
        .sort(),
    };
    made.set(group, session);
    return session;
  }

  return {
    person,
    get session() {
      session ??= columnOf(groups, groups.names(), identity);
      return session;
    },
    *prepareSession() {
      session ??= columnOf(groups, yield* groups.prepareNames(), identity);
    },
    sessionOf: (event) => sessionNumbered(groups.groupOf[identity[event]!]!),
    chainOf(event) {
      const chain: Session[] = [];
      for (let group = groups.groupOf[identity[event]!]!; group !== -1; group = parents.parent[group]!) {
        chain.unshift(sessionNumbered(group));
      }
      return chain;
    },
  };
}

/** Apart from what stays: the calls that handed out keys are needed for no more than this. */
function* parentsOf(sources: SessionSources, groups: CredentialGroups): Generator<void, SessionParents> {
  const starts = new SessionStarts();
  const issues = yield* issuesOf(sources, starts);
  return yield* linkSessions(groups, issues, (group) =>
    startOf(sources.identities, groups.face[group]!, starts),
  );
}

/** A chain in one line: `alice → Deploy/ci → Prod/ci`. */
export function chainText(chain: readonly Session[]): string {
  const names = chain.map(({ principal }) => principal);
  return names.filter((name, i) => name !== names[i - 1]).join(' → ');
}

/** By identity: 1 when any of its calls was driven from the console. */
function* consoleIdentities({
  identities,
  length,
  identity,
  flags,
}: SessionSources): Generator<void, Uint8Array> {
  const isConsole = new Uint8Array(identities.count);
  for (let event = 0; event < length; event++) {
    if ((flags[event]! & Flag.console) !== 0) isConsole[identity[event]!] = 1;
    if (event % eventPiece === 0) yield;
  }
  return isConsole;
}

function* issuesOf(sources: SessionSources, starts: SessionStarts): Generator<void, readonly Issue[]> {
  const { identities, identity, timeMs, order, rank } = sources;
  const isForeign = foreignIn(identities);
  const issues: Issue[] = [];
  for (const [copy, code] of sources.issued()) {
    const event = order[rank[copy]!]!;
    const key = sources.issuedKey(code);
    issues.push({
      event,
      key: sources.accessKeyCode(key),
      isLongLived: key.startsWith('AKIA'),
      identity: identity[event]!,
      rank: rank[event]!,
      isForeign: isForeign(identity[event]!),
      start: starts.numberOf(sources.target(event), timeMs[event]!),
    });
    if (issues.length % piece === 0) yield;
  }
  return issues;
}

/** Tells callers that are known by account and id only. */
function foreignIn(identities: IdentityColumns): (identity: number) => boolean {
  const types = identities.codes('principal_type');
  const foreign = identities.find('principal_type', 'AWSAccount');
  return (i) => types[i] === foreign;
}

function* sharedOf({ shared, identity }: SessionSources): Generator<SharedRecord> {
  for (const [event, call] of shared()) yield { call, identity: identity[event]! };
}

/** The start of an identity's session; undefined when its role or time of creation is not known. */
function startOf(identities: IdentityColumns, i: number, starts: SessionStarts): number | undefined {
  const role = identities.codes('issuerArn')[i]!;
  const created = identities.codes('sessionCreated')[i]!;
  if (role === 0 || created === 0) return undefined;
  return starts.numberOf(
    identities.valueAt('issuerArn', role),
    parseTime(identities.valueAt('sessionCreated', created)),
  );
}

/** By group the groups below it in the forest, nearer ones first. Which are whose children is found when first asked for. */
function descendantsOf(parent: Int32Array): (group: number) => readonly number[] {
  let byParent: Map<number, number[]> | undefined;
  return (group) => {
    if (byParent === undefined) {
      byParent = new Map();
      for (let child = 0; child < parent.length; child++) {
        if (parent[child] === -1) continue;
        const others = byParent.get(parent[child]!);
        if (others === undefined) byParent.set(parent[child]!, [child]);
        else others.push(child);
      }
    }
    const found = [...(byParent.get(group) ?? [])];
    // It grows while it is gone through, level by level.
    for (const below of found) found.push(...(byParent.get(below) ?? []));
    return found;
  };
}

/** The column that gives each event the text of its group. */
function columnOf(groups: CredentialGroups, { texts, codes: ofGroup }: GroupTexts, via: Uint32Array): Column {
  const codes = new Uint32Array(groups.groupOf.length);
  for (let i = 0; i < codes.length; i++) codes[i] = ofGroup[groups.groupOf[i]!]!;
  return codedColumn(texts, codes, via);
}
