import { orderSpread, type SpreadOrder, type ValueSpread } from '../../query/spread.ts';
import { defaultTableFields, type FieldName, fieldNamed, fields } from '../../record/fields.ts';
import { rememberLast } from '../remember.ts';
import type { FacetSort, List, Popup, State } from '../state.ts';
import { isLeft, narrowWords } from './box.ts';
import { type Counted, countedValues, pathValues } from './counted-values.ts';

/** A value of a field among the matches. */
export type FacetName = {
  readonly value: string;
  /** True for an account that no log is of, and that is only named in ARNs: it is no value of the field itself. */
  readonly foreign: boolean;
};

/** The same with what is worth knowing of it. */
export type FacetValue = ValueSpread & FacetName;

/** What stands for the empty value. */
export const noValue = '(none)';

/** The values that a box of counts shows, in its order. What is known of each is found when it is looked at: there may be very many. */
export type FacetList = {
  readonly length: number;
  /** The highest number of events that one of them has; at least 1. */
  readonly most: number;
  /** The values that are foreign, shown or not. */
  readonly foreign: ReadonlySet<string>;
  /** The value at a place, and whether it is foreign. */
  nameAt(place: number): FacetName | undefined;
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

const orders: { readonly [S in FacetSort]: SpreadOrder } = {
  count: 'count',
  rare: 'rare',
  first: 'first-seen',
  addresses: 'ips',
};

const orderedCodes = rememberLast((counted: Counted, sort: FacetSort) => orderSpread(counted, orders[sort]));

/** Rows that are found together: as many as a screen shows. */
const rowsTogether = 64;

const sortedValues = rememberLast((counted: Counted, sort: FacetSort, narrow: string): FacetList => {
  const codes = narrowedCodes(counted, orderedCodes(counted, sort), narrow);
  let most = 1;
  for (const code of codes) most = Math.max(most, counted.counts[code]!);
  const isForeign = (code: number) => code >= counted.foreignFrom;
  return {
    length: codes.length,
    most,
    foreign: counted.foreign,
    nameAt(place) {
      const code = codes[place];
      return code === undefined ? undefined : { value: counted.valueAt(code), foreign: isForeign(code) };
    },
    at(place) {
      const first = place - (place % rowsTogether);
      const row = counted.rows(codes.subarray(first, first + rowsTogether))[place - first];
      return row === undefined ? undefined : { ...row, foreign: isForeign(row.code) };
    },
  };
});

function narrowedCodes(counted: Counted, codes: Uint32Array, narrow: string): Uint32Array {
  if (narrow === '') return codes;
  const holdsAll = holdingWords(counted, narrow);
  const isNone = counted.texts.is('');
  const isNoneLeft = isLeft(noValue, narrow);
  return codes.filter((code) => holdsAll[code] === 1 || (isNoneLeft && isNone(code)));
}

/** What a box was narrowed to last: as its words are typed on, what does not hold them is not looked at again. */
let last: { readonly counted: Counted; readonly narrow: string; readonly holding: Uint8Array } | undefined;

/** By code 1 for the values that occur and hold all words. */
function holdingWords(counted: Counted, narrow: string): Uint8Array {
  const { counts, texts } = counted;
  const isTypedOn = last?.counted === counted && narrow.startsWith(last.narrow);
  const holding = isTypedOn ? last!.holding.slice() : new Uint8Array(counts.length).fill(1);
  for (const word of narrowWords(narrow)) {
    const holds = texts.holdsAny([word]);
    // In the order of codes, in which texts stand one after the other.
    for (let code = 0; code < counts.length; code++)
      if (holding[code] === 1 && (counts[code] === 0 || !holds(code))) holding[code] = 0;
  }
  last = { counted, narrow, holding };
  return holding;
}
