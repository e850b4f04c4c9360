import type { RecordText } from '../../load/loading.ts';
import { denialInWords, denialOf } from '../../record/denial.ts';
import { asObject, type CloudTrailRecord, parseJson } from '../../record/json.ts';
import { severityReason } from '../../record/severity.ts';
import { sourceKindOf } from '../../record/source-kind.ts';
import { Flag } from '../../record/summary.ts';
import { holdsSuspiciousText } from '../../record/suspicious-text.ts';
import { textOf } from '../../record/text.ts';
import { userAgentInWords } from '../../record/user-agent.ts';
import { whoInWords } from '../../record/words.ts';
import { chainText } from '../../store/sessions.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { keyMakerInWords } from '../events/key-maker.ts';
import type { Line, Span } from '../picture.ts';
import { clockFor, durationText } from '../text/clock.ts';
import { namedAccount } from '../text/named-account.ts';
import { visibleSpans, visibleText } from '../text/visible.ts';

/** An event, and its record once it has been read. */
export type Known = {
  readonly snapshot: Snapshot;
  readonly event: number;
  /** Empty while it is being read. */
  readonly record: CloudTrailRecord;
  readonly read: boolean;
  readonly zone: string;
  /** Whether all events are here: only then is it worked out who stands behind whom, for it takes going over them all. */
  readonly loaded: boolean;
  /** What the user calls accounts, by their number. */
  readonly accounts: ReadonlyMap<string, string>;
};

const longestText = 2000;
const keysNamed = 3;
const label = (text: string): Span => ({ text: `   ${text.padEnd(6)}`, style: 'key' });
const dim = (text: string): Span[] => (text === '' ? [] : visibleSpans(text.slice(0, longestText), 'dim'));

/** What came of the call; of a failure the reason first. Then the message as AWS wrote it, and what else is odd about the record. */
export function resultLine(known: Known, note: string | undefined): Line {
  const { snapshot, event, record } = known;
  const outcome = snapshot.text('outcome', event) ?? '';
  const noted: Span[] =
    note === undefined ? [] : [{ text: ` ⚑ ${visibleText(note.slice(0, 200))} `, style: 'mark' }];
  const warning = suspiciousWords(known);
  const warned: Span[] = warning === '' ? [] : [{ text: `   ! ${warning}`, style: 'warning' }];
  const odd = [flagWords(snapshot.flags[event]!), repairWords(snapshot, event)].filter((text) => text !== '');
  if (outcome === 'ok' || outcome === '') {
    const read =
      { true: 'read-only', false: 'changes something' }[snapshot.text('read_only', event) ?? ''] ?? '';
    const reason = severityReason(snapshot.text('service', event) ?? '', snapshot.text('event', event) ?? '');
    const facts = [read, reason, ...odd].filter((text) => text !== '');
    return [
      ...noted,
      { text: ' ok', style: 'ok' },
      ...warned,
      ...dim(facts.length > 0 ? `${warning === '' ? '      ' : '   '}${facts.join(' · ')}` : ''),
    ];
  }
  const denial = denialOf(record);
  const noise = (snapshot.flags[event]! & Flag.expectedNoise) !== 0;
  const style = noise ? 'noise' : outcome === 'denied' ? 'denied' : 'failed';
  const reason = denial === undefined ? '' : denialInWords(denial);
  const message = textOf(record.errorMessage);
  const error = snapshot.text('error', event) || outcome;
  return [
    ...noted,
    { text: noise ? ' · ' : ' ✗ ', style },
    ...visibleSpans(error.slice(0, longestText), style),
    ...(reason === ''
      ? []
      : [{ text: `   ${visibleText(reason.slice(0, longestText))}`, style: 'strong' as const }]),
    ...warned,
    ...(message === ''
      ? []
      : [{ text: '   ', style: 'plain' as const }, ...visibleSpans(message.slice(0, longestText), 'plain')]),
    ...dim(odd.length > 0 ? `   ${odd.join(' · ')}` : ''),
  ];
}

/** Who made the call, from the person to the last role, and by which credentials; of a long-lived key who made it. */
export function whoLine({ snapshot, event, record, read, zone, loaded }: Known): Line {
  const names = loaded ? chainText(snapshot.chainOf(event)) : (snapshot.text('principal', event) ?? '');
  const chain = visibleText(names.slice(0, longestText)) || '(none)';
  if (!read) return [label('who'), { text: `${chain}   …`, style: 'strong' }];
  const words = whoInWords(record);
  const maker = loaded ? keyMakerInWords(snapshot, event, zone) : '';
  const rest = [words.who, ...words.notes, words.credentials].join(' · ');
  return [
    label('who'),
    { text: `${chain}   `, style: 'strong' },
    ...(maker === '' ? [] : [{ text: `${maker}   `, style: 'plain' as const }]),
    ...dim(rest),
  ];
}

/** From which address, with which program; with the time where it has no line of its own. */
export function fromLine({ snapshot, event, zone }: Known, withTime: boolean): Line {
  const address = snapshot.text('source_ip', event) ?? '';
  const agent = snapshot.text('user_agent', event) ?? '';
  const kind = sourceKindOf(address);
  const time: Span[] = withTime
    ? [{ text: `${momentText(snapshot.timeMs[event]!, zone)}   `, style: 'plain' }]
    : [];
  return [
    label('from'),
    ...time,
    ...(address === ''
      ? [{ text: 'no address', style: 'dim' as const }]
      : visibleSpans(address.slice(0, longestText), 'strong')),
    ...dim(address === '' || kind === 'unknown' || kind === address ? '' : ` ${kind}`),
    { text: '   ', style: 'plain' },
    ...(agent === ''
      ? dim('no user agent')
      : visibleSpans(userAgentInWords(agent).words.slice(0, longestText), 'plain')),
  ];
}

/** When, in which region and account. */
export function whenLine({ snapshot, event, zone, accounts }: Known): Line {
  const timeMs = snapshot.timeMs[event]!;
  const created = Date.parse(snapshot.identityOf(event).sessionCreated);
  const since = timeMs - created;
  const session = since >= 0 ? `${durationText(since)} after the session began` : '';
  const where = [
    session,
    snapshot.text('region', event) ?? '',
    accountText(snapshot, event, accounts),
    snapshot.text('category', event) ?? '',
  ];
  const moment = Number.isNaN(timeMs)
    ? `unreadable: ${visibleText((snapshot.text('time', event) ?? '').slice(0, 100))}`
    : momentText(timeMs, zone);
  return [
    label('when'),
    { text: `${moment}   `, style: 'strong' },
    ...dim(where.filter((text) => text !== '').join(' · ')),
  ];
}

function accountText(snapshot: Snapshot, event: number, accounts: Known['accounts']): string {
  const account = snapshot.text('account', event) ?? '';
  const caller = snapshot.identityOf(event).callerAccount;
  if (account === '') return '';
  return caller !== '' && caller !== account
    ? `account ${namedAccount(account, accounts)}, called from account ${namedAccount(caller, accounts)}`
    : `account ${namedAccount(account, accounts)}`;
}

function momentText(timeMs: number, zone: string): string {
  if (Number.isNaN(timeMs)) return 'time cannot be read';
  const clock = clockFor(zone);
  return `${clock.date(timeMs)} ${clock.time(timeMs)} ${clock.label}`;
}

/** That control, direction or zero-width characters would mislead a reader, or a terminal, and where; empty where none do. */
function suspiciousWords({ snapshot, event, record, read }: Known): string {
  if ((snapshot.flags[event]! & Flag.suspiciousText) === 0) return '';
  const keys = read
    ? Object.keys(record).filter((key) => holdsSuspiciousText({ [key]: record[key] ?? null }))
    : [];
  const where = keys.length === 0 ? '' : ` in ${keys.slice(0, keysNamed).map(visibleText).join(', ')}`;
  return `hidden characters${where}`;
}

function flagWords(flags: number): string {
  const words = [];
  if ((flags & Flag.console) !== 0) words.push('driven from the console');
  if ((flags & Flag.idReused) !== 0) words.push('its event id stands on another record too');
  return words.join(' · ');
}

function repairWords(snapshot: Snapshot, event: number): string {
  const what = [...new Set(snapshot.repairs(event).map((repair) => repair.what))];
  return what.length === 0 ? '' : `mended: ${what.slice(0, 3).join(', ')}`;
}

/** The record as an object; empty when its text cannot be read. */
export function parsedRecord(record: RecordText): CloudTrailRecord {
  return asObject(parseJson(record.json)) ?? {};
}
