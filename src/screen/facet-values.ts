import { countAccounts } from '../query/accounts.ts';
import type { PathValues } from '../query/path-values.ts';
import {
  countPathSpread,
  countSpread,
  orderSpread,
  type SpreadOrder,
  type ValueSpread,
} from '../query/spread.ts';
import { defaultTableFields, type FieldName, fieldNamed, fields } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { isLeft } from './box.ts';
import { rememberLast } from './remember.ts';
import type { FacetSort, List, Popup, State } from './state.ts';

/** A value of a field among the matches, with what is worth knowing of it. */
export type FacetValue = ValueSpread & {
  /** True for an account that no log is of, and that is only named in ARNs: it is no value of the field itself. */
  readonly foreign: boolean;
};

/** The fields whose values can be counted, in the order in which `h` and `l` go through them: first those of the list's columns. */
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
export function facetValues({ load, question }: State, { of, sort, narrow }: Facet): readonly FacetValue[] {
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

/** The values at a path among matches as far as records were read, and how many these were. */
export const pathValues = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, found: readonly PathValues[]) => {
    const { values, ...rest } = countPathSpread(snapshot, matches, found);
    return { ...rest, values: values.map((value): FacetValue => ({ ...value, foreign: false })) };
  },
);

const sortedValues = rememberLast(
  (counted: readonly FacetValue[], sort: FacetSort, narrow: string): readonly FacetValue[] => {
    const values = counted.filter((value) => isLeft(value.value === '' ? '(none)' : value.value, narrow));
    // Ordering gives the same objects.
    return orderSpread(values, orders[sort]) as FacetValue[];
  },
);
