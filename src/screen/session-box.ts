import { countValues } from '../query/counts.ts';
import { fieldNamed } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type Box, boxOfLines } from './box.ts';
import { fitText } from './cell-width.ts';
import { clockFor, durationText } from './clock.ts';
import type { Line } from './picture.ts';
import { rememberLast } from './remember.ts';
import { eventsOfActor } from './same-actor.ts';
import { visibleSpans, visibleText } from './visible.ts';

const labelColumns = 12;
const topValues = 8;

/** The lines of a session: facts, and the first event of each kind, which can be gone to. */
export type SessionContent = {
  readonly lines: readonly Line[];
  readonly events: readonly (number | undefined)[];
};

/** What the session of an event did: when, from where, with what, which calls, what went wrong. */
export const sessionContent = rememberLast(
  (snapshot: Snapshot, event: number, zone: string): SessionContent => {
    const { events, name } = eventsOfActor(snapshot, event);
    const clock = clockFor(zone);
    const lines: Line[] = [];
    const targets: (number | undefined)[] = [];
    const add = (line: Line, target?: number) => {
      lines.push(line);
      targets.push(target);
    };
    const fact = (label: string, text: string) =>
      add([
        { text: fitText(label, labelColumns), style: 'key' },
        { text: text, style: 'plain' },
      ]);
    const first = events[0];
    const last = events.at(-1);
    fact('session', name);
    fact('who', visibleText(snapshot.text('principal', event) ?? ''));
    if (first !== undefined && last !== undefined) {
      const [firstMs, lastMs] = [snapshot.timeMs[first]!, snapshot.timeMs[last]!];
      const moment = (timeMs: number) =>
        Number.isNaN(timeMs) ? 'unreadable' : `${clock.date(timeMs)} ${clock.time(timeMs)}`;
      const length = Number.isNaN(lastMs - firstMs) ? '' : `, ${durationText(lastMs - firstMs)}`;
      fact('when', `${moment(firstMs)} to ${moment(lastMs)} ${clock.label}${length}`);
    }
    fact('events', events.length.toLocaleString('en-US'));
    for (const field of ['source_ip', 'user_agent', 'region', 'error'] as const) {
      const values = countValues(snapshot, events, field).filter(({ value }) => value !== '');
      const text = values
        .slice(0, 5)
        .map(({ value, count }) => `${visibleText(value.slice(0, 120))} ×${count}`);
      if (values.length > 0)
        fact(
          fieldNamed(field)!.title.toLowerCase(),
          text.join(' · ') + (values.length > 5 ? ` · ${values.length - 5} more` : ''),
        );
    }
    const issued = events.filter((other) => (snapshot.text('event', other) ?? '').startsWith('AssumeRole'));
    add([{ text: 'What it did', style: 'title' }]);
    for (const { value, count, firstMs } of countValues(snapshot, events, 'event').slice(0, 200)) {
      const target = events.find((other) => snapshot.text('event', other) === value);
      add(
        [
          { text: `  ${fitText(Number.isNaN(firstMs) ? '' : clock.time(firstMs), 10)}`, style: 'dim' },
          { text: `${count.toLocaleString('en-US').padStart(7)}  `, style: 'number' },
          ...visibleSpans(value, 'plain'),
        ],
        target,
      );
    }
    if (issued.length > 0) add([{ text: 'Roles it assumed next', style: 'title' }]);
    for (const call of issued.slice(0, topValues)) {
      add(
        [
          { text: `  ${clock.time(snapshot.timeMs[call]!)}  `, style: 'dim' },
          ...visibleSpans(snapshot.text('target', call) ?? '', 'plain'),
          { text: (snapshot.text('error', call) ?? '') === '' ? '' : '  ✗ refused', style: 'denied' },
        ],
        call,
      );
    }
    return { lines, events: targets };
  },
);

/** The session pane as a box. */
export function sessionBox(snapshot: Snapshot, event: number, zone: string): Box {
  return boxOfLines('Session', sessionContent(snapshot, event, zone).lines, 'no event', true);
}
