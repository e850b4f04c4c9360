import type { RecordText } from '../../load/loading.ts';
import { recordOf } from '../detail/detail-content.ts';
import type { Effect } from '../effect.ts';
import type { State } from '../state.ts';

// Enough to go to and fro between neighbours and compare two, and few enough for records of a megabyte.
const recordsKept = 12;

/** The effects that ask for those of the records that are not here yet. */
export function readMissing(state: State, events: readonly number[]): Effect[] {
  return events
    .filter((event) => event >= 0 && recordOf(state.detail, event) === undefined)
    .map((event) => ({ kind: 'read-record', event }));
}

/** The state with a record taken in. One that nobody looks at any more is dropped. */
export function takeRecord(state: State, record: RecordText): State {
  if (!wantedEvents(state).includes(record.event)) return state;
  const others = state.detail.records.filter((known) => known.event !== record.event);
  const records = [record, ...others].slice(0, recordsKept);
  return { ...state, detail: { ...state.detail, records, failure: undefined } };
}

/** The state knowing why a record could not be taken out. */
export function takeFailure(state: State, event: number, message: string): State {
  if (!wantedEvents(state).includes(event)) return state;
  return { ...state, detail: { ...state.detail, failure: { event, message } } };
}

/** The events whose records are looked at. */
function wantedEvents({ list, popup }: State): readonly number[] {
  return popup?.kind === 'compare' ? [list.selected, ...popup.events] : [list.selected];
}
