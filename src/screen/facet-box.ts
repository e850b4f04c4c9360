import { pathText } from '../query/edit.ts';
import type { Box } from './box.ts';
import { type Cut, fitRight, fitText, textWidth } from './cell-width.ts';
import { clockFor, spansYears } from './clock.ts';
import { type FacetList, type FacetValue, facetValues, pathValues } from './facet-values.ts';
import { keyFor } from './key-rows.ts';
import { namedAccount } from './named-account.ts';
import { numberText, plural } from './number-text.ts';
import type { Line, Span } from './picture.ts';
import { rememberLast } from './remember.ts';
import { fitSpans, valueCell } from './spans.ts';
import type { Counted, Popup, State } from './state.ts';
import { timeSpan } from './time-span.ts';
import { visibleText } from './visible.ts';

type Facet = Extract<Popup, { kind: 'facet' }>;

const sortWords = {
  count: 'most frequent first',
  rare: 'rare first',
  first: 'first seen first',
  addresses: 'most addresses first',
};

/** The counts of a field, or of the values at a path, as a box. */
export function facetBox(state: State, facet: Facet): Box {
  const values = facetValues(state, facet);
  const ofAccounts = facet.of.kind === 'field' && facet.of.field === 'account';
  const accounts = ofAccounts ? state.settings.accounts : undefined;
  const longest = longestOf(values, accounts);
  const look = {
    total: state.question.matches.length,
    most: values.most,
    longest,
    zone: state.settings.zone,
    severalYears: ofSeveralYears(state),
    accounts,
    facet,
  };
  return {
    title: facetTitle(state, facet, values.length),
    heading: (width) => [headingLine(width, longest)],
    count: values.length,
    line: (index, width) => valueLine(values.at(index)!, width, look),
    selectable: true,
    wishColumns: longest + besideValue(everything),
    tables: undefined,
    empty: emptyText(state, facet),
  };
}

function facetTitle({ load, question }: State, { of, sort }: Facet, count: number): string {
  const { matches } = question;
  const found = `${plural(count, 'value')}, ${sortWords[sort]}`;
  if (of.kind === 'field') return `${of.field} in ${plural(matches.length, 'event')}: ${found}`;
  const { looked, having } = pathValues(load.snapshot, matches, of.found);
  const name = visibleText(pathText(of.path));
  const events = plural(looked, 'event');
  return looked < matches.length
    ? `${name} in ${events} so far, of ${numberText(matches.length)}: ${found}`
    : `${name} in ${numberText(having)} of ${events}: ${found}`;
}

function ofSeveralYears({ load, question, settings }: State): boolean {
  const span = timeSpan(load.snapshot, question.matches);
  return span !== undefined && spansYears(...span, settings.zone);
}

function emptyText(state: State, { narrow, of }: Facet): string {
  if (narrow !== '') return `no value has that: ${keyFor(state, { kind: 'step-back' }, 'popup')} shows all`;
  if (of.kind === 'field') return 'no event, nothing to count';
  return of.reading ? 'reading records …' : 'no event has a value there';
}

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
// No value asks for more: the rest of it is seen in the record.
const longestValue = 400;

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

const everything = { share: true, bar: true, times: true, people: true };

function headingLine(width: number, longest: number): Line {
  const { value, share, bar, times, people } = columnsFor(width, longest);
  let text = `${' '.repeat(signColumns)}${fitText('VALUE', value)}${fitRight('EVENTS', countColumns)}`;
  if (share) text += fitRight('SHARE', shareColumns);
  if (bar) text += ' '.repeat(barColumns + 1);
  if (times) text += ` ${fitText('FIRST', timeColumns)} ${fitText('LAST', timeColumns)}`;
  if (people) text += fitRight('IPS', peopleColumns) + fitRight('KEYS', peopleColumns);
  return [{ text: fitText(text, width), style: 'title' }];
}

/** What all lines of a box have in common. */
type Look = {
  readonly total: number;
  readonly most: number;
  readonly longest: number;
  readonly zone: string;
  /** True when the events counted are of several years. */
  readonly severalYears: boolean;
  /** What the user calls accounts, where the values are account numbers. */
  readonly accounts: ReadonlyMap<string, string> | undefined;
  readonly facet: Facet;
};

function valueLine(
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

function nameOf({ value, foreign }: FacetValue, accounts: Look['accounts']): string {
  if (value === '') return '(none)';
  const name = namedAccount(value, accounts);
  return foreign ? `${name} foreign, named in ARNs` : name;
}

/** The end of an ARN or a path says which one it is; a name or a sentence begins with what it says. */
function cutOf(value: string, of: Counted): Cut {
  if (value.startsWith('arn:') || (!value.includes(' ') && value.includes('/'))) return 'start';
  return of.kind === 'path' ? 'middle' : 'end';
}

// Many more are never looked at; and what is not looked at needs no room.
const measuredValues = 1000;

/** Cells of the widest value, of the first thousand of them. */
function widestOf(values: FacetList, accounts: Look['accounts']): number {
  let widest = 0;
  for (let place = 0; place < Math.min(values.length, measuredValues); place++) {
    const name = nameOf(values.at(place)!, accounts);
    widest = Math.max(widest, textWidth(visibleText(name.slice(0, longestValue))));
  }
  return widest;
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

const longestOf = rememberLast(widestOf);
