import type { FieldName } from '../record/fields.ts';
import { Flag } from '../record/summary.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { decideValues } from './distinct.ts';
import { decideIdentities } from './identities.ts';
import { flagOfWord, isPerson, isRoleSession, isService } from './is-word.ts';
import { filledMask, type Mask, No, Yes } from './mask.ts';
import type { IsWord, Query, QueryContext } from './question.ts';
import type { ValueTest } from './record-test.ts';
import { resolveTimes } from './resolve-time.ts';
import { valuePredicate } from './value-predicate.ts';
import { decideWord, type WordTable } from './word-tables.ts';

/** The events that a bare word fits by service, event name or principal. */
export function maskOfWord(word: Extract<Query, { kind: 'word' }>, snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  for (const table of decideWord(word, snapshot)) addTable(mask, table, snapshot);
  return mask;
}

function addTable(mask: Mask, { field, fits, least }: WordTable, snapshot: Snapshot): void {
  const { codes, via } = snapshot.column(field)!;
  if (via === undefined) {
    for (let event = 0; event < mask.length; event++) if (fits[codes[event]!]! >= least) mask[event] = Yes;
  } else {
    for (let event = 0; event < mask.length; event++)
      if (fits[codes[via[event]!]!]! >= least) mask[event] = Yes;
  }
}

/** The events whose value of a field passes a test. */
export function maskOfField(field: FieldName, test: ValueTest, snapshot: Snapshot): Mask {
  const passes = valuePredicate(test);
  const column = snapshot.column(field);
  if (column !== undefined) return maskOfColumn(column, JSON.stringify(test), passes, snapshot.length);
  return maskOfTexts(field, passes, snapshot);
}

function maskOfColumn(column: Column, key: string, passes: (value: string) => boolean, length: number): Mask {
  const yes = decideValues(column, key, (value) => (passes(value) ? Yes : No));
  const mask = new Uint8Array(length);
  const { codes, via } = column;
  if (via === undefined) for (let event = 0; event < length; event++) mask[event] = yes[codes[event]!]!;
  else for (let event = 0; event < length; event++) mask[event] = yes[codes[via[event]!]!]!;
  return mask;
}

/** For fields that have no codes: each distinct text is decided once. */
function maskOfTexts(field: FieldName, passes: (value: string) => boolean, snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  let lastText: string | undefined;
  let lastPassed = false;
  for (let event = 0; event < snapshot.length; event++) {
    const text = snapshot.text(field, event) ?? '';
    if (text !== lastText) lastPassed = passes(text);
    lastText = text;
    if (lastPassed) mask[event] = Yes;
  }
  return mask;
}

/** The events within a time range. Events without a readable time are in none. */
export function maskOfTimes(
  time: Extract<Query, { kind: 'time' }>,
  snapshot: Snapshot,
  context: QueryContext,
): Mask {
  const { startMs, endMs } = resolveTimes(time, snapshot, context);
  const mask = new Uint8Array(snapshot.length);
  const { timeMs } = snapshot;
  for (let event = 0; event < mask.length; event++) {
    if (timeMs[event]! >= startMs && timeMs[event]! < endMs) mask[event] = Yes;
  }
  return mask;
}

/** The events that a word after `is:` says. */
export function maskOfIs(word: IsWord, snapshot: Snapshot, context: QueryContext): Mask {
  const exactly = (text: string): ValueTest => ({ how: 'exact', text });
  switch (word) {
    case 'error':
      return maskOfField(
        'outcome',
        { how: 'either', tests: [exactly('failed'), exactly('denied')] },
        snapshot,
      );
    case 'denied':
      return maskOfField('outcome', exactly('denied'), snapshot);
    case 'write':
      return maskOfField('read_only', exactly('false'), snapshot);
    case 'read':
      return maskOfField('read_only', exactly('true'), snapshot);
    case 'root':
      return maskOfField('principal_type', exactly('Root'), snapshot);
    case 'person':
      return maskOfPersons(snapshot);
    case 'service':
      return maskOfIdentities(decideIdentities(snapshot, isService), snapshot);
    case 'marked':
      return maskOfMarked(snapshot, context);
    case 'login':
    case 'console':
    case 'repaired':
    case 'suspicious-text':
      return maskOfFlag(flagOfWord[word], snapshot);
    default:
      return filledMask(snapshot.length, No);
  }
}

function maskOfFlag(flag: number, snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  for (let event = 0; event < mask.length; event++)
    if ((snapshot.flags[event]! & flag) !== 0) mask[event] = Yes;
  return mask;
}

function maskOfIdentities(yes: Uint8Array, snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  for (let event = 0; event < mask.length; event++)
    if (yes[snapshot.identity[event]!] === 1) mask[event] = Yes;
  return mask;
}

function maskOfPersons(snapshot: Snapshot): Mask {
  const persons = decideIdentities(snapshot, isPerson);
  const sessions = decideIdentities(snapshot, isRoleSession);
  const { flags, identity } = snapshot;
  const mask = new Uint8Array(snapshot.length);
  for (let event = 0; event < mask.length; event++) {
    const code = identity[event]!;
    if (persons[code] === 1 || (sessions[code] === 1 && (flags[event]! & Flag.console) !== 0))
      mask[event] = Yes;
  }
  return mask;
}

function maskOfMarked(snapshot: Snapshot, context: QueryContext): Mask {
  const mask = new Uint8Array(snapshot.length);
  for (const id of context.marked) {
    const event = snapshot.eventWithId(id);
    if (event !== undefined) mask[snapshot.representative(event)] = Yes;
  }
  return mask;
}
