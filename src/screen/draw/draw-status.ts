import type { Progress } from '../../load/loading.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { countProblems } from '../events/count-problems.ts';
import type { Line, Span } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { cutText, textWidth } from '../text/cell-width.ts';
import { clockFor, durationText } from '../text/clock.ts';
import { plural } from '../text/number-text.ts';
import { sizeText } from '../text/size-text.ts';
import { blanks, cutSpans, spansWidth } from '../text/spans.ts';
import { visibleText } from '../text/visible.ts';

const barColumns = 12;
const leastTitleColumns = 8;
// No screen shows more of a path.
const longestTitle = 1000;

/** What is loaded, and how far: counts at the left, the stretch of time or the progress at the right. */
export function drawStatus(state: State): Line {
  const { load, settings, size } = state;
  return statusLine(load.snapshot, load.progress, settings.title, settings.zone, size.columns);
}

const statusLine = rememberLast(
  (snapshot: Snapshot, progress: Progress, title: string, zone: string, columns: number): Line => {
    const counts: Span[] = [
      {
        text: ` · ${plural(snapshot.totals.events, 'event')} · ${plural(snapshot.files.length, 'file')}`,
        style: 'plain',
      },
    ];
    const problems = countProblems(snapshot).withLogs;
    if (problems > 0) {
      counts.push({ text: ' · ', style: 'plain' }, { text: plural(problems, 'problem'), style: 'warning' });
    }
    const titleRoom = Math.max(leastTitleColumns, columns - spansWidth(counts) - 1);
    const name = cutText(visibleText(title.slice(0, longestTitle)), titleRoom, 'middle');
    const left: Span[] = [{ text: ` ${name}`, style: 'strong' }, ...counts];
    // The counts matter more than the stretch of time.
    const most = columns - spansWidth(left) - 2;
    const rights = progress.done ? spanTexts(snapshot, zone) : progressTexts(progress, columns);
    const right = rights.find((text) => textWidth(text) <= most);
    if (right === undefined) return cutSpans(left, columns);
    const room = columns - textWidth(right) - 2;
    return [
      ...left,
      blanks(room - spansWidth(left) + 1),
      { text: right, style: progress.done ? 'dim' : 'accent' },
      blanks(1),
    ];
  },
);

/** The stretch of time that the events cover, the second date only where it is another; with less room the dates alone. */
function spanTexts({ span }: Snapshot, zone: string): string[] {
  if (span === undefined) return [''];
  const clock = clockFor(zone);
  const [firstDate, lastDate] = [clock.date(span.firstMs), clock.date(span.lastMs)];
  const [first, last] = [clock.time(span.firstMs).slice(0, 5), clock.time(span.lastMs).slice(0, 5)];
  const isOneDay = firstDate === lastDate;
  return [
    `${firstDate} ${first} → ${isOneDay ? '' : `${lastDate} `}${last} ${clock.label}`,
    isOneDay ? firstDate : `${firstDate} → ${lastDate}`,
  ];
}

/** `███▌        1.2 of 4.8 GB · 210 MB/s · 17 s left`, and what says less in less room. */
function progressTexts(progress: Progress, columns: number): string[] {
  const { bytesDone, bytesFound, elapsedMs, discovered } = progress;
  const share = bytesFound > 0 ? Math.min(1, bytesDone / bytesFound) : 0;
  const full = Math.round(share * barColumns);
  const bar = '█'.repeat(full) + '░'.repeat(barColumns - full);
  const rate = elapsedMs > 200 ? (bytesDone / elapsedMs) * 1000 : 0;
  const amount = `${bar} ${sizeText(bytesDone)} of ${sizeText(bytesFound)}${discovered ? '' : '+'}`;
  const percent = `${Math.floor(share * 100)} %`;
  if (columns < 60) return [percent];
  const speed = rate > 0 && columns >= 100 ? ` · ${sizeText(rate)}/s` : '';
  const left =
    rate > 0 && discovered && bytesDone < bytesFound
      ? ` · ${durationText(((bytesFound - bytesDone) / rate) * 1000)} left`
      : '';
  return [amount + speed + left, `${bar} ${percent}${left}`, `${bar} ${percent}`, percent];
}
