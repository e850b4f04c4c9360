import type { Snapshot } from '../../store/snapshot.ts';
import { rememberLast } from '../remember.ts';
import { clockFor, durationText } from '../text/clock.ts';
import { numberText } from '../text/number-text.ts';

/** A stretch of time in which a trail was switched off. */
export type StoppedTrail = {
  /** ms since 1970 UTC */
  readonly startMs: number;
  /** When it was started again; undefined when no such call is loaded. */
  readonly endMs: number | undefined;
  /** Its name; empty when the call did not say it. */
  readonly trail: string;
};

/** A stretch of time between two events in which much should have been recorded, and nothing was; ms since 1970 UTC. */
export type RecordingGap = { readonly startMs: number; readonly endMs: number };

const dayMs = 86_400_000;
const stops = ['StopLogging', 'DeleteTrail'];
const starts = ['StartLogging'];

/** When trails were stopped, by the calls that succeeded, in time order: until the next call that starts the same trail. */
export const stoppedTrails = rememberLast((snapshot: Snapshot): readonly StoppedTrail[] => {
  const names = snapshot.column('event');
  if (names === undefined) return [];
  const codesOf = (wanted: readonly string[]) =>
    new Set(wanted.map((name) => names.values.indexOf(name)).filter((code) => code >= 0));
  const [stopCodes, startCodes] = [codesOf(stops), codesOf(starts)];
  if (stopCodes.size === 0) return [];
  const stopped: { startMs: number; endMs: number | undefined; trail: string }[] = [];
  for (const event of snapshot.order) {
    const code = names.codes[event]!;
    if (!stopCodes.has(code) && !startCodes.has(code)) continue;
    if (snapshot.text('outcome', event) !== 'ok') continue;
    const trail = trailName(snapshot.text('target', event) ?? '');
    const timeMs = snapshot.timeMs[event]!;
    const open = stopped.find((one) => one.trail === trail && one.endMs === undefined);
    if (startCodes.has(code) && open !== undefined) open.endMs = timeMs;
    else if (stopCodes.has(code) && open === undefined && !Number.isNaN(timeMs))
      stopped.push({ startMs: timeMs, endMs: undefined, trail });
  }
  return stopped;
});

// What is quiet for less, or by chance, is no gap.
const shortestGapMs = 10 * 60_000;
const expectedInGap = 48;

/** The stretches without any event in which, at the average rate, dozens would have been recorded; the longest first. */
const recordingGaps = rememberLast((snapshot: Snapshot): readonly RecordingGap[] => {
  const { order, timeMs, span, totals } = snapshot;
  if (span === undefined) return [];
  const meanMs = (span.lastMs - span.firstMs) / Math.max(1, totals.events);
  const leastMs = Math.max(shortestGapMs, expectedInGap * meanMs);
  const gaps: RecordingGap[] = [];
  for (let place = 1; place < order.length; place++) {
    const [startMs, endMs] = [timeMs[order[place - 1]!]!, timeMs[order[place]!]!];
    if (endMs - startMs >= leastMs) gaps.push({ startMs, endMs });
  }
  return gaps.sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs));
});

const stopsTold = 4;
const gapsTold = 3;

/**
 * When trails were stopped and started again, and when nothing was recorded at all: a sentence each, of the longest gaps
 * only.
 *
 * @param moment Writes a time, ms since 1970 UTC.
 */
export function recordingNotes(snapshot: Snapshot, moment: (timeMs: number) => string): string[] {
  const stops = stoppedTrails(snapshot);
  const told = stops.slice(0, stopsTold).map(({ trail, startMs, endMs }) => {
    const end = endMs === undefined ? 'not started again' : `started again ${moment(endMs)}`;
    return `trail ${trail === '' ? 'without a name' : trail} stopped ${moment(startMs)}, ${end}`;
  });
  if (stops.length > stopsTold)
    told.push(`trails stopped ${numberText(stops.length - stopsTold)} more times`);
  const gaps = recordingGaps(snapshot).map(
    ({ startMs, endMs }) =>
      `nothing recorded ${moment(startMs)} to ${moment(endMs)}, ${durationText(endMs - startMs)}`,
  );
  return [...told, ...gaps.slice(0, gapsTold)];
}

/**
 * What was stopped within half-open bounds in ms: `╌ trail stopped 11:02 to 11:40`, with the day where the bounds are more
 * than one apart, or only how often when it was several times; empty when there was no stop.
 */
export function stoppedWords(snapshot: Snapshot, startMs: number, endMs: number, zone: string): string {
  const within = stoppedTrails(snapshot).filter(
    (one) => one.startMs < endMs && (one.endMs ?? endMs) > startMs,
  );
  const first = within[0];
  if (first === undefined) return '';
  if (within.length > 1) return `╌ trails stopped ${numberText(within.length)} times`;
  const clock = clockFor(zone);
  const moment = (timeMs: number) =>
    `${endMs - startMs > dayMs ? `${clock.date(timeMs)} ` : ''}${clock.time(timeMs).slice(0, 5)}`;
  const until = first.endMs === undefined ? 'and not started again' : `to ${moment(first.endMs)}`;
  return `╌ trail stopped ${moment(first.startMs)} ${until}`;
}

/** A trail goes by its name or its ARN. */
function trailName(target: string): string {
  return target.slice(target.lastIndexOf('/') + 1);
}
