import type { FieldName } from '../record/fields.ts';
import type { Column, Snapshot } from '../store/snapshot.ts';
import { decideCodes, decided, decideValues } from './distinct.ts';
import { foldedValues } from './folded.ts';
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
  const tables = columns.map(({ field, column }) => ({ field, column, fits: decideFits(text, column) }));
  const best = bestOf(tables);
  if (best > Fit.none) return tables.map(({ field, fits }) => ({ field, fits, least: leastFit(best) }));
  const slips = columns.map(({ field, column }) => {
    const folded = foldedValues(column.values, column.valueCount);
    const decide = (code: number) => slipFitOf(text, column.values[code]!, folded[code]!);
    return { field, column, fits: decideCodes(column.values, column.valueCount, `slip ${text}`, decide) };
  });
  return slips.map(({ field, fits }) => ({ field, fits, least: leastFit(bestOf(slips)) }));
}

/** From this length on, what a word does not fit it fits no better with more letters at its end. */
const narrowingLength = 5;

/** By code how well a word fits, apart from slips. As a long word is typed on, only what it fitted is looked at again. */
function decideFits(text: string, column: Column): Uint8Array {
  const { values, valueCount } = column;
  const folded = foldedValues(values, valueCount);
  const shorter = text.slice(0, -1);
  const before =
    shorter.length < narrowingLength ? undefined : decided(values, valueCount, `fuzzy ${shorter}`);
  return decideCodes(values, valueCount, `fuzzy ${text}`, (code) =>
    before?.[code] === Fit.none ? Fit.none : fitOf(text, values[code]!, folded[code]!),
  );
}

function bestOf(tables: readonly { readonly fits: Uint8Array; readonly column: Column }[]): number {
  let best = 0;
  for (const { fits, column } of tables) {
    for (let code = 0; code < column.valueCount; code++) if (fits[code]! > best) best = fits[code]!;
  }
  return best;
}
