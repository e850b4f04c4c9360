import { countValues } from '../../query/counts.ts';
import { type FieldName, fieldNamed } from '../../record/fields.ts';
import { programInWords } from '../../record/user-agent.ts';
import { chainText } from '../../store/sessions.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { keyMakerInWords } from '../events/key-maker.ts';
import { eventsOfActor, eventsOfPrincipal } from '../events/same-actor.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { fitText, textWidth } from '../text/cell-width.ts';
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
// Values that are longer together stand below each other: one of several user agents is what gives a stolen key away.
const joinedColumns = 60;
const countColumns = 7;

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

/** The most frequent values of a field: in one line, or where that would be long in a line each, counts first. */
function valuesFact(snapshot: Snapshot, events: Uint32Array, field: FieldName): SessionLine[] {
  const counted = countValues(snapshot, events, field).filter(({ value }) => value !== '');
  const values = field === 'user_agent' ? byProgram(counted) : counted;
  if (values.length === 0) return [];
  const label = fieldNamed(field)!.title.toLowerCase();
  const shown = values.slice(0, valuesShown).map(({ value, count }) => ({
    text: visibleText(value.slice(0, longestValue)),
    count: numberText(count),
  }));
  const more = values.length > valuesShown ? `${numberText(values.length - valuesShown)} more` : '';
  const joined = [
    ...shown.map(({ text, count }) => `${text} ×${count}`),
    ...(more === '' ? [] : [more]),
  ].join(' · ');
  if (textWidth(joined) <= joinedColumns) return [fact(label, joined)];
  const lines = shown.map(({ text, count }) => `${count.padStart(countColumns)}  ${text}`);
  if (more !== '') lines.push(' '.repeat(countColumns + 2) + more);
  return lines.map((text, i) => fact(i === 0 ? label : '', text));
}

/** User agents name the command that was run, too: those of one program are counted together. */
function byProgram(agents: readonly { readonly value: string; readonly count: number }[]) {
  const counts = new Map<string, number>();
  for (const { value, count } of agents) {
    const program = programInWords(value);
    counts.set(program, (counts.get(program) ?? 0) + count);
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
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

/** The calls by service and name, in the order of their first: each goes to that first call. */
function callLines(snapshot: Snapshot, events: Uint32Array, zone: string): SessionLine[] {
  const calls = new Map<string, { readonly event: number; count: number }>();
  for (const event of events) {
    const name = `${snapshot.text('service', event) ?? ''}:${snapshot.text('event', event) ?? ''}`;
    const known = calls.get(name);
    if (known === undefined) calls.set(name, { event, count: 1 });
    else known.count++;
  }
  return [
    heading('What it did, in the order of first calls'),
    ...Array.from(calls, ([name, { event, count }]): SessionLine => {
      const line = (): Line => [
        { text: `  ${timeText(snapshot.timeMs[event]!, zone)}  `, style: 'dim' },
        { text: `${numberText(count).padStart(countColumns)}  `, style: 'number' },
        ...visibleSpans(name.slice(0, longestValue), 'plain'),
      ];
      return { line, event };
    }),
  ];
}

function timeText(timeMs: number, zone: string): string {
  return Number.isNaN(timeMs) ? '--:--:--' : clockFor(zone).time(timeMs);
}
