import type { Progress } from '../../load/loading.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Line, Span } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { clockFor, durationText } from '../text/clock.ts';
import { plural } from '../text/number-text.ts';
import { sizeText } from '../text/size-text.ts';
import { blanks, cutSpans, spansWidth } from '../text/spans.ts';
import { visibleText } from '../text/visible.ts';

const barColumns = 12;

/** What is loaded, and how far: counts at the left, the stretch of time or the progress at the right. */
export function drawStatus(state: State): Line {
  const { load, settings, size } = state;
  return statusLine(load.snapshot, load.progress, settings.title, settings.zone, size.columns);
}

const statusLine = rememberLast(
  (snapshot: Snapshot, progress: Progress, title: string, zone: string, columns: number): Line => {
    const right = progress.done ? spanText(snapshot, zone) : progressText(progress, columns);
    const left: Span[] = [
      { text: ` ${visibleText(title)}`, style: 'strong' },
      {
        text: ` · ${plural(snapshot.totals.events, 'event')} · ${plural(snapshot.files.length, 'file')}`,
        style: 'plain',
      },
    ];
    const problems = countProblems(snapshot);
    if (problems > 0) {
      left.push({ text: ' · ', style: 'plain' }, { text: plural(problems, 'problem'), style: 'warning' });
    }
    const room = columns - textWidth(right) - 2;
    // The counts matter more than the stretch of time.
    if (room < spansWidth(left)) return cutSpans(left, columns);
    return [
      ...left,
      blanks(room - spansWidth(left) + 1),
      { text: right, style: progress.done ? 'dim' : 'accent' },
      blanks(1),
    ];
  },
);

/** Problems with logs. That a file beside them is something else is no failure; the box of problems lists it all the same. */
function countProblems({ problems, files }: Snapshot): number {
  if (problems.length === 0) return 0;
  const others = new Set(files.flatMap(({ outcome, path }) => (outcome === 'not-cloudtrail' ? [path] : [])));
  return problems.reduce((count, { path }) => count + (others.has(path) ? 0 : 1), 0);
}

/** The stretch of time that the events cover; the second date only where it is another. */
function spanText({ span }: Snapshot, zone: string): string {
  if (span === undefined) return '';
  const clock = clockFor(zone);
  const first = `${clock.date(span.firstMs)} ${clock.time(span.firstMs).slice(0, 5)}`;
  const lastDate =
    clock.dayOf(span.firstMs) === clock.dayOf(span.lastMs) ? '' : `${clock.date(span.lastMs)} `;
  return `${first} → ${lastDate}${clock.time(span.lastMs).slice(0, 5)} ${clock.label}`;
}

/** `███▌        1.2 of 4.8 GB · 210 MB/s · 17 s left` */
function progressText(progress: Progress, columns: number): string {
  const { bytesDone, bytesFound, elapsedMs, discovered } = progress;
  const share = bytesFound > 0 ? Math.min(1, bytesDone / bytesFound) : 0;
  const full = Math.round(share * barColumns);
  const bar = '█'.repeat(full) + '░'.repeat(barColumns - full);
  const rate = elapsedMs > 200 ? (bytesDone / elapsedMs) * 1000 : 0;
  const parts = [`${bar} ${sizeText(bytesDone)} of ${sizeText(bytesFound)}${discovered ? '' : '+'}`];
  if (rate > 0 && columns >= 100) parts.push(`${sizeText(rate)}/s`);
  if (rate > 0 && discovered && bytesDone < bytesFound)
    parts.push(`${durationText(((bytesFound - bytesDone) / rate) * 1000)} left`);
  return columns < 60 ? `${Math.floor(share * 100)} %` : parts.join(' · ');
}
