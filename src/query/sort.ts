import { type FieldName, fieldNamed } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { columnOf } from './column-of.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { type Codes, countEvents } from './tally.ts';
import { sortSome } from './value-order.ts';

/**
 * Matches (in time order) sorted by a field: names without regard to case, addresses by number. By time, reversing
 * turns the whole list around. By another field, events with the same value stay in time order and events without a
 * value come last, both also when reversed.
 */
export function sortMatches(
  snapshot: Snapshot,
  matches: Uint32Array,
  field: FieldName,
  reverse: boolean,
): Uint32Array {
  if (field === 'time') return reverse ? matches.slice().reverse() : matches;
  const column = columnOf(snapshot, field, matches);
  const counts = countEvents(column, matches);
  // Code 0 is no value.
  const named = indicesAboveZero(counts, 1);
  const order = fieldNamed(field)?.kind === 'ip' ? 'address' : 'name';
  const sorted = sortSome(column, named, order);
  return placeByCode(matches, column, counts, reverse ? sorted.reverse() : sorted);
}

/** A counting sort: in one pass over the matches, and stable. */
function placeByCode(
  matches: Uint32Array,
  { codes, via }: Codes,
  counts: Uint32Array,
  sorted: Uint32Array,
): Uint32Array {
  /** By code where its next event goes. */
  const next = new Uint32Array(counts.length);
  let place = 0;
  for (const code of sorted) {
    next[code] = place;
    place += counts[code]!;
  }
  next[0] = place;
  const placed = new Uint32Array(matches.length);
  for (let at = 0; at < matches.length; at++) {
    const event = matches[at]!;
    placed[next[codes[via === undefined ? event : via[event]!]!]!++] = event;
  }
  return placed;
}
