import type { Line, Span } from '../picture.ts';
import type { Counted, Popup } from '../state.ts';
import { type Cut, fitRight, fitText } from '../text/cell-width.ts';
import { clockFor } from '../text/clock.ts';
import { namedAccount } from '../text/named-account.ts';
import { numberText } from '../text/number-text.ts';
import { fitSpans, valueCell } from '../text/spans.ts';
import { type FacetName, type FacetValue, noValue } from './facet-values.ts';

type Facet = Extract<Popup, { kind: 'facet' }>;

const countColumns = 9;
// `100.0 %` and a blank.
const shareColumns = 8;
const barColumns = 10;
const timeColumns = 14;
const peopleColumns = 7;
const signColumns = 3;
// What a box shows besides value and count, and the width from which on it does.
// How many addresses and keys is what gives a stolen key away: it comes before the bar.
const withShare = 40;
const withPeople = 56;
const withBar = 70;
const withTimes = 92;

/** What a box shows, and the columns of its values. */
type Columns = {
  readonly share: boolean;
  readonly bar: boolean;
  readonly times: boolean;
  readonly people: boolean;
  readonly value: number;
};

/** Before values are cut, the bar gives way, then the share: both only say the count again. */
function columnsFor(width: number, longest: number): Columns {
  const shown = {
    share: width >= withShare,
    bar: width >= withBar,
    times: width >= withTimes,
    people: width >= withPeople,
  };
  if (width - besideValue(shown) < longest) shown.bar = false;
  if (width - besideValue(shown) < longest) shown.share = false;
  return { ...shown, value: Math.max(4, width - besideValue(shown)) };
}

function besideValue({ share, bar, times, people }: Omit<Columns, 'value'>): number {
  let used = countColumns + signColumns;
  if (share) used += shareColumns;
  if (bar) used += barColumns + 1;
  if (times) used += 2 * (timeColumns + 1);
  if (people) used += 2 * peopleColumns;
  return used;
}

/** Columns of a line beside its value, when it shows everything. */
export const columnsBesideValue = besideValue({ share: true, bar: true, times: true, people: true });

/** The names of the columns. */
export function headingLine(width: number, longest: number): Line {
  const { value, share, bar, times, people } = columnsFor(width, longest);
  let text = `${' '.repeat(signColumns)}${fitText('VALUE', value)}${fitRight('EVENTS', countColumns)}`;
  if (share) text += fitRight('SHARE', shareColumns);
  if (bar) text += ' '.repeat(barColumns + 1);
  if (times) text += ` ${fitText('FIRST', timeColumns)} ${fitText('LAST', timeColumns)}`;
  if (people) text += fitRight('IPS', peopleColumns) + fitRight('KEYS', peopleColumns);
  return [{ text: fitText(text, width), style: 'title' }];
}

/** What all lines of a box have in common. */
export type Look = {
  /** Number of matches: shares are of these. */
  readonly total: number;
  /** The highest count among the values: bars are shares of it. */
  readonly most: number;
  /** Cells of the widest value. */
  readonly longest: number;
  readonly zone: string;
  /** True when the events counted are of several years. */
  readonly severalYears: boolean;
  /** What the user calls accounts, where the values are account numbers. */
  readonly accounts: ReadonlyMap<string, string> | undefined;
  readonly facet: Facet;
};

/** A value with its counts, cut to the width. */
export function valueLine(
  one: FacetValue,
  width: number,
  { total, most, longest, zone, severalYears, accounts, facet }: Look,
): Line {
  const { value, share, bar, times, people } = columnsFor(width, longest);
  const line: Span[] = [
    { text: facet.chosen.has(one.value) ? ' ✓ ' : ' '.repeat(signColumns), style: 'accent' },
    ...valueCell(
      nameOf(one, accounts),
      value,
      one.value === '' ? 'dim' : 'plain',
      cutOf(one.value, facet.of),
    ),
    { text: fitRight(numberText(one.count), countColumns), style: 'number' },
  ];
  if (share) line.push({ text: fitRight(shareText(one.count, total), shareColumns), style: 'dim' });
  if (bar) line.push({ text: ` ${fitText(barText(one.count / most), barColumns)}`, style: 'bar' });
  if (times) {
    const [first, last] = [one.firstMs, one.lastMs].map((timeMs) => momentText(timeMs, zone, severalYears));
    line.push({ text: ` ${fitText(first!, timeColumns)} ${fitText(last!, timeColumns)}`, style: 'dim' });
  }
  if (people) {
    const counts = [one.ips, one.keys].map((count) => fitRight(countText(one, count), peopleColumns));
    line.push({ text: counts.join(''), style: 'plain' });
  }
  return fitSpans(line, width);
}

/** What a value is called: the user's own name for an account; raw, not yet safe to show. */
export function nameOf({ value, foreign }: FacetName, accounts: Look['accounts']): string {
  if (value === '') return noValue;
  const name = namedAccount(value, accounts);
  return foreign ? `${name} foreign, named in ARNs` : name;
}

/** The end of an ARN or a path says which one it is; a name or a sentence begins with what it says. */
function cutOf(value: string, of: Counted): Cut {
  if (value.startsWith('arn:') || (!value.includes(' ') && value.includes('/'))) return 'start';
  return of.kind === 'path' ? 'middle' : 'end';
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most ten cells, for a share of the largest. */
function barText(share: number): string {
  const units = Math.max(1, Math.round(share * barColumns * 8));
  return '█'.repeat(units >> 3) + eighths[units & 7];
}

function shareText(count: number, total: number): string {
  const percent = (count / Math.max(1, total)) * 100;
  return percent > 0 && percent < 0.1 ? '<0.1 %' : `${percent.toFixed(1)} %`;
}

/** Day and time without the year: `03-04 09:14:02`; where there are several years, the date. */
function momentText(timeMs: number, zone: string, severalYears: boolean): string {
  if (Number.isNaN(timeMs)) return '';
  const clock = clockFor(zone);
  const date = clock.date(timeMs);
  return severalYears ? date : `${date.slice(5)} ${clock.time(timeMs)}`;
}

function countText(value: FacetValue, count: number): string {
  return value.foreign ? '' : numberText(count);
}
