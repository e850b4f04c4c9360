import { countValues } from '../../query/counts.ts';
import { type FieldName, fieldNamed } from '../../record/fields.ts';
import { chainText } from '../../store/sessions.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { keyMakerInWords } from '../events/key-maker.ts';
import { eventsOfActor, eventsOfPrincipal } from '../events/same-actor.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { fitText } from '../text/cell-width.ts';
import { clockFor, durationText } from '../text/clock.ts';
import { numberText } from '../text/number-text.ts';
import { visibleSpans, visibleText } from '../text/visible.ts';
import type { Box } from './box.ts';

/** Whose events are summed up: the session's that an event belongs to, or all of its principal's. */
export type SummedUp = 'session' | 'principal';

/** A line of the sum, made when it is seen: a principal may have taken a hundred thousand roles. */
export type SessionLine = {
  readonly line: () => Line;
  /** The event that Enter on it goes to. */
  readonly event: number | undefined;
};

const labelColumns = 12;
const valuesShown = 5;
const longestValue = 120;

const factFields: { readonly [S in SummedUp]: readonly FieldName[] } = {
  session: ['source_ip', 'user_agent', 'region', 'error'],
  principal: ['access_key', 'source_ip', 'user_agent', 'region', 'error'],
};

/** What a session or a principal did: when, from where, with what, which calls, what went wrong, which roles it took. */
export const sessionLines = rememberLast(
  (snapshot: Snapshot, event: number, of: SummedUp, zone: string): readonly SessionLine[] => {
    const { events, name } =
      of === 'session' ? eventsOfActor(snapshot, event) : eventsOfPrincipal(snapshot, event);
    return [
      fact(of, visibleText(name)),
      ...(of === 'session' ? [fact('who', visibleText(chainText(snapshot.chainOf(event))))] : []),
      ...originLines(snapshot, event, of, zone),
      fact('when', stretchText(snapshot, events, zone)),
      fact('events', outcomeText(snapshot, events)),
      ...factFields[of].flatMap((field) => valuesFact(snapshot, events, field)),
      ...rolesLines(snapshot, events, zone),
      ...callLines(snapshot, events, zone),
    ];
  },
);

/** The sum as a box. */
export function sessionBox(snapshot: Snapshot, event: number, of: SummedUp, zone: string): Box {
  const lines = sessionLines(snapshot, event, of, zone);
  return {
    title: of === 'session' ? 'Session' : 'Principal',
    heading: () => [],
    count: lines.length,
    line: (index) => lines[index]!.line(),
    selectable: true,
    tables: undefined,
    empty: 'no event',
  };
}

function fact(label: string, text: string): SessionLine {
  const line: Line = [
    { text: fitText(label, labelColumns), style: 'key' },
    { text, style: 'plain' },
  ];
  return { line: () => line, event: undefined };
}

/** The call that began the session, or that made the key: Enter goes to it. */
function originLines(snapshot: Snapshot, event: number, of: SummedUp, zone: string): SessionLine[] {
  const { issuer, isLongLived } = snapshot.sessionOf(event);
  if (issuer === undefined || (of === 'principal' && !isLongLived)) return [];
  const [call, caller] = [snapshot.text('event', issuer), snapshot.text('principal', issuer)];
  const words = isLongLived
    ? keyMakerInWords(snapshot, event, zone)
    : `${call} by ${caller} ${timeText(snapshot.timeMs[issuer]!, zone)}`;
  return [{ ...fact('began with', visibleText(words)), event: issuer }];
}

function heading(text: string): SessionLine {
  return { line: () => [{ text, style: 'title' }], event: undefined };
}

function stretchText(snapshot: Snapshot, events: Uint32Array, zone: string): string {
  const clock = clockFor(zone);
  const timesMs = Array.from(events, (event) => snapshot.timeMs[event]!).filter(
    (timeMs) => !Number.isNaN(timeMs),
  );
  const [firstMs, lastMs] = [timesMs[0], timesMs.at(-1)];
  if (firstMs === undefined || lastMs === undefined) return 'no time can be read';
  const moment = (timeMs: number) => `${clock.date(timeMs)} ${clock.time(timeMs)}`;
  return `${moment(firstMs)} to ${moment(lastMs)} ${clock.label}, ${durationText(lastMs - firstMs)}`;
}

/** `124: 108 ok, 15 denied, 1 failed` */
function outcomeText(snapshot: Snapshot, events: Uint32Array): string {
  const outcomes = countValues(snapshot, events, 'outcome').map(
    ({ value, count }) => `${numberText(count)} ${value || 'unknown'}`,
  );
  return `${numberText(events.length)}: ${outcomes.join(', ')}`;
}

function valuesFact(snapshot: Snapshot, events: Uint32Array, field: FieldName): SessionLine[] {
  const values = countValues(snapshot, events, field).filter(({ value }) => value !== '');
  if (values.length === 0) return [];
  const texts = values
    .slice(0, valuesShown)
    .map(({ value, count }) => `${visibleText(value.slice(0, longestValue))} ×${numberText(count)}`);
  const more = values.length > valuesShown ? ` · ${values.length - valuesShown} more` : '';
  return [fact(fieldNamed(field)!.title.toLowerCase(), texts.join(' · ') + more)];
}

/** Calls that hand out credentials, told by name: those that were refused handed out none. */
const handsOut = /^(?:AssumeRo(?:le|ot)|Get(?:Federation|Session)Token$|CreateAccessKey$|SwitchRole$)/;

/** The roles and keys it went on with, in time order: each goes to its call. */
function rolesLines(snapshot: Snapshot, events: Uint32Array, zone: string): SessionLine[] {
  const calls = events.filter((event) => handsOut.test(snapshot.text('event', event) ?? ''));
  if (calls.length === 0) return [];
  return [
    heading('Roles and keys that it took'),
    ...Array.from(calls, (event): SessionLine => ({ line: () => roleLine(snapshot, event, zone), event })),
  ];
}

function roleLine(snapshot: Snapshot, event: number, zone: string): Line {
  const name = visibleText((snapshot.text('event', event) ?? '').slice(0, longestValue));
  const refused = (snapshot.text('error', event) ?? '') !== '';
  return [
    { text: `  ${timeText(snapshot.timeMs[event]!, zone)}  `, style: 'dim' },
    { text: `${name}  `, style: 'plain' },
    ...visibleSpans((snapshot.text('target', event) ?? '').slice(0, longestValue), 'plain'),
    { text: refused ? '  ✗ refused' : '', style: 'denied' },
  ];
}

/** The calls by name, in the order of their first: each goes to that first call. */
function callLines(snapshot: Snapshot, events: Uint32Array, zone: string): SessionLine[] {
  const firstOf = new Map<string, number>();
  for (const event of events) {
    const name = snapshot.text('event', event) ?? '';
    if (!firstOf.has(name)) firstOf.set(name, event);
  }
  const counts = new Map(countValues(snapshot, events, 'event').map(({ value, count }) => [value, count]));
  return [
    heading('What it did, in the order of first calls'),
    ...Array.from(firstOf, ([name, event]): SessionLine => {
      const line = (): Line => [
        { text: `  ${timeText(snapshot.timeMs[event]!, zone)}  `, style: 'dim' },
        { text: `${numberText(counts.get(name) ?? 0).padStart(7)}  `, style: 'number' },
        ...visibleSpans(name.slice(0, longestValue), 'plain'),
      ];
      return { line, event };
    }),
  ];
}

function timeText(timeMs: number, zone: string): string {
  return Number.isNaN(timeMs) ? '--:--:--' : clockFor(zone).time(timeMs);
}
