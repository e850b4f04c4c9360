import { binsFor } from '../../query/bins.ts';
import { type Histogram, histogramOf } from '../../query/histogram.ts';
import type { Query } from '../../query/question.ts';
import { resolveTimes, type TimeRange } from '../../query/resolve-time.ts';
import { offsetMsAt } from '../../query/zone.ts';
import { formatTime } from '../../record/time.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Direction } from '../action.ts';
import { newValues } from '../events/new-values.ts';
import { stoppedWords } from '../events/stopped-trails.ts';
import { timeSpan } from '../events/time-span.ts';
import { keyFor } from '../keys/key-rows.ts';
import { firstFrom, selectPlace } from '../list/list-place.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { alsoSaying, type Step, saying, toState } from '../step.ts';
import { textWidth } from '../text/cell-width.ts';
import { numberText } from '../text/number-text.ts';
import { contextOf } from './ask.ts';
import { addFilter } from './filters.ts';

/**
 * The histogram of the matches over the time of all events, so that the bars of two queries can be compared; or zoomed
 * in, over the stretch that a filter on time leaves.
 */

// One blank at either side.
const margins = 2;
const leastForWords = 100;
/** Blanks between the bins and the words on a stopped trail. */
export const gapBeforeWords = 2;

/** The matches over time, in bins of a readable length. Undefined when no match has a readable time. */
export function timelineOf(state: State): Histogram | undefined {
  const { load, question, settings } = state;
  const span = spanOf(state);
  if (span === undefined) return undefined;
  return histogram(load.snapshot, question.matches, ...span, timelineColumns(state), settings.zone);
}

/** Cells that the bins may take: a wide screen keeps room beside them for the words on a stopped trail. */
export function timelineColumns(state: State): number {
  const { columns } = state.size;
  const span = columns < leastForWords ? undefined : spanOf(state);
  const words = span === undefined ? '' : stoppedWords(state.load.snapshot, ...span, state.settings.zone);
  return Math.max(1, columns - margins - (words === '' ? 0 : textWidth(words) + gapBeforeWords));
}

/** Cells that one bin takes: as many as fit, so that few bins fill the screen. */
export function cellsPerBin(timeline: Histogram, columns: number): number {
  return Math.max(1, Math.floor(columns / timeline.total.length));
}

/** The bin of a time, or -1 outside. */
export function binOf(timeline: Histogram, timeMs: number): number {
  const bin = Math.floor((timeMs - timeline.startMs) / timeline.binMs);
  return bin >= 0 && bin < timeline.total.length ? bin : -1;
}

/** Shows the timeline and gives it the focus, its cursor on the selected event's bin; or hides it again. */
export function toggleTimeline(state: State): Step {
  if (state.focus === 'timeline')
    return toState({ ...state, focus: 'list', timeline: { ...state.timeline, shown: false } });
  const timeline = timelineOf(state);
  if (timeline === undefined) return saying(state, 'no match has a time that can be read');
  const timeMs = state.load.snapshot.timeMs[state.list.selected] ?? Number.NaN;
  const bin = Math.max(0, binOf(timeline, timeMs));
  return toState({
    ...state,
    focus: 'timeline',
    full: false,
    timeline: { shown: true, bin, rangeFrom: undefined },
  });
}

/** The bin before or after; the list goes along to its first event. */
export function moveBin(state: State, direction: Direction): State {
  const timeline = timelineOf(state);
  if (timeline === undefined) return state;
  const bin = Math.max(0, Math.min(timeline.total.length - 1, state.timeline.bin + direction));
  const moved = { ...state, timeline: { ...state.timeline, bin } };
  if (moved.list.sort !== undefined) return moved;
  const startMs = timeline.startMs + bin * timeline.binMs;
  return selectPlace(moved, firstFrom(state.load.snapshot, state.list.lines, startMs));
}

/** The timeline after its matches or its width changed: its bins are others, and its cursor goes to the selected event's. */
export function placeBin(state: State): State {
  const timeline = state.timeline.shown ? timelineOf(state) : undefined;
  if (timeline === undefined) return state;
  const timeMs = state.load.snapshot.timeMs[state.list.selected] ?? Number.NaN;
  return {
    ...state,
    timeline: { shown: true, bin: Math.max(0, binOf(timeline, timeMs)), rangeFrom: undefined },
  };
}

/** Begins or ends a range of bins. */
export function toggleBinRange(state: State): Step {
  const rangeFrom = state.timeline.rangeFrom === undefined ? state.timeline.bin : undefined;
  const text =
    rangeFrom === undefined
      ? 'no range'
      : `range: move to its other end, ${keyFor(state, { kind: 'enter' }, 'timeline')} zooms`;
  return saying({ ...state, timeline: { ...state.timeline, rangeFrom } }, text);
}

/** Zooms into the bin, or the range, by a filter on time: `[` or `x` goes out again. */
export function zoom(state: State): Step {
  const timeline = timelineOf(state);
  if (timeline === undefined) return toState(state);
  const [first, last] = binRange(state);
  const startMs = Math.floor((timeline.startMs + first * timeline.binMs) / 1000) * 1000;
  const endMs = Math.ceil((timeline.startMs + (last + 1) * timeline.binMs) / 1000) * 1000;
  const text = `time:${briefTime(startMs)}..${briefTime(endMs)}`;
  return addFilter(state, text);
}

/** A time without the seconds where they are none. */
function briefTime(timeMs: number): string {
  return formatTime(timeMs).replace(/:00Z$/, 'Z');
}

/** Takes the selected range as normal, and filters by what is new outside it: principals, addresses, calls. */
export function takeAsNormal(state: State): Step {
  const timeline = timelineOf(state);
  if (timeline === undefined) return toState(state);
  const [first, last] = binRange(state);
  const startMs = timeline.startMs + first * timeline.binMs;
  const endMs = timeline.startMs + (last + 1) * timeline.binMs;
  const { text, count, left } = newValues(state.load.snapshot, startMs, endMs);
  if (text === '')
    return saying(state, 'nothing is new: every principal, address and call occurs in this range too');
  const step = addFilter({ ...state, timeline: { ...state.timeline, rangeFrom: undefined } }, text);
  const more = left > 0 ? `, ${numberText(left)} of them left out` : '';
  const drop = keyFor(state, { kind: 'drop-filter', which: 'last' });
  return alsoSaying(
    step,
    `${numberText(count)} values are new outside this range${more}; ${drop} drops the filter`,
  );
}

/** The bins selected: first and last, the cursor's alone when there is no range. */
export function binRange(state: State): readonly [first: number, last: number] {
  const { bin, rangeFrom = bin } = state.timeline;
  return [Math.min(bin, rangeFrom), Math.max(bin, rangeFrom)];
}

const histogram = rememberLast(
  (
    snapshot: Snapshot,
    matches: Uint32Array,
    firstMs: number,
    lastMs: number,
    columns: number,
    zone: string,
  ): Histogram => {
    const { startMs, endMs, count } = binsFor(firstMs, lastMs, columns, offsetMsAt(firstMs, zone));
    return histogramOf(snapshot, matches, startMs, endMs, count);
  },
);

/** Whether some condition is on the time. */
function asksTime(query: Query): boolean {
  if (query.kind === 'time') return true;
  if (query.kind === 'not') return asksTime(query.of);
  return (query.kind === 'and' || query.kind === 'or') && query.of.some(asksTime);
}

/**
 * From the first to the last event whose time can be read; zoomed in, what the conditions on time leave of that, or where
 * they are no one stretch, the matches. Undefined when no match has such a time.
 */
function spanOf(state: State): readonly [firstMs: number, lastMs: number] | undefined {
  const { snapshot } = state.load;
  const { query, matches } = state.question;
  const own = timeSpan(snapshot, matches);
  const { span } = snapshot;
  if (own === undefined || span === undefined) return own;
  if (!asksTime(query)) return [span.firstMs, span.lastMs];
  const { startMs, endMs } = stretchOf(query, state);
  if (!(startMs < endMs) || (startMs <= span.firstMs && endMs > span.lastMs)) return own;
  return [
    Math.min(own[0], Math.max(span.firstMs, startMs)),
    Math.max(own[1], Math.min(span.lastMs, endMs - 1)),
  ];
}

/** The stretch of time that all of a query's conditions leave; infinite where none of them bounds it. */
function stretchOf(query: Query, state: State): TimeRange {
  if (query.kind === 'time') return resolveTimes(query, state.load.snapshot, contextOf(state));
  const parts = query.kind === 'and' ? query.of.map((part) => stretchOf(part, state)) : [];
  return {
    startMs: Math.max(Number.NEGATIVE_INFINITY, ...parts.map((part) => part.startMs)),
    endMs: Math.min(Number.POSITIVE_INFINITY, ...parts.map((part) => part.endMs)),
  };
}
