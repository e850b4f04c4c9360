import type { Histogram } from '../query/histogram.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { clockFor, durationText } from './clock.ts';
import { plural } from './draw-status.ts';
import { firstFrom } from './list-place.ts';
import type { Line, Span, Style } from './picture.ts';
import { rememberLast } from './remember.ts';
import type { State } from './state.ts';
import { binOf, binRange, timelineOf } from './timeline.ts';

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
  const gaps = gapsOf(state.load.snapshot, timeline.startMs, timeline.binMs, timeline.total.length);
  const timeMs = state.load.snapshot.timeMs[state.list.selected] ?? Number.NaN;
  const here = binOf(timeline, timeMs);
  if (rows < 5)
    return [barLine(timeline, gaps, 0, 1, state.focus === 'timeline' ? state.timeline.bin : here)];
  const [first, last] = binRange(state);
  return [
    ...Array.from({ length: barRows }, (_, row) =>
      barLine(timeline, gaps, barRows - 1 - row, barRows, -1, [first, last]),
    ),
    signLine(timeline, [first, last]),
    axisLine(timeline, state.settings.zone, here),
    binWords(timeline, first, last, state.settings.zone),
  ];
}

/** The column of the timeline's cursor on the screen. */
export function timelineColumn(state: State): number {
  return 1 + state.timeline.bin;
}

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
    return gapBins(empty, expectedPerBin(snapshot, binMs));
  },
);

function barLine(
  timeline: Histogram,
  gaps: Uint8Array,
  level: number,
  levels: number,
  here: number,
  range: readonly [number, number] = [-1, -1],
): Line {
  const { total } = timeline;
  let most = 1;
  for (const count of total) most = Math.max(most, count);

  const cells = Array.from(total, (count, bin): Span => {
    const units = count === 0 ? 0 : Math.max(1, Math.round((count / most) * blocks.length * levels));
    const here8 = Math.max(0, Math.min(blocks.length, units - level * blocks.length));
    const text =
      here8 > 0 ? blocks[here8 - 1]! : level > 0 || units > 0 ? ' ' : gaps[bin] === 1 ? gapSign : ' ';
    const bad = timeline.failed[bin]! + timeline.denied[bin]! > 0;
    const style: Style = text === gapSign ? 'dim' : bad ? 'bar-failed' : 'bar';
    const selected = bin === here || (bin >= range[0] && bin <= range[1]);
    return { text, style, ...(selected ? { also: ['selected' as const] } : {}) };
  });
  return [{ text: ' ', style: 'plain' }, ...joined(cells), { text: ' ', style: 'plain' }];
}

/** Under each bin whether something in it was denied (✗) or failed (·): for eyes that do not see the colour. */
function signLine({ failed, denied }: Histogram, [first, last]: readonly [number, number]): Line {
  const cells = Array.from(failed, (count, bin): Span => {
    const text = denied[bin]! > 0 ? '✗' : count > 0 ? '·' : ' ';
    const selected = bin >= first && bin <= last;
    return {
      text,
      style: denied[bin]! > 0 ? 'denied' : 'failed',
      ...(selected ? { also: ['selected' as const] } : {}),
    };
  });
  return [{ text: ' ', style: 'plain' }, ...joined(cells), { text: ' ', style: 'plain' }];
}

/** Times along the bins, and where the list stands. */
function axisLine({ startMs, binMs, total }: Histogram, zone: string, here: number): Line {
  const clock = clockFor(zone);
  const long = binMs * total.length > 86_400_000;
  const text = (bin: number) => {
    const timeMs = startMs + bin * binMs;
    return long
      ? `${clock.date(timeMs).slice(5)} ${clock.time(timeMs).slice(0, 5)}`
      : clock.time(timeMs).slice(0, 5);
  };
  const every = long ? 16 : 10;
  const cells: string[] = new Array(total.length).fill(' ');
  for (let bin = 0; bin + every <= total.length + 4; bin += every) {
    for (const [i, character] of [...`╵${text(bin)}`].entries())
      if (bin + i < cells.length) cells[bin + i] = character;
  }
  if (here >= 0) cells[here] = '▲';
  return [{ text: ` ${cells.join('')} `, style: 'dim' }];
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
  const moment = (timeMs: number) => `${clock.date(timeMs)} ${clock.time(timeMs)}`;
  return [
    { text: ` ${moment(from)} → ${moment(to)} ${clock.label}, ${durationText(to - from)}: `, style: 'dim' },
    { text: plural(sum(total), 'event'), style: 'strong' },
    {
      text: `  ✗ ${sum(denied).toLocaleString('en-US')} denied  · ${sum(failed).toLocaleString('en-US')} failed`,
      style: 'denied',
    },
  ];
}

/** Of the empty bins those in runs where, at the usual rate, much would have been recorded: 1, else 0. */
function gapBins(empty: Uint8Array, expectedPerBin: number): Uint8Array {
  const gaps = new Uint8Array(empty.length);
  let start = 0;
  for (let bin = 0; bin <= empty.length; bin++) {
    if (empty[bin] === 1) continue;
    if ((bin - start) * expectedPerBin >= leastExpected) gaps.fill(1, start, bin);
    start = bin + 1;
  }
  return gaps;
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
