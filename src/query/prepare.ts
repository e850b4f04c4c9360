import { type EventField, type FieldName, fieldNamed, fields, type IdentityField } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { findAccountNames } from './account-names.ts';
import { findCoverage } from './coverage.ts';
import { foldedValues } from './folded.ts';
import { decideIdentities } from './identities.ts';
import { isPerson, isRoleSession, isService } from './is-word.ts';
import { lettersOfAll } from './letters.ts';
import { findLetters } from './packed-letters.ts';
import { prepareSpread } from './spread.ts';
import { sortCodes } from './value-order.ts';
import { wordFields } from './word-tables.ts';

/** Values or identities that are worked on between two yields. */
const piece = 1 << 11;
/** Columns of fewer values are as soon sorted as asked for. */
const manyValues = 1000;

/**
 * Works out ahead of time what questions stand on, so that none has to wait when it is asked for the first time: in
 * pieces of a few milliseconds, with yields between them. What is needed first comes first.
 */
export function* prepareAnswers(snapshot: Snapshot): Generator<void, void> {
  for (const field of wordFields) yield* prepareTexts(field, snapshot);
  yield* prepareIdentities(snapshot);
  yield* snapshot.prepareSessions();
  yield* findAccountNames(snapshot);
  yield* findCoverage(snapshot);
  for (const { name } of fields) yield* prepareLetters(name, snapshot);
  for (const { name } of fields) yield* prepareOrders(name, snapshot);
  for (const { name } of fields) yield* prepareSpread(snapshot, name);
}

function* prepareTexts(field: FieldName, snapshot: Snapshot): Generator<void, void> {
  const column = snapshot.column(field)!;
  const isDerived = fieldNamed(field)?.kept === 'derived';
  if (!isDerived) yield* snapshot.prepareValues(field as EventField | IdentityField);
  const { values, valueCount } = column;
  for (let done = 0; done < valueCount; yield) {
    done = Math.min(valueCount, done + piece);
    lettersOfAll(foldedValues(values, done), done);
  }
}

function* prepareIdentities(snapshot: Snapshot): Generator<void, void> {
  yield* snapshot.prepareValues('arn');
  for (let done = 0; done < snapshot.identityCount; yield) {
    done = Math.min(snapshot.identityCount, done + piece);
    decideIdentities(snapshot, 'service', isService, done);
    decideIdentities(snapshot, 'person', isPerson, done);
    decideIdentities(snapshot, 'role session', isRoleSession, done);
  }
}

function* prepareLetters(field: FieldName, snapshot: Snapshot): Generator<void, void> {
  const column = snapshot.column(field);
  const packed = column?.packed();
  if (column !== undefined && packed !== undefined) yield* findLetters(column, packed);
}

function* prepareOrders(field: FieldName, snapshot: Snapshot): Generator<void, void> {
  const column = snapshot.column(field);
  if (column === undefined || column.valueCount < manyValues) return;
  yield* sortCodes(column, 'exact');
  yield* sortCodes(column, fieldNamed(field)?.kind === 'ip' ? 'address' : 'name');
}
