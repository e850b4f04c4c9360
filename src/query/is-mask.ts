import { hasSeverity, type SeverityRow } from '../record/severity.ts';
import { Flag } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { decideIdentities } from './identities.ts';
import { flagOfWord, isPerson, isRoleSession, isService } from './is-word.ts';
import { maskOfField } from './leaf-mask.ts';
import { type Mask, Yes } from './mask.ts';
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
      return maskOfServices(snapshot);
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

function maskOfFlag(flag: number, snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  for (let event = 0; event < mask.length; event++)
    if ((snapshot.flags[event]! & flag) !== 0) mask[event] = Yes;
  return mask;
}

function maskOfServices(snapshot: Snapshot): Mask {
  const services = decideIdentities(snapshot, isService);
  const mask = new Uint8Array(snapshot.length);
  for (let event = 0; event < mask.length; event++)
    if (services[snapshot.identity[event]!] === 1) mask[event] = Yes;
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
    for (const event of snapshot.eventsWithId(id)) mask[snapshot.representative(event)] = Yes;
  }
  return mask;
}

/** Decided once for each pair of service and event name that occurs. */
function maskOfSeverity(severity: SeverityRow['severity'], snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  const [service, event] = [snapshot.column('service'), snapshot.column('event')];
  if (service === undefined || event === undefined) return mask;
  const decided = new Map<number, number>();
  for (let index = 0; index < mask.length; index++) {
    const pair = event.codes[index]! * service.valueCount + service.codes[index]!;
    let value = decided.get(pair);
    if (value === undefined) {
      const [serviceName, eventName] = [
        service.values[service.codes[index]!]!,
        event.values[event.codes[index]!]!,
      ];
      value = hasSeverity(serviceName, eventName, severity) ? Yes : 0;
      decided.set(pair, value);
    }
    mask[index] = value;
  }
  return mask;
}
