import { type EventField, type FieldName, fieldNamed, fields, type IdentityField } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { findAccountNames } from './account-names.ts';
import { findCoverage } from './coverage.ts';
import { foldedValues } from './folded.ts';
import { decideIdentities } from './identities.ts';
import { isPerson, isRoleSession, isService } from './is-word.ts';
import { decideColumn, isOfStrings } from './leaf-mask.ts';
import { lettersOfAll } from './letters.ts';
import { findLetters } from './packed-letters.ts';
import type { Query } from './question.ts';
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

/** Decides, in pieces, about the values that conditions of questions name which may be asked later. */
export function* prepareQueries(queries: readonly Query[], snapshot: Snapshot): Generator<void, void> {
  for (const query of queries) {
    if (query.kind === 'and' || query.kind === 'or') yield* prepareQueries(query.of, snapshot);
    else if (query.kind === 'not') yield* prepareQueries([query.of], snapshot);
    else if (query.kind === 'field') yield* prepareCondition(query, snapshot);
  }
}

function* prepareCondition(
  { field, test }: Extract<Query, { kind: 'field' }>,
  snapshot: Snapshot,
): Generator<void, void> {
  const column = snapshot.column(field);
  if (column === undefined) return;
  if (isOfStrings(test)) yield* prepareValues(field, snapshot);
  for (let done = 0; done < column.valueCount; yield) {
    done = Math.min(column.valueCount, done + piece);
    decideColumn(test, column, done);
  }
}

function* prepareTexts(field: FieldName, snapshot: Snapshot): Generator<void, void> {
  const column = snapshot.column(field)!;
  yield* prepareValues(field, snapshot);
  const { values, valueCount } = column;
  for (let done = 0; done < valueCount; yield) {
    done = Math.min(valueCount, done + piece);
    lettersOfAll(foldedValues(values, done), done);
  }
}

function* prepareValues(field: FieldName, snapshot: Snapshot): Generator<void, void> {
  const isDerived = fieldNamed(field)?.kept === 'derived';
  if (!isDerived) yield* snapshot.prepareValues(field as EventField | IdentityField);
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
