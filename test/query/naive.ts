import type { FieldName } from '../../src/record/fields.ts';
import type { CloudTrailRecord, Json } from '../../src/record/json.ts';
import { summarize } from '../../src/record/summarize.ts';
import { Flag } from '../../src/record/summary.ts';
import { formatTime } from '../../src/record/time.ts';

/**
 * The meaning of queries, written a second time and as plainly as can be: conditions as functions over one parsed
 * record. What the fields mean is taken from `record/`; columns, codes, masks and bytes are not.
 */

/** One event as the conditions see it. */
export type Seen = {
  readonly record: CloudTrailRecord;
  readonly field: (name: FieldName) => string;
  readonly timeMs: number;
  readonly flags: number;
  /** What only other events can tell: a human being stands at the beginning of the chain. */
  readonly beganHuman: boolean;
};

/** A part of a sample's record, reached into as JavaScript does: a typed way in would be the code under test once more. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Part = any;

export type Condition = (event: Seen) => boolean;

/** Reads a record for the conditions. What the record cannot say (file, repairs) is left out. */
export function see(record: CloudTrailRecord, beganHuman = false): Seen {
  const summary = summarize(record);
  const own: { readonly [name: string]: string } = {
    ...summary.identity,
    ...(summary as unknown as { readonly [name: string]: string }),
    event_id: summary.eventId,
    time: Number.isNaN(summary.timeMs) ? summary.timeText : formatTime(summary.timeMs),
  };
  return {
    record,
    field: (name) => own[name] ?? '',
    timeMs: summary.timeMs,
    flags: summary.flags,
    beganHuman,
  };
}

const low = (text: string) => text.toLowerCase();

export const has =
  (name: FieldName, text: string): Condition =>
  (e) =>
    low(e.field(name)).includes(low(text));
export const is =
  (name: FieldName, text: string): Condition =>
  (e) =>
    low(e.field(name)) === low(text);
export const starts =
  (name: FieldName, text: string): Condition =>
  (e) =>
    low(e.field(name)).startsWith(low(text));
export const ends =
  (name: FieldName, text: string): Condition =>
  (e) =>
    low(e.field(name)).endsWith(low(text));
export const any =
  (name: FieldName): Condition =>
  (e) =>
    e.field(name) !== '';

/** A word that stands as typed in one of the three fields. */
export const word = (text: string): Condition =>
  or(has('service', text), has('event', text), has('principal', text));
/** One of these is the event's name. */
export const event = (...names: string[]): Condition => or(...names.map((name) => is('event', name)));

export const not =
  (condition: Condition): Condition =>
  (e) =>
    !condition(e);
export const and =
  (...conditions: Condition[]): Condition =>
  (e) =>
    conditions.every((condition) => condition(e));
export const or =
  (...conditions: Condition[]): Condition =>
  (e) =>
    conditions.some((condition) => condition(e));
export const all: Condition = () => true;

export const since =
  (time: string): Condition =>
  (e) =>
    e.timeMs >= Date.parse(time);
export const before =
  (time: string): Condition =>
  (e) =>
    e.timeMs < Date.parse(time);
export const flag =
  (name: keyof typeof Flag): Condition =>
  (e) =>
    (e.flags & Flag[name]) !== 0;

/** An IPv4 address whose first octets are these. */
export const inNetwork =
  (octets: string): Condition =>
  (e) =>
    /^\d+\.\d+\.\d+\.\d+$/.test(e.field('source_ip')) && `${e.field('source_ip')}.`.startsWith(`${octets}.`);

/** Text in any key or value. */
export const text =
  (wanted: string): Condition =>
  (e) =>
    within(e.record, (part) => low(part).includes(low(wanted)));
/** A value somewhere at or below what a function takes out of the record. */
export const value =
  (take: (record: Part) => unknown, passes: (text: string) => boolean): Condition =>
  (e) => {
    const taken = attempt(() => take(e.record));
    return taken !== undefined && taken !== null && leavesOf(taken as Json).some((leaf) => passes(low(leaf)));
  };

function attempt(take: () => unknown): unknown {
  try {
    return take();
  } catch {
    return undefined;
  }
}

function leavesOf(json: Json): string[] {
  if (json === null) return [];
  return typeof json === 'object'
    ? Object.values(json).flatMap((part) => leavesOf(part as Json))
    : [String(json)];
}

function within(json: Json, passes: (text: string) => boolean): boolean {
  if (typeof json !== 'object' || json === null) return passes(String(json));
  if (Array.isArray(json)) return json.some((part) => within(part, passes));
  return Object.entries(json).some(([key, part]) => passes(key) || within(part as Json, passes));
}
