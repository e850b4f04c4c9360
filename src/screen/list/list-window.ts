import type { Snapshot } from '../../store/snapshot.ts';
import type { State } from '../state.ts';
import { type Clock, clockFor } from '../text/clock.ts';

/** A line of the event list: an event by its place in the lines, or the date that the events below it share. */
export type WindowLine =
  | { readonly kind: 'event'; readonly position: number }
  /** NaN when the times below cannot be read. */
  | { readonly kind: 'date'; readonly timeMs: number };

/** What the list scrolls over. */
export type Scrolled = {
  readonly snapshot: Snapshot;
  readonly lines: Uint32Array;
  readonly clock: Clock;
  /** True when dates stand between the days: the list is in time order. */
  readonly dated: boolean;
};

/** What the list of a state scrolls over. */
export function scrolledList({ list, load, settings }: Pick<State, 'list' | 'load' | 'settings'>): Scrolled {
  return {
    snapshot: load.snapshot,
    lines: list.lines,
    clock: clockFor(settings.zone),
    dated: list.sort === undefined,
  };
}

/** The lines seen in a list of that height, from the event at `top` on. Costs what is seen, not what is loaded. */
export function windowLines(list: Scrolled, top: number, heightRows: number): WindowLine[] {
  const seen: WindowLine[] = [];
  for (
    let position = Math.max(0, top);
    position < list.lines.length && seen.length < heightRows;
    position++
  ) {
    if (startsDay(list, position)) {
      seen.push({ kind: 'date', timeMs: list.snapshot.timeMs[list.lines[position]!]! });
      if (seen.length === heightRows) break;
    }
    seen.push({ kind: 'event', position });
  }
  return seen;
}

/** The top nearest to the one given at which that position is seen, and no rows are left empty that could show events. */
export function topShowing(list: Scrolled, position: number, top: number, heightRows: number): number {
  if (list.lines.length === 0 || heightRows <= 0) return 0;
  const last = topEndingAt(list, list.lines.length - 1, heightRows);
  const wished = Math.max(0, Math.min(top, last));
  if (position < wished) return Math.max(0, position);
  return Math.max(wished, topEndingAt(list, position, heightRows));
}

/** The smallest top at which that position is the last one seen, or above it. */
function topEndingAt(list: Scrolled, position: number, heightRows: number): number {
  let rows = rowsOf(list, position);
  let top = position;
  while (top > 0 && rows + rowsOf(list, top - 1) <= heightRows) rows += rowsOf(list, --top);
  return top;
}

function rowsOf(list: Scrolled, position: number): number {
  return startsDay(list, position) ? 2 : 1;
}

function startsDay({ snapshot, lines, clock, dated }: Scrolled, position: number): boolean {
  if (!dated) return false;
  if (position === 0) return true;
  const day = clock.dayOf(snapshot.timeMs[lines[position]!]!);
  return !Object.is(day, clock.dayOf(snapshot.timeMs[lines[position - 1]!]!));
}
