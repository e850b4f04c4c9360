import { columnValues } from '../store/column-values.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { PathValues } from './path-values.ts';
import { type Spread, spreadOf } from './spread.ts';

/** The values at a path into records, as found so far. */
export type PathSpread = {
  readonly values: Spread;
  /** Number of matches whose records were looked at, and of these the ones that have a value there. */
  readonly looked: number;
  readonly having: number;
};

/**
 * The values at a path into the records among matches, as
 * `countSpread` gives those of a field. An event may have several.
 */
export function countPathSpread(
  snapshot: Snapshot,
  matches: Uint32Array,
  found: readonly PathValues[],
): PathSpread {
  const isMatch = new Uint8Array(snapshot.length);
  for (const event of matches) isMatch[event] = 1;
  const numbers = new Map<string, number>();
  const pairs: { readonly event: number; readonly code: number }[] = [];
  let looked = 0;
  let having = 0;
  for (const part of found) {
    for (const event of part.looked) looked += isMatch[event]!;
    const numberOf = part.texts.map((text) => numberFor(numbers, text));
    for (let pair = 0; pair < part.events.length; pair++) {
      const event = part.events[pair]!;
      if (isMatch[event] === 0) continue;
      // The pairs of an event stand together.
      if (event !== pairs.at(-1)?.event) having++;
      pairs.push({ event, code: numberOf[part.codes[pair]!]! });
    }
  }
  pairs.sort((a, b) => snapshot.rank[a.event]! - snapshot.rank[b.event]!);
  return { values: spreadOfPairs(snapshot, pairs, [...numbers.keys()]), looked, having };
}

function numberFor(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** @param pairs Events and the indices of their values, in total order of the events. */
function spreadOfPairs(
  snapshot: Snapshot,
  pairs: readonly { readonly event: number; readonly code: number }[],
  values: readonly string[],
): Spread {
  const places = Uint32Array.from(pairs, (_, place) => place);
  const codes = Uint32Array.from(pairs, ({ code }) => code);
  const column = { ...columnValues(values), codes, via: undefined };
  const events = Uint32Array.from(pairs, ({ event }) => event);
  return spreadOf(snapshot, column, places, events);
}
