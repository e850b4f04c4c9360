import type { FieldName } from '../record/fields.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { decideCodes, decided, decideValues } from './distinct.ts';
import { foldedValues } from './folded.ts';
import { Fit, fitOf, leastFit, mayFitLonger, mostSlips, slipFitOf } from './fuzzy.ts';
import { lettersOf, lettersOfAll, missingLetters } from './letters.ts';
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
  const tables = columns.map(({ field, column }) => ({ field, column, fits: decideFits(text, column) }));
  const best = bestOf(tables);
  if (best > Fit.none) return tables.map(({ field, fits }) => ({ field, fits, least: leastFit(best) }));
  const slips = columns.map(({ field, column }) => ({ field, column, fits: decideSlips(text, column) }));
  return slips.map(({ field, fits }) => ({ field, fits, least: leastFit(bestOf(slips)) }));
}

/** By code how well a word fits, apart from slips. As a word is typed on, only what it fitted is looked at again. */
function decideFits(text: string, { values, valueCount }: Column): Uint8Array {
  const folded = foldedValues(values, valueCount);
  const letters = lettersOfAll(folded, valueCount);
  const needed = lettersOf(text);
  const shorter = text.slice(0, -1);
  const before = mayFitLonger(shorter.length) ? undefined : decided(values, valueCount, `fuzzy ${shorter}`);
  return decideCodes(values, valueCount, `fuzzy ${text}`, (code) =>
    (letters[code]! & needed) !== needed || before?.[code] === Fit.none
      ? Fit.none
      : fitOf(text, values[code]!, folded[code]!),
  );
}

/** By code how well a word fits that may hold slips of the finger. */
function decideSlips(text: string, { values, valueCount }: Column): Uint8Array {
  const folded = foldedValues(values, valueCount);
  const letters = lettersOfAll(folded, valueCount);
  const missing = missingLetters(text);
  const most = mostSlips(text);
  return decideCodes(values, valueCount, `slip ${text}`, (code) =>
    missing(letters[code]!) > most ? Fit.none : slipFitOf(text, values[code]!, folded[code]!),
  );
}

function bestOf(tables: readonly { readonly fits: Uint8Array; readonly column: Column }[]): number {
  const fits = tables.map(({ fits, column }) => fits.subarray(0, column.valueCount));
  let best: number = Fit.part;
  while (best > Fit.none && !fits.some((ofField) => ofField.includes(best))) best--;
  return best;
}
