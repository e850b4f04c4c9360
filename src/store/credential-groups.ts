/**
 * Which identities are one session: the calls made with one set of credentials, or within one sign-in.
 *
 * A session is told by its access key. But the console and AWS services that act for a caller get a fresh key for
 * every call; theirs is told by principal id and time of creation, and joined to the session of the one key that
 * was made for the same principal at the same time. A sign-in session ARN, where there is one, tells best.
 */
import type { IdentityText } from '../decode/batch.ts';
import { release } from '../decode/release.ts';
import type { Identity } from '../record/summary.ts';
import type { CodeArray } from './code-column.ts';
import { type GroupTexts, textsOfGroups } from './group-texts.ts';
import { runToEnd } from './run-to-end.ts';

/** The identities of a snapshot, as columns. */
export type IdentityColumns = {
  readonly count: number;
  /** Codes by identity. */
  codes(text: IdentityText): CodeArray;
  /** The value of a code: none is kept as a string for it. */
  valueAt(text: IdentityText, code: number): string;
  /** The code of a value, or undefined when no identity has it. */
  find(text: IdentityText, value: string): number | undefined;
  /** Number of distinct values. */
  valueCount(text: IdentityText): number;
};

/** Identities in groups. Groups are numbered from 0 in no particular order. */
export type CredentialGroups = {
  readonly count: number;
  /** The group of each identity. */
  readonly groupOf: Uint32Array;
  /** Of each group the identity that names it: the same whatever order the identities came in. */
  readonly face: Uint32Array;
  /** Of each group the name of the session; empty for callers without credentials. Made when first asked for. */
  names(): GroupTexts;
  /** The same in pieces: yields between them. */
  prepareNames(): Generator<void, GroupTexts>;
  /** The group of the calls made with an access key; undefined when no call was. */
  groupOfKey(accessKeyCode: number): number | undefined;
};

/** What a group is told by. */
const Told = { signIn: 1, key: 2, creation: 3, caller: 4 } as const;

/** A value that stands for "none", in tables of numbers that are one higher than what they mean. */
const none = 0;
const several = -1;

/** Identities or groups that are gone through between two yields. */
const piece = 1 << 12;

/**
 * Groups identities into sessions, in pieces of a few milliseconds: yields between them.
 *
 * @param isConsole By identity: not 0 when any of its calls was driven from the console.
 */
export function* groupCredentials(
  identities: IdentityColumns,
  isConsole: Uint8Array,
): Generator<void, CredentialGroups> {
  const { count } = identities;
  const keys = identities.codes('access_key');
  const signIns = identities.codes('signInSession');
  const forwarded = identities.codes('invokedBy');
  const creations = yield* creationCodes(identities);
  const keyOfCreation = directKeys(identities, creations, isConsole);
  const groupOf = new Uint32Array(count);
  const told = new Uint8Array(count);
  let groupCount = 0;
  // By code one more than the group. Tables, as maps would take ten times the memory.
  const bySignIn = new Uint32Array(identities.valueCount('signInSession'));
  const byKey = new Uint32Array(identities.valueCount('access_key'));
  const byCreation = new Uint32Array(count + 1);
  const byCaller = new Map<string, number>();

  function startGroup(by: number): number {
    told[groupCount] = by;
    return groupCount++;
  }

  function groupIn(groups: Uint32Array, code: number, by: number): number {
    if (groups[code] === 0) groups[code] = startGroup(by) + 1;
    return groups[code]! - 1;
  }

  function groupOfCaller(id: string): number {
    const group = byCaller.get(id) ?? startGroup(Told.caller);
    byCaller.set(id, group);
    return group;
  }

  function groupFor(i: number): number {
    const key = keys[i]!;
    const creation = creations[i]!;
    if (signIns[i] !== 0) return groupIn(bySignIn, signIns[i]!, Told.signIn);
    const isDirect = isConsole[i] === 0 && forwarded[i] === 0;
    if (key !== 0 && (isDirect || creation === none)) return groupIn(byKey, key, Told.key);
    if (creation === none) return groupOfCaller(callerId(identities, i));
    const direct = keyOfCreation[creation]!;
    return direct > 0 ? groupIn(byKey, direct, Told.key) : groupIn(byCreation, creation, Told.creation);
  }

  for (let i = 0; i < count; i++) {
    groupOf[i] = groupFor(i);
    if (i % piece === 0) yield;
  }
  release(bySignIn);
  release(byCreation);
  const face = yield* facesOf(identities, groupOf, groupCount);
  let names: GroupTexts | undefined;
  return {
    count: groupCount,
    groupOf,
    face,
    names() {
      names ??= runToEnd(namesOf(identities, face, told));
      return names;
    },
    *prepareNames() {
      names ??= yield* namesOf(identities, face, told);
      return names;
    },
    groupOfKey: (code) => (byKey[code] === 0 ? undefined : byKey[code]! - 1),
  };
}

/** By identity a number, from 1 on, for its principal id and time of creation; 0 when it lacks one of them. */
function* creationCodes(identities: IdentityColumns): Generator<void, Uint32Array> {
  const principals = identities.codes('principalId');
  const created = identities.codes('sessionCreated');
  const factor = identities.valueCount('sessionCreated');
  const codes = new Uint32Array(identities.count);
  const known = new Map<number, number>();
  for (let i = 0; i < identities.count; i++) {
    if (i % piece === 0) yield;
    if (principals[i] === 0 || created[i] === 0) continue;
    const pair = principals[i]! * factor + created[i]!;
    const code = known.get(pair) ?? known.size + 1;
    known.set(pair, code);
    codes[i] = code;
  }
  return codes;
}

/** By creation the one key that was used directly with it; `none` or `several` otherwise. */
function directKeys(identities: IdentityColumns, creations: Uint32Array, isConsole: Uint8Array): Int32Array {
  const keys = identities.codes('access_key');
  const forwarded = identities.codes('invokedBy');
  const signIns = identities.codes('signInSession');
  const keyOf = new Int32Array(identities.count + 1);
  for (let i = 0; i < identities.count; i++) {
    const creation = creations[i]!;
    if (creation === none || keys[i] === 0 || isConsole[i] !== 0 || forwarded[i] !== 0 || signIns[i] !== 0)
      continue;
    if (keyOf[creation] === none) keyOf[creation] = keys[i]!;
    else if (keyOf[creation] !== keys[i]) keyOf[creation] = several;
  }
  return keyOf;
}

function callerId(identities: IdentityColumns, i: number): string {
  const parts = ['principal', 'principal_type', 'callerAccount'] as const;
  return parts.map((text) => identities.codes(text)[i]).join(' ');
}

/** Of each group the identity to name it by: not one seen from another account, then by name. */
function* facesOf(
  identities: IdentityColumns,
  groupOf: Uint32Array,
  count: number,
): Generator<void, Uint32Array> {
  const face = new Uint32Array(count).fill(identities.count);
  for (let i = 0; i < identities.count; i++) {
    if (i % piece === 0) yield;
    const group = groupOf[i]!;
    const other = face[group]!;
    if (other === identities.count || compareFaces(identities, i, other) < 0) face[group] = i;
  }
  return face;
}

const faceTexts = [
  'principal',
  'arn',
  'principalId',
  'sourceIdentity',
  'sessionCreated',
  'access_key',
] as const satisfies readonly (keyof Identity)[];

function compareFaces(identities: IdentityColumns, a: number, b: number): number {
  const foreign = isForeign(identities, a) - isForeign(identities, b);
  if (foreign !== 0) return foreign;
  for (const text of faceTexts) {
    const codes = identities.codes(text);
    if (codes[a] === codes[b]) continue;
    return identities.valueAt(text, codes[a]!) < identities.valueAt(text, codes[b]!) ? -1 : 1;
  }
  return 0;
}

/** An account that is called into knows the caller by account and id only. */
function isForeign(identities: IdentityColumns, i: number): number {
  return identities.codes('principal_type')[i] === identities.find('principal_type', 'AWSAccount') ? 1 : 0;
}

function* namesOf(
  identities: IdentityColumns,
  face: Uint32Array,
  told: Uint8Array,
): Generator<void, GroupTexts> {
  const value = (text: IdentityText, i: number) => identities.valueAt(text, identities.codes(text)[i]!);
  const idOf = (group: number): string => {
    const i = face[group]!;
    if (told[group] === Told.signIn) return value('signInSession', i).replace(/^.*\//, '');
    return told[group] === Told.key ? value('access_key', i) : value('sessionCreated', i);
  };
  const nameOf = (group: number) =>
    told[group] === Told.caller ? '' : `${value('principal', face[group]!)} ${idOf(group)}`;
  const names = yield* textsOfGroups(face.length, nameOf);
  const times = new Uint32Array(names.texts.length);
  for (const code of names.codes) times[code]!++;
  // Code 0 is that of callers without credentials.
  if (!times.some((count, code) => count > 1 && code > 0)) return names;
  // The same role name and session name at the same second in two accounts: told apart by the principal id.
  return yield* textsOfGroups(face.length, (group) => {
    const code = names.codes[group]!;
    const name = names.texts.valueAt(code);
    return code > 0 && times[code]! > 1 ? `${name} ${value('principalId', face[group]!)}` : name;
  });
}
