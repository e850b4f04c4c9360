import type { FieldName } from '../record/fields.ts';
import { codeOf } from '../store/code-of.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { filterText, pathFilterText } from './edit.ts';
import { recordPaths } from './parse.ts';

/** A way from an event to those that share something with it. */
export type Pivot = {
  readonly field: FieldName;
  /** What they share, raw. */
  readonly value: string;
  /** The query that finds them. */
  readonly query: string;
  /** How many events there are, this one included; undefined where only the records tell. */
  readonly count: number | undefined;
  /** How many of them lie around the event in time. */
  readonly countAround: number | undefined;
};

/** What events are gone to by, in the order of the menu. */
const pivotFields = [
  'access_key',
  'source_ip',
  'principal',
  'person',
  'session',
  'target',
  'request_id',
  'user_agent',
] as const satisfies readonly FieldName[];

/** This long before and after an event counts as around it. */
const aroundMs = 15 * 60_000;

/**
 * The ways from an event to others, those left out that it has no value for.
 *
 * @param requestId The request id out of the event's record, where it has been taken out.
 */
export function pivotsOf(snapshot: Snapshot, event: number, requestId = ''): Pivot[] {
  return pivotFields.flatMap((field) => {
    if (field === 'request_id') return requestId === '' ? [] : [requestPivot(requestId)];
    const value = snapshot.text(field, event) ?? '';
    if (value === '') return [];
    return [{ field, value, query: filterText(field, value, false), ...countSame(snapshot, event, field) }];
  });
}

function requestPivot(requestId: string): Pivot {
  const query = pathFilterText(recordPaths.request_id!, requestId, false);
  return { field: 'request_id', value: requestId, query, count: undefined, countAround: undefined };
}

function countSame(
  snapshot: Snapshot,
  event: number,
  field: FieldName,
): Pick<Pivot, 'count' | 'countAround'> {
  const column = snapshot.column(field);
  if (column === undefined) return { count: undefined, countAround: undefined };
  const { order, timeMs } = snapshot;
  const wanted = codeOf(column, event);
  const [startMs, endMs] = [timeMs[event]! - aroundMs, timeMs[event]! + aroundMs];
  let count = 0;
  let countAround = 0;
  for (let position = 0; position < order.length; position++) {
    const other = order[position]!;
    if (codeOf(column, other) !== wanted) continue;
    count++;
    if (timeMs[other]! >= startMs && timeMs[other]! <= endMs) countAround++;
  }
  return { count, countAround };
}
