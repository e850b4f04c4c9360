import { release } from '../decode/release.ts';
import type { Column } from '../store/snapshot.ts';
import type { Codes } from './tally.ts';

/**
 * Counts the distinct addresses of each code, empty ones left out.
 *
 * @param codes Of items.
 * @param counts By code how often it occurs among the items.
 * @param events By place of an item its event.
 * @returns By code.
 */
export function countIps(
  { codes, via, valueCount }: Codes,
  counts: Uint32Array,
  items: Uint32Array,
  events: Uint32Array,
  addresses: Column,
): Uint32Array {
  // The addresses of one code after those of the other. Where a code's next one goes moves on to where the code ends.
  const ends = new Uint32Array(valueCount);
  for (let code = 1; code < valueCount; code++) ends[code] = ends[code - 1]! + counts[code - 1]!;
  const grouped = new Uint32Array(items.length);
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const code = codes[via === undefined ? item : via[item]!]!;
    grouped[ends[code]!++] = addresses.codes[events[at]!]!;
  }
  const ips = new Uint32Array(valueCount);
  // The last code that had each of them, counted from 1: never cleared, it serves all codes.
  const seen = new Uint32Array(addresses.valueCount);
  let at = 0;
  for (let code = 0; code < valueCount; code++) {
    for (; at < ends[code]!; at++) {
      const ip = grouped[at]!;
      if (ip === 0 || seen[ip] === code + 1) continue;
      seen[ip] = code + 1;
      ips[code]!++;
    }
  }
  // Else they would wait for a full collection, and bring it about.
  for (const array of [ends, grouped, seen]) release(array);
  return ips;
}
