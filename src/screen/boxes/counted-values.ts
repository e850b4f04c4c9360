import { type AccountCount, countAccounts } from '../../query/accounts.ts';
import { countLeading } from '../../query/count-leading.ts';
import { countPathSpread } from '../../query/path-spread.ts';
import type { PathValues } from '../../query/path-values.ts';
import { searchedStrings } from '../../query/searched-texts.ts';
import { countSpread, type Spread, type ValueSpread } from '../../query/spread.ts';
import type { FieldName } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { rememberLast } from '../remember.ts';

/** The values of a field with, after those of the field itself, the accounts that are only named in ARNs. */
export type Counted = Spread & {
  /** The first code of such an account: all from there on are. */
  readonly foreignFrom: number;
  readonly foreign: ReadonlySet<string>;
};

function withoutForeign(spread: Spread): Counted {
  return { ...spread, foreignFrom: spread.counts.length, foreign: new Set() };
}

/** The values of a field among matches. */
export const countedValues = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, field: FieldName): Counted => {
    const own = countSpread(snapshot, matches, field);
    if (field !== 'account') return withoutForeign(own);
    const known = new Set(Array.from(own.codes, own.valueAt));
    const named = countAccounts(snapshot, matches).filter(({ account }) => !known.has(account));
    return withForeign(own, named, (firstMs) =>
      Number.isNaN(firstMs)
        ? matches.length
        : countLeading(matches, (event) => snapshot.timeMs[event]! < firstMs),
    );
  },
);

/** @param placeOf The position of the first match at a time. */
function withForeign(
  own: Spread,
  named: readonly AccountCount[],
  placeOf: (timeMs: number) => number,
): Counted {
  const foreignFrom = own.counts.length;
  const joined = (numbers: Uint32Array, numberOf: (account: AccountCount, index: number) => number) =>
    Uint32Array.of(...numbers, ...named.map(numberOf));
  const accounts = named.map(({ account }) => account);
  const valueAt = (code: number) => accounts[code - foreignFrom] ?? own.valueAt(code);
  const foreignRow = (code: number): ValueSpread => {
    const { account, count, firstMs, lastMs } = named[code - foreignFrom]!;
    return { value: account, code, count, firstMs, lastMs, ips: 0, keys: 0 };
  };
  return {
    codes: joined(own.codes, (_, index) => foreignFrom + index),
    counts: joined(own.counts, ({ count }) => count),
    valueAt,
    texts: searchedStrings(valueAt),
    rows(codes) {
      const ofOwn = own.rows(codes.filter((code) => code < foreignFrom)).values();
      return Array.from(codes, (code) => (code < foreignFrom ? ofOwn.next().value! : foreignRow(code)));
    },
    prepare: own.prepare,
    ips: () => joined(own.ips(), () => 0),
    seen: () => joined(own.seen(), ({ firstMs }) => placeOf(firstMs)),
    foreignFrom,
    foreign: new Set(accounts),
  };
}

/** The values at a path among matches as far as records were read, and how many these were. */
export const pathValues = rememberLast(
  (snapshot: Snapshot, matches: Uint32Array, found: readonly PathValues[]) => {
    const { values, ...rest } = countPathSpread(snapshot, matches, found);
    return { ...rest, values: withoutForeign(values) };
  },
);
