import type { FieldName } from '../record/fields.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { decideValues } from './distinct.ts';
import { type Mask, No, Yes } from './mask.ts';
import type { Query, QueryContext } from './question.ts';
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
  if (field === 'event_id' && test.how === 'exact' && test.text !== '')
    return maskOfEventId(test.text, snapshot);
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

/** The events with an eventID, written in any case. */
export function maskOfEventId(eventId: string, snapshot: Snapshot): Mask {
  const mask = new Uint8Array(snapshot.length);
  for (const id of new Set([eventId, eventId.toLowerCase(), eventId.toUpperCase()])) {
    for (const event of id === '' ? [] : snapshot.eventsWithId(id)) mask[event] = Yes;
  }
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
