import type { FieldName } from '../record/fields.ts';
import type { CodeArray } from '../store/code-column.ts';
import { codeOf } from '../store/code-of.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { countLeading } from './count-leading.ts';
import { filterText, pathFilterText } from './edit.ts';
import { recordPaths } from './parse.ts';
import { countEvents } from './tally.ts';

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
  const wanted = codeOf(column, event);
  return {
    count:
      column.via === undefined
        ? countCode(column, wanted, snapshot.order)
        : countByIdentity(column.codes, wanted, eventsByIdentity(snapshot)),
    countAround: countCode(column, wanted, eventsAround(snapshot, event)),
  };
}

function countCode({ codes, via }: Column, wanted: number, events: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < events.length; at++) {
    const event = events[at]!;
    if (codes[via === undefined ? event : via[event]!] === wanted) count++;
  }
  return count;
}

/** For columns kept by identity, of which there are fewer than events. */
function countByIdentity(codes: CodeArray, wanted: number, events: Uint32Array): number {
  let count = 0;
  for (let identity = 0; identity < events.length; identity++) {
    if (codes[identity] === wanted) count += events[identity]!;
  }
  return count;
}

const remembered = new WeakMap<Snapshot, Uint32Array>();

/** By identity the number of its events, folded copies left out. */
function eventsByIdentity(snapshot: Snapshot): Uint32Array {
  const { identity, identityCount, order } = snapshot;
  const known =
    remembered.get(snapshot) ??
    countEvents({ codes: identity, via: undefined, valueCount: identityCount }, order);
  remembered.set(snapshot, known);
  return known;
}

/** The events around another in time, itself included; none where its time cannot be read. */
function eventsAround({ order, timeMs }: Snapshot, event: number): Uint32Array {
  const [startMs, endMs] = [timeMs[event]! - aroundMs, timeMs[event]! + aroundMs];
  const start = countLeading(order, (other) => timeMs[other]! < startMs);
  return order.subarray(
    start,
    countLeading(order, (other) => timeMs[other]! <= endMs),
  );
}
