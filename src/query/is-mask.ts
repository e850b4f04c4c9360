import { hasSeverity, isListed, type SeverityRow } from '../record/severity.ts';
import { Flag } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { maskOfIdentities } from './code-mask.ts';
import { decideIdentities } from './identities.ts';
import { flagOfWord, isPerson, isRoleSession, isService } from './is-word.ts';
import { maskOfField } from './leaf-mask.ts';
import { markedEvents } from './marked-events.ts';
import { emptyMask, type Mask, No, Yes } from './mask.ts';
import type { IsWord, QueryContext } from './question.ts';
import type { ValueTest } from './record-test.ts';

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
      return maskOfIdentities(decideIdentities(snapshot, 'service', isService), snapshot);
    case 'marked':
      return maskOfMarked(snapshot, context);
    case 'sensitive':
    case 'destructive':
    case 'evasion':
      return maskOfSeverity(word, snapshot);
    default:
      return maskOfFlag(flagOfWord[word], snapshot);
  }
}

function maskOfFlag(flag: number, { flags, length }: Snapshot): Mask {
  const mask = emptyMask(length);
  for (let event = 0; event < length; event++) if ((flags[event]! & flag) !== 0) mask[event] = Yes;
  return mask;
}

/** Persons, and the sessions of roles that are driven from the console or that a person assumed. */
function maskOfPersons(snapshot: Snapshot): Mask {
  const { flags, identity, identityCount, length } = snapshot;
  const persons = decideIdentities(snapshot, 'person', isPerson);
  const sessions = decideIdentities(snapshot, 'role session', isRoleSession);
  const assumed = decideSamePerson(persons, snapshot);
  const always = new Uint8Array(identityCount);
  for (let who = 0; who < identityCount; who++)
    always[who] = persons[who]! | (sessions[who]! & assumed[who]!);
  const mask = emptyMask(length);
  for (let event = 0; event < length; event++) {
    const who = identity[event]!;
    const ifDriven = (flags[event]! & Flag.console) === 0 ? No : sessions[who]!;
    mask[event] = always[who]! | ifDriven;
  }
  return mask;
}

/**
 * By identity `Yes` where behind it stands someone who stands behind
 * one of these: a role that a user assumed is the user's.
 */
function decideSamePerson(persons: Uint8Array, { column, identityCount }: Snapshot): Uint8Array {
  const decided = new Uint8Array(identityCount);
  // Kept by identity.
  const person = column('person');
  if (person === undefined) return decided;
  const people = new Uint8Array(person.valueCount);
  for (let who = 0; who < identityCount; who++) if (persons[who] === Yes) people[person.codes[who]!] = Yes;
  people[0] = No;
  for (let who = 0; who < identityCount; who++) decided[who] = people[person.codes[who]!]!;
  return decided;
}

function maskOfMarked(snapshot: Snapshot, context: QueryContext): Mask {
  const mask = emptyMask(snapshot.length);
  for (const event of markedEvents(snapshot, context.marked)) mask[event] = Yes;
  return mask;
}

/** Decided once for each name of a call, and for the few that depend on it for each of their services. */
function maskOfSeverity(severity: SeverityRow['severity'], { column, length }: Snapshot): Mask {
  const [services, calls] = [column('service')!, column('event')!];
  const decide = (service: number, call: number) =>
    hasSeverity(services.valueAt(service), calls.valueAt(call), severity) ? Yes : No;
  const byCall = Uint8Array.from({ length: calls.valueCount }, (_, call) => decide(0, call));
  const byService = Array.from({ length: calls.valueCount }, (_, call) =>
    isListed(calls.valueAt(call))
      ? Uint8Array.from({ length: services.valueCount }, (_, service) => decide(service, call))
      : undefined,
  );
  const mask = emptyMask(length);
  for (let event = 0; event < length; event++) {
    const call = calls.codes[event]!;
    mask[event] = byService[call]?.[services.codes[event]!] ?? byCall[call]!;
  }
  return mask;
}
