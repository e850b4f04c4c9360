import type { FieldName } from '../record/fields.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { addByCode } from './code-mask.ts';
import { decideCodes } from './distinct.ts';
import { emptyMask, type Mask, No, Yes } from './mask.ts';
import type { Query, QueryContext } from './question.ts';
import type { ValueTest } from './record-test.ts';
import { resolveTimes } from './resolve-time.ts';
import { searchedTextsOf, type TextTest } from './searched-texts.ts';
import { fold, valuePredicate } from './value-predicate.ts';
import { valuesHolding } from './values-holding.ts';
import { decideWord } from './word-tables.ts';

/** The events that a bare word fits by service, event name or principal. */
export function maskOfWord(word: Extract<Query, { kind: 'word' }>, snapshot: Snapshot): Mask {
  const mask = emptyMask(snapshot.length);
  for (const { field, fits, least } of decideWord(word, snapshot)) {
    const decided = new Uint8Array(fits.length);
    for (let code = 0; code < fits.length; code++) decided[code] = fits[code]! >= least ? Yes : No;
    // Most words fit values of one field alone.
    if (decided.includes(Yes)) addByCode(mask, snapshot.column(field)!, decided, snapshot.length);
  }
  return mask;
}

/** The events whose value of a field passes a test. */
export function maskOfField(field: FieldName, test: ValueTest, snapshot: Snapshot): Mask {
  const column = snapshot.column(field);
  if (column === undefined) return maskWithoutColumn(field, test, snapshot);
  const mask = emptyMask(snapshot.length);
  const decided = decideColumn(test, column);
  addByCode(mask, column, decided, snapshot.length);
  return mask;
}

/** By code of a column `Yes` or `No`: whether the value passes a test. Remembered; of the first `count` at least. */
export function decideColumn(test: ValueTest, column: Column, count: number = column.valueCount): Uint8Array {
  if (test.how === 'contains' && test.text !== '') return valuesHolding(column, fold(test.text), count);
  const passes = testOfValues(test, column);
  return decideCodes(column.list, count, JSON.stringify(test), (code) => (passes(code) ? Yes : No));
}

/** Whether values are made strings for a test; others look at their bytes. */
export function isOfStrings({ how }: ValueTest): boolean {
  return how !== 'contains' && how !== 'exact' && how !== 'starts';
}

/** Texts are looked for in the bytes of values; other tests are of strings. */
function testOfValues(test: ValueTest, column: Column): TextTest {
  if (test.how === 'exact') return searchedTextsOf(column).is(fold(test.text));
  if (test.how === 'starts') return searchedTextsOf(column).startsWith(fold(test.text));
  const passes = valuePredicate(test);
  return (code) => passes(column.values[code]!);
}

function maskWithoutColumn(field: FieldName, test: ValueTest, snapshot: Snapshot): Mask {
  const isOneId = field === 'event_id' && test.how === 'exact' && test.text !== '';
  return isOneId ? maskOfEventId(test.text, snapshot) : maskOfTexts(field, valuePredicate(test), snapshot);
}

/** The events with an eventID, written in any case. */
export function maskOfEventId(eventId: string, snapshot: Snapshot): Mask {
  const mask = emptyMask(snapshot.length);
  for (const id of new Set([eventId, eventId.toLowerCase(), eventId.toUpperCase()])) {
    for (const event of snapshot.eventsWithId(id)) mask[event] = Yes;
  }
  return mask;
}

/** Decides the text of each event; where the same text comes again and again, once. */
function maskOfTexts(field: FieldName, passes: (value: string) => boolean, snapshot: Snapshot): Mask {
  const mask = emptyMask(snapshot.length);
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
  const mask = emptyMask(snapshot.length);
  const { timeMs, length } = snapshot;
  for (let event = 0; event < length; event++) {
    if (timeMs[event]! >= startMs && timeMs[event]! < endMs) mask[event] = Yes;
  }
  return mask;
}
