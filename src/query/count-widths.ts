import { release } from '../decode/release.ts';
import type { CodeArray } from '../store/code-column.ts';
import type { Callers } from './callers.ts';

/** By code the numbers of distinct addresses and keys, empty ones left out. */
export type Widths = { readonly ips: Uint32Array; readonly keys: Uint32Array };

/**
 * Counts the distinct addresses and keys of the callers of each code.
 *
 * @param codes By item.
 * @param callerOf By item its caller; undefined when the items are callers.
 */
export function countWidths(
  callers: Callers,
  codeCount: number,
  codes: CodeArray,
  items: Uint32Array,
  callerOf: Uint32Array | undefined,
): Widths {
  const { ends, grouped } = groupByCode(codeCount, codes, items, callerOf);
  const [ips, keys] = [new Uint32Array(codeCount), new Uint32Array(codeCount)];
  // The last code that had each of them, counted from 1: never cleared, these serve all codes.
  const callerSeen = new Uint32Array(callers.count);
  const ipSeen = new Uint32Array(callers.ipCount);
  const keySeen = new Uint32Array(callers.keyCount);
  let at = 0;
  for (let code = 0; code < codeCount; code++) {
    const mark = code + 1;
    for (; at < ends[code]!; at++) {
      const caller = grouped[at]!;
      if (callerSeen[caller] === mark) continue;
      callerSeen[caller] = mark;
      const ip = callers.ip[caller]!;
      if (ip !== 0 && ipSeen[ip] !== mark) {
        ipSeen[ip] = mark;
        ips[code]!++;
      }
      const key = callers.key[caller]!;
      if (key !== 0 && keySeen[key] !== mark) {
        keySeen[key] = mark;
        keys[code]!++;
      }
    }
  }
  // Else they would wait for a full collection, and bring it about.
  for (const array of [grouped, ends, callerSeen, ipSeen, keySeen]) release(array);
  return { ips, keys };
}

/** The callers of the items, one code's after the other's; each code's end at its place in `ends`. */
function groupByCode(
  codeCount: number,
  codes: CodeArray,
  items: Uint32Array,
  callerOf: Uint32Array | undefined,
): { readonly ends: Uint32Array; readonly grouped: Uint32Array } {
  const ends = new Uint32Array(codeCount + 1);
  for (let at = 0; at < items.length; at++) ends[codes[items[at]!]! + 1]!++;
  for (let code = 1; code < ends.length; code++) ends[code]! += ends[code - 1]!;
  const grouped = new Uint32Array(items.length);
  // Where a code's next caller goes moves on until, at last, it stands at the code's end.
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    grouped[ends[codes[item]!]!++] = callerOf === undefined ? item : callerOf[item]!;
  }
  return { ends, grouped };
}
