import type { Snapshot } from '../store/snapshot.ts';
import type { Query, QueryContext, TimeBound } from './question.ts';
import { instantOf, offsetMsAt } from './zone.ts';

const dayMs = 86_400_000;

/** A half-open range in ms since 1970 UTC; infinite where it is open. */
export type TimeRange = { readonly startMs: number; readonly endMs: number };

/**
 * The range of a time condition, asked of a snapshot now. Relative to the newest event of a snapshot without times,
 * and to its day, nothing lies: the range is empty.
 */
export function resolveTimes(
  { since, until }: Pick<Extract<Query, { kind: 'time' }>, 'since' | 'until'>,
  snapshot: Snapshot,
  context: QueryContext,
): TimeRange {
  const newestMs = snapshot.span?.lastMs ?? Number.NaN;
  const endMs = until === undefined ? Number.POSITIVE_INFINITY : instantOfBound(until, newestMs, context);
  let startMs = since === undefined ? Number.NEGATIVE_INFINITY : instantOfBound(since, newestMs, context);
  // 23:00..01:00 of a bare hour is the night before the newest event's day.
  if (since?.kind === 'clock' && until?.kind === 'clock' && startMs >= endMs) {
    startMs = instantOfBound(since, newestMs - dayMs, context);
  }
  return { startMs, endMs };
}

function instantOfBound(bound: TimeBound, newestMs: number, context: QueryContext): number {
  if (bound.kind === 'at') return bound.timeMs;
  if (bound.kind === 'before') return (bound.what === 'now' ? context.nowMs : newestMs) - bound.byMs;
  if (Number.isNaN(newestMs)) return Number.NaN;
  const wallMs = newestMs + offsetMsAt(newestMs, context.zone);
  return instantOf(Math.floor(wallMs / dayMs) * dayMs + bound.timeOfDayMs, context.zone);
}
