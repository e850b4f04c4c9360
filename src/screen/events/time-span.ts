import type { Snapshot } from '../../store/snapshot.ts';

/** From the first to the last of some events, which are in the order of time, in ms; undefined when no time can be read. */
export function timeSpan(
  snapshot: Snapshot,
  events: Uint32Array,
): readonly [firstMs: number, lastMs: number] | undefined {
  const firstMs = snapshot.timeMs[events[0] ?? -1] ?? Number.NaN;
  // Times that cannot be read come last.
  let last = events.length - 1;
  while (last >= 0 && Number.isNaN(snapshot.timeMs[events[last]!]!)) last--;
  const lastMs = snapshot.timeMs[events[last] ?? -1] ?? Number.NaN;
  return Number.isNaN(firstMs) || Number.isNaN(lastMs) ? undefined : [firstMs, lastMs];
}
