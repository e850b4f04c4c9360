import { readableStep } from '../../query/bins.ts';
import type { Histogram } from '../../query/histogram.ts';
import { offsetMsAt } from '../../query/zone.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import {
  binOf,
  binRange,
  cellsPerBin,
  gapBeforeWords,
  timelineColumns,
  timelineOf,
} from '../change/timeline.ts';
import { stoppedTrails, stoppedWords } from '../events/stopped-trails.ts';
import { firstFrom } from '../list/list-place.ts';
import type { Line, Span, Style } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { clockFor, durationText } from '../text/clock.ts';
import { numberText, plural } from '../text/number-text.ts';

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** Nothing at all was recorded: no match, and no other event. */
const gapSign = '╌';
// Where so many events would have been expected by the average, none at all is no chance.
const leastExpected = 12;
const barRows = 2;

/** The histogram of the matches: one row of bars; in focus two, with rows for what failed and for the times. */
export function drawTimeline(state: State, rows: number): Line[] {
  const timeline = timelineOf(state);
  if (timeline === undefined) return Array.from({ length: rows }, () => []);
  const { snapshot } = state.load;
  const { zone } = state.settings;
  const bins = timeline.total.length;
  const each = cellsPerBin(timeline, timelineColumns(state));
  const here = binOf(timeline, snapshot.timeMs[state.list.selected] ?? Number.NaN);
  const gaps = gapsOf(snapshot, timeline.startMs, timeline.binMs, bins);
  const room = state.size.columns - bins * each - 2;
  const words = stoppedWords(snapshot, timeline.startMs, timeline.startMs + bins * timeline.binMs, zone);
  // Half a sentence about a stopped trail would mislead.
  const label: Line =
    textWidth(words) + gapBeforeWords <= room
      ? [{ text: `${' '.repeat(gapBeforeWords)}${words}`, style: 'warning' }]
      : [];
  if (rows < 5) return [[...barLine(timeline, gaps, each, 0, 1, [here, here]), ...label]];
  const range = binRange(state);
  return [
    ...Array.from({ length: barRows }, (_, row) =>
      barLine(timeline, gaps, each, barRows - 1 - row, barRows, range),
    ),
    [...signLine(timeline, each, range), ...label],
    axisLine(timeline, each, zone, here),
    binWords(timeline, range[0], range[1], zone),
  ];
}

/** The column of the timeline's cursor on the screen. */
export function timelineColumn(state: State): number {
  const timeline = timelineOf(state);
  return (
    1 + state.timeline.bin * (timeline === undefined ? 1 : cellsPerBin(timeline, timelineColumns(state)))
  );
}

/** The bins in which nothing at all was recorded though it should have been: 1, else 0. */
const gapsOf = rememberLast(
  (snapshot: Snapshot, startMs: number, binMs: number, bins: number): Uint8Array => {
    const empty = new Uint8Array(bins);
    // By halves in the order of time: what is loaded may be a thousand times what matches.
    let from = firstFrom(snapshot, snapshot.order, startMs);
    for (let bin = 0; bin < bins; bin++) {
      const to = firstFrom(snapshot, snapshot.order, startMs + (bin + 1) * binMs);
      empty[bin] = from === to ? 1 : 0;
      from = to;
    }
    const gaps = longRuns(empty, expectedPerBin(snapshot, binMs));
    for (const { startMs: stopMs, endMs = Number.POSITIVE_INFINITY } of stoppedTrails(snapshot)) {
      for (let bin = 0; bin < bins; bin++) {
        const binStartMs = startMs + bin * binMs;
        if (empty[bin] === 1 && binStartMs + binMs > stopMs && binStartMs < endMs) gaps[bin] = 1;
      }
    }
    return gaps;
  },
);

function barLine(
  timeline: Histogram,
  gaps: Uint8Array,
  each: number,
  level: number,
  levels: number,
  range: readonly [number, number],
): Line {
  const { total, failed, denied } = timeline;
  let most = 1;
  for (const count of total) most = Math.max(most, count);
  const cells = Array.from(total, (count, bin): Span => {
    const units = count === 0 ? 0 : Math.max(1, Math.round((count / most) * blocks.length * levels));
    const filled = Math.max(0, Math.min(blocks.length, units - level * blocks.length));
    const gap = units === 0 && level === 0 && gaps[bin] === 1;
    const text = filled > 0 ? blocks[filled - 1]! : gap ? gapSign : ' ';
    const style: Style = gap ? 'dim' : failed[bin]! + denied[bin]! > 0 ? 'bar-failed' : 'bar';
    return { text: text.repeat(each), style, ...inRange(bin, range) };
  });
  return [{ text: ' ', style: 'plain' }, ...joined(cells)];
}

/** Under each bin whether something in it was denied (✗) or failed (·): for eyes that do not see the colour. */
function signLine({ failed, denied }: Histogram, each: number, range: readonly [number, number]): Line {
  const cells = Array.from(failed, (count, bin): Span => {
    const text = denied[bin]! > 0 ? '✗' : count > 0 ? '·' : ' ';
    return { text: text.padEnd(each), style: denied[bin]! > 0 ? 'denied' : 'failed', ...inRange(bin, range) };
  });
  return [{ text: ' ', style: 'plain' }, ...joined(cells)];
}

function inRange(bin: number, [first, last]: readonly [number, number]): { also?: readonly Style[] } {
  return bin >= first && bin <= last ? { also: ['selected'] } : {};
}

/**
 * Round times along the bins, and where the list stands; a time under
 * that mark gives way whole, for half of one would mislead.
 */
function axisLine({ startMs, binMs, total }: Histogram, each: number, zone: string, here: number): Line {
  const clock = clockFor(zone);
  const long = binMs * total.length > 86_400_000;
  const units = binMs < 60_000 ? 8 : 5;
  const labelOf = (timeMs: number) =>
    // Bins of whole days begin at midnight, and are those of years.
    binMs >= 86_400_000
      ? clock.date(timeMs)
      : long
        ? `${clock.date(timeMs).slice(5)} ${clock.time(timeMs).slice(0, 5)}`
        : clock.time(timeMs).slice(0, units);
  const cells: string[] = new Array(total.length * each).fill(' ');
  const least = Math.ceil((long ? 16 : 12) / each);
  const stepMs = readableStep(least * binMs, binMs);
  const wallMs = startMs + offsetMsAt(startMs, zone);
  const first = stepMs === undefined ? 0 : Math.round((Math.ceil(wallMs / stepMs) * stepMs - wallMs) / binMs);
  const every = stepMs === undefined ? least : stepMs / binMs;
  for (let bin = first; bin < total.length; bin += every) {
    const label = `╵${labelOf(startMs + bin * binMs)}`;
    if (bin * each + label.length > cells.length) break;
    const mark = here * each - bin * each;
    // Over the tick alone the mark hides nothing.
    if (here >= 0 && mark > 0 && mark < label.length) continue;
    for (const [i, character] of [...label].entries()) cells[bin * each + i] = character;
  }
  if (here >= 0) cells[here * each] = '▲';
  return [{ text: ` ${cells.join('')}`, style: 'dim' }];
}

/** What is selected, in words. */
function binWords(
  { startMs, binMs, total, failed, denied }: Histogram,
  first: number,
  last: number,
  zone: string,
): Line {
  const clock = clockFor(zone);
  const sum = (counts: Uint32Array) =>
    counts.subarray(first, last + 1).reduce((all, count) => all + count, 0);
  const from = startMs + first * binMs;
  const to = startMs + (last + 1) * binMs;
  const units = binMs % 60_000 === 0 ? 5 : 8;
  const time = (timeMs: number) => clock.time(timeMs).slice(0, units);
  const moment = (timeMs: number) => `${clock.date(timeMs)} ${time(timeMs)}`;
  const end = clock.date(from) === clock.date(to) ? time(to) : moment(to);
  return [
    { text: ` ${moment(from)} → ${end} ${clock.label}, ${durationText(to - from)}: `, style: 'dim' },
    { text: plural(sum(total), 'event'), style: 'strong' },
    {
      text: `  ✗ ${numberText(sum(denied))} denied  · ${numberText(sum(failed))} failed`,
      style: 'denied',
    },
  ];
}

/** Of the empty bins those in runs where, at the usual rate, much would have been recorded. */
function longRuns(empty: Uint8Array, expectedPerBin: number): Uint8Array {
  const runs = new Uint8Array(empty.length);
  let start = 0;
  for (let bin = 0; bin <= empty.length; bin++) {
    if (empty[bin] === 1) continue;
    if ((bin - start) * expectedPerBin >= leastExpected) runs.fill(1, start, bin);
    start = bin + 1;
  }
  return runs;
}

/** Events a bin at the average rate of all that is loaded. */
function expectedPerBin({ span, totals }: Snapshot, binMs: number): number {
  return span === undefined ? 0 : (totals.events / Math.max(1, span.lastMs - span.firstMs)) * binMs;
}

/** Neighbours of one style as one span. */
function joined(cells: readonly Span[]): Span[] {
  const spans: { text: string; style: Style; also?: readonly Style[] }[] = [];
  for (const cell of cells) {
    const last = spans.at(-1);
    if (
      last !== undefined &&
      last.style === cell.style &&
      (last.also === undefined) === (cell.also === undefined)
    )
      last.text += cell.text;
    else spans.push({ ...cell });
  }
  return spans;
}
