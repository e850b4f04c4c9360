import { countAccounts } from '../query/accounts.ts';
import { countSpread, orderSpread, type SpreadOrder, type ValueSpread } from '../query/spread.ts';
import { type FieldName, fieldNamed, fields } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type Box, isLeft } from './box.ts';
import { fitRight, fitText } from './cell-width.ts';
import { clockFor } from './clock.ts';
import { numberText, plural } from './number-text.ts';
import type { Line } from './picture.ts';
import { rememberLast } from './remember.ts';
import { fitSpans, valueCell } from './spans.ts';
import type { FacetSort, Popup, State } from './state.ts';

/** A value of a field among the matches, with what is worth knowing of it. */
export type FacetValue = ValueSpread & {
  /** True for an account that no log is of, and that is only named in ARNs: it is no value of the field itself. */
  readonly foreign: boolean;
};

/** The fields whose values can be counted, in the order in which `h` and `l` go through them. */
export const facetFields: readonly FieldName[] = fields
  .filter((field) => field.kind !== 'time' && field.kept !== 'record' && field.name !== 'event_id')
  .map((field) => field.name);

type Facet = Extract<Popup, { kind: 'facet' }>;

/** The values that a box of counts shows, in its order. */
export function facetValues(state: State, facet: Facet): readonly FacetValue[] {
  return sortedValues(state.load.snapshot, state.question.matches, facet.field, facet.sort, facet.narrow);
}

/** The next order of a box of counts. */
export function nextSort(sort: FacetSort): FacetSort {
  const sorts: readonly FacetSort[] = ['count', 'rare', 'first', 'addresses'];
  return sorts[(sorts.indexOf(sort) + 1) % sorts.length]!;
}

const sortWords = {
  count: 'most frequent first',
  rare: 'rare first',
  first: 'first seen first',
  addresses: 'most addresses first',
};

/** The counts of a field as a box. */
export function facetBox(state: State, facet: Facet): Box {
  const values = facetValues(state, facet);
  const total = state.question.matches.length;
  const most = mostFrequent(values);
  const field = fieldNamed(facet.field)!;
  return {
    title: `${field.name} in ${plural(total, 'event')}: ${plural(values.length, 'value')}, ${sortWords[facet.sort]}`,
    heading: (width) => [headingLine(width)],
    count: values.length,
    line: (index, width) => valueLine(values[index]!, width, total, most, state.settings.zone, facet),
    selectable: true,
    tables: undefined,
    empty: facet.narrow === '' ? 'no event, nothing to count' : 'no value has that: Esc shows all',
  };
}

const countColumns = 9;
// `100.0 %` and a blank.
const shareColumns = 8;
const barColumns = 10;
const timeColumns = 14;
const peopleColumns = 7;
// What a box shows besides value and count, and the width from which on it does.
// How many addresses and keys is what gives a stolen key away: it comes before the bar.
const withShare = 40;
const withPeople = 56;
const withBar = 70;
const withTimes = 92;

function valueColumns(width: number): number {
  let used = countColumns + 3;
  if (width >= withShare) used += shareColumns;
  if (width >= withBar) used += barColumns + 1;
  if (width >= withTimes) used += 2 * (timeColumns + 1);
  if (width >= withPeople) used += 2 * peopleColumns;
  return Math.max(4, width - used);
}

function headingLine(width: number): Line {
  let text = `   ${fitText('VALUE', valueColumns(width))}${fitRight('EVENTS', countColumns)}`;
  if (width >= withShare) text += fitRight('SHARE', shareColumns);
  if (width >= withBar) text += ' '.repeat(barColumns + 1);
  if (width >= withTimes) text += ` ${fitText('FIRST', timeColumns)} ${fitText('LAST', timeColumns)}`;
  if (width >= withPeople) text += fitRight('IPS', peopleColumns) + fitRight('KEYS', peopleColumns);
  return [{ text: fitText(text, width), style: 'title' }];
}

function valueLine(
  value: FacetValue,
  width: number,
  total: number,
  most: number,
  zone: string,
  facet: Facet,
): Line {
  const name =
    value.value === '' ? '(none)' : value.foreign ? `${value.value} foreign, named in ARNs` : value.value;
  const line = [
    { text: facet.chosen.has(value.value) ? ' ✓ ' : '   ', style: 'accent' as const },
    ...valueCell(
      name,
      valueColumns(width),
      value.value === '' ? 'dim' : 'plain',
      fieldNamed(facet.field)?.kind === 'arn' ? 'middle' : 'end',
    ),
    { text: fitRight(numberText(value.count), countColumns), style: 'number' as const },
  ];
  if (width >= withShare)
    line.push({ text: fitRight(shareText(value.count, total), shareColumns), style: 'dim' });
  if (width >= withBar)
    line.push({ text: ` ${fitText(barText(value.count / most), barColumns)}`, style: 'bar' });
  if (width >= withTimes) {
    line.push({
      text: ` ${fitText(momentText(value.firstMs, zone), timeColumns)} ${fitText(momentText(value.lastMs, zone), timeColumns)}`,
      style: 'dim',
    });
  }
  if (width >= withPeople) {
    line.push({
      text:
        fitRight(countText(value, value.ips), peopleColumns) +
        fitRight(countText(value, value.keys), peopleColumns),
      style: 'plain',
    });
  }
  return fitSpans(line, width);
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

/** Day and time without the year: `03-04 09:14:02`. */
function momentText(timeMs: number, zone: string): string {
  if (Number.isNaN(timeMs)) return '';
  const clock = clockFor(zone);
  return `${clock.date(timeMs).slice(5)} ${clock.time(timeMs)}`;
}

function countText(value: FacetValue, count: number): string {
  return value.foreign ? '' : numberText(count);
}

function mostFrequent(values: readonly FacetValue[]): number {
  let most = 1;
  for (const { count } of values) most = Math.max(most, count);
  return most;
}

const countedValues = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, field: FieldName): readonly FacetValue[] => {
    const own = countSpread(snapshot, matches, field).map((value) => ({ ...value, foreign: false }));
    if (field !== 'account') return own;
    const known = new Set(own.map(({ value }) => value));
    const named = countAccounts(snapshot, matches).filter(({ account }) => !known.has(account));
    return [
      ...own,
      ...named.map(({ account, ...rest }) => ({
        ...rest,
        value: account,
        code: -1,
        ips: 0,
        keys: 0,
        foreign: true,
      })),
    ];
  },
);

const orders: { readonly [S in FacetSort]: SpreadOrder } = {
  count: 'count',
  rare: 'rare',
  first: 'first-seen',
  addresses: 'ips',
};

const sortedValues = rememberLast(
  (
    snapshot: Snapshot,
    matches: Uint32Array,
    field: FieldName,
    sort: FacetSort,
    narrow: string,
  ): readonly FacetValue[] => {
    const values = countedValues(snapshot, matches, field).filter((value) =>
      isLeft(value.value === '' ? '(none)' : value.value, narrow),
    );
    // Ordering gives the same objects.
    return orderSpread(values, orders[sort]) as FacetValue[];
  },
);
