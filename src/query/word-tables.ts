import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { decideValues } from './distinct.ts';
import { Fit, fitOf, leastFit, slipFitOf } from './fuzzy.ts';
import type { Query } from './question.ts';
import { fold, valuePredicate } from './value-predicate.ts';

/** The fields that bare words are looked up in. */
export const wordFields = ['service', 'event', 'principal'] as const satisfies readonly FieldName[];

/** For one field: by code how well the value fits; it passes from `least` on. */
export type WordTable = { readonly field: FieldName; readonly fits: Uint8Array; readonly least: number };

/** Decides a bare word over the distinct values of the fields it is looked up in. */
export function decideWord(word: Extract<Query, { kind: 'word' }>, snapshot: Snapshot): readonly WordTable[] {
  const columns = wordFields.flatMap((field) => {
    const column = snapshot.column(field);
    return column === undefined ? [] : [{ field, column }];
  });
  if (word.how !== 'fuzzy') {
    const passes = valuePredicate({ how: word.how, text: word.text });
    const key = `${word.how} ${word.text}`;
    return columns.map(({ field, column }) => {
      const fits = decideValues(column, key, (value) => (value !== '' && passes(value) ? 1 : 0));
      return { field, fits, least: 1 };
    });
  }
  const text = fold(word.text);
  const tables = columns.map(({ field, column }) => {
    const fits = decideValues(column, `fuzzy ${text}`, (value) => fitOf(text, value));
    return { field, fits, count: column.valueCount };
  });
  const best = Math.max(0, ...tables.map(({ fits, count }) => bestOf(fits, count)));
  if (best > Fit.none) return tables.map(({ field, fits }) => ({ field, fits, least: leastFit(best) }));
  const slips = columns.map(({ field, column }) => {
    const fits = decideValues(column, `slip ${text}`, (value) => slipFitOf(text, value));
    return { field, fits, count: column.valueCount };
  });
  const least = leastFit(Math.max(0, ...slips.map(({ fits, count }) => bestOf(fits, count))));
  return slips.map(({ field, fits }) => ({ field, fits, least }));
}

function bestOf(fits: Uint8Array, count: number): number {
  let best = 0;
  for (let code = 0; code < count; code++) if (fits[code]! > best) best = fits[code]!;
  return best;
}
