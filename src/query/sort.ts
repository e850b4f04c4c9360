import { type FieldName, fieldNamed } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { codesOf } from './codes.ts';
import { isAddress } from './value-shape.ts';

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
  const { codes, values } = codesOf(snapshot, field, matches);
  return sortByPlace(
    matches,
    codes,
    placesOf(codes, values, reverse, fieldNamed(field)?.kind === 'ip'),
    values.length,
  );
}

/** By code the place of its value among the values that occur. */
function placesOf(
  codes: Uint32Array,
  values: readonly string[],
  reverse: boolean,
  addresses: boolean,
): Uint32Array {
  const occurs = new Uint8Array(values.length);
  for (const code of codes) occurs[code] = 1;
  const keyed: { readonly code: number; readonly key: string }[] = [];
  for (let code = 0; code < values.length; code++) {
    const value = values[code]!;
    if (occurs[code] === 1 && value !== '')
      keyed.push({ code, key: addresses ? addressKey(value) : value.toLowerCase() });
  }
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : values[a.code]! < values[b.code]! ? -1 : 1));
  if (reverse) keyed.reverse();
  const places = new Uint32Array(values.length).fill(keyed.length);
  keyed.forEach(({ code }, place) => {
    places[code] = place;
  });
  return places;
}

/** IPv4 addresses in the order of their numbers, before everything else. */
function addressKey(text: string): string {
  if (!isAddress(text) || text.includes(':')) return `~${text.toLowerCase()}`;
  return text
    .split('.')
    .map((part) => part.padStart(3, '0'))
    .join('.');
}

/** A counting sort: in one pass over the matches, and stable. */
function sortByPlace(
  matches: Uint32Array,
  codes: Uint32Array,
  places: Uint32Array,
  valueCount: number,
): Uint32Array {
  const next = new Uint32Array(valueCount + 2);
  for (const code of codes) next[places[code]! + 1]!++;
  for (let place = 1; place < next.length; place++) next[place]! += next[place - 1]!;
  const sorted = new Uint32Array(matches.length);
  for (let index = 0; index < matches.length; index++)
    sorted[next[places[codes[index]!]!]!++] = matches[index]!;
  return sorted;
}
