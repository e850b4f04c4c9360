import { countAccounts } from '../../query/accounts.ts';
import { countLeading } from '../../query/count-leading.ts';
import { countPathSpread } from '../../query/path-spread.ts';
import type { PathValues } from '../../query/path-values.ts';
import {
  countSpread,
  orderSpread,
  type Spread,
  type SpreadOrder,
  type ValueSpread,
} from '../../query/spread.ts';
import { defaultTableFields, type FieldName, fieldNamed, fields } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { rememberLast } from '../remember.ts';
import type { FacetSort, List, Popup, State } from '../state.ts';
import { isLeft } from './box.ts';

/** A value of a field among the matches, with what is worth knowing of it. */
export type FacetValue = ValueSpread & {
  /** True for an account that no log is of, and that is only named in ARNs: it is no value of the field itself. */
  readonly foreign: boolean;
};

/** The values that a box of counts shows, in its order. Each is made when it is looked at: there may be very many. */
export type FacetList = {
  readonly length: number;
  /** The highest number of events that one of them has; at least 1. */
  readonly most: number;
  /** The values that are foreign, shown or not. */
  readonly foreign: ReadonlySet<string>;
  at(place: number): FacetValue | undefined;
};

/**
 * The fields whose values can be counted, in the order in which `h`
 * and `l` go through them: first those of the list's columns.
 */
export const facetFields = rememberLast((columns: List['columns']): readonly FieldName[] => {
  const first = columns ?? defaultTableFields;
  const names = new Set([...first, ...fields.map((field) => field.name)]);
  return [...names].filter(isCounted);
});

function isCounted(name: FieldName): boolean {
  const field = fieldNamed(name);
  return field !== undefined && field.kind !== 'time' && field.kept !== 'record' && field.name !== 'event_id';
}

type Facet = Extract<Popup, { kind: 'facet' }>;

/** The values that a box of counts shows, in its order. */
export function facetValues({ load, question }: State, { of, sort, narrow }: Facet): FacetList {
  const counted =
    of.kind === 'path'
      ? pathValues(load.snapshot, question.matches, of.found).values
      : countedValues(load.snapshot, question.matches, of.field);
  return sortedValues(counted, sort, narrow);
}

/** The next order of a box of counts. */
export function nextSort(sort: FacetSort): FacetSort {
  const sorts: readonly FacetSort[] = ['count', 'rare', 'first', 'addresses'];
  return sorts[(sorts.indexOf(sort) + 1) % sorts.length]!;
}

/** The values of a field with, after those of the field itself, the accounts that are only named in ARNs. */
type Counted = Spread & {
  /** The first code of such an account: all from there on are. */
  readonly foreignFrom: number;
  readonly foreign: ReadonlySet<string>;
};

function withoutForeign(spread: Spread): Counted {
  return { ...spread, foreignFrom: spread.counts.length, foreign: new Set() };
}

const countedValues = rememberLast((snapshot: Snapshot, matches: Uint32Array, field: FieldName): Counted => {
  const own = countSpread(snapshot, matches, field);
  if (field !== 'account') return withoutForeign(own);
  const known = new Set(Array.from(own.codes, (code) => own.row(code).value));
  const named = countAccounts(snapshot, matches).filter(({ account }) => !known.has(account));
  const foreignFrom = own.counts.length;
  const placeOf = (firstMs: number) =>
    Number.isNaN(firstMs)
      ? matches.length
      : countLeading(matches, (event) => snapshot.timeMs[event]! < firstMs);
  return {
    codes: joined(
      own.codes,
      named.map((_, i) => foreignFrom + i),
    ),
    counts: joined(
      own.counts,
      named.map(({ count }) => count),
    ),
    ips: joined(
      own.ips,
      named.map(() => 0),
    ),
    firstAt: joined(
      own.firstAt,
      named.map(({ firstMs }) => placeOf(firstMs)),
    ),
    row(code) {
      if (code < foreignFrom) return own.row(code);
      const { account, count, firstMs, lastMs } = named[code - foreignFrom]!;
      return { value: account, code, count, firstMs, lastMs, ips: 0, keys: 0 };
    },
    foreignFrom,
    foreign: new Set(named.map(({ account }) => account)),
  };
});

function joined(numbers: Uint32Array, more: readonly number[]): Uint32Array {
  return Uint32Array.of(...numbers, ...more);
}

const orders: { readonly [S in FacetSort]: SpreadOrder } = {
  count: 'count',
  rare: 'rare',
  first: 'first-seen',
  addresses: 'ips',
};

/** The values at a path among matches as far as records were read, and how many these were. */
export const pathValues = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, found: readonly PathValues[]) => {
    const { values, ...rest } = countPathSpread(snapshot, matches, found);
    return { ...rest, values: withoutForeign(values) };
  },
);

const orderedCodes = rememberLast((counted: Counted, sort: FacetSort) => orderSpread(counted, orders[sort]));

const sortedValues = rememberLast((counted: Counted, sort: FacetSort, narrow: string): FacetList => {
  const ordered = orderedCodes(counted, sort);
  const codes =
    narrow === '' ? ordered : ordered.filter((code) => isLeft(counted.row(code).value || '(none)', narrow));
  let most = 1;
  for (const code of codes) most = Math.max(most, counted.counts[code]!);
  return {
    length: codes.length,
    most,
    foreign: counted.foreign,
    at(place) {
      const code = codes[place];
      return code === undefined ? undefined : { ...counted.row(code), foreign: code >= counted.foreignFrom };
    },
  };
});
