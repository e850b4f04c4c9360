import type { FieldName } from '../record/fields.ts';
import { slipRanges } from './fuzzy.ts';
import { abbreviationRanges, withoutVowelsRanges } from './name-parts.ts';
import type { Query } from './question.ts';
import type { ValueTest } from './record-test.ts';
import { fold, valuePredicate } from './value-predicate.ts';
import { wordFields } from './word-tables.ts';

/**
 * The characters of a field's text that a query looks for: half-open ranges, in order, apart from each other. What a
 * query excludes is not looked for.
 */
export function highlightsOf(query: Query, field: FieldName, text: string): [start: number, end: number][] {
  return text === '' ? [] : merged(rangesOf(query, field, text));
}

/** The same in a text of the record that is no field: what is looked for anywhere. */
export function highlightsAnywhere(query: Query, text: string): [start: number, end: number][] {
  if (query.kind === 'and' || query.kind === 'or')
    return merged(query.of.flatMap((part) => highlightsAnywhere(part, text)));
  if (query.kind === 'value') return placesOf(query.text, text);
  return query.kind === 'record' && query.test.kind === 'text' ? placesOf(query.test.text, text) : [];
}

function rangesOf(query: Query, field: FieldName, text: string): [number, number][] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.flatMap((part) => rangesOf(part, field, text));
    case 'word':
      return (wordFields as readonly FieldName[]).includes(field) ? wordRanges(query, text) : [];
    case 'field':
      return query.field === field ? testRanges(query.test, text) : [];
    case 'value':
    case 'record':
      return highlightsAnywhere(query, text);
    default:
      return [];
  }
}

function wordRanges({ how, text: word }: Extract<Query, { kind: 'word' }>, text: string): [number, number][] {
  if (how !== 'fuzzy') return testRanges({ how, text: word }, text);
  const wanted = fold(word);
  const places = placesOf(wanted, text);
  if (places.length > 0) return places.slice(0, 1);
  return (
    abbreviationRanges(wanted, text) ?? withoutVowelsRanges(wanted, text) ?? slipRanges(wanted, text) ?? []
  );
}

function testRanges(test: ValueTest, text: string): [number, number][] {
  if (test.how === 'either') return test.tests.flatMap((one) => testRanges(one, text));
  if (!valuePredicate(test)(text)) return [];
  if (test.how === 'contains') return placesOf(test.text, text);
  if (test.how === 'starts') return [[0, test.text.length]];
  if (test.how === 'ends') return [[text.length - test.text.length, text.length]];
  return test.how === 'any' ? [] : [[0, text.length]];
}

/** Where a text stands in another, without regard to case: half-open ranges, in order. */
export function placesOf(wanted: string, text: string): [number, number][] {
  const [needle, folded] = [fold(wanted), fold(text)];
  // Folding may lengthen a text; then its places are none of the text as written.
  if (needle === '' || folded.length !== text.length) return [];
  const places: [number, number][] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    places.push([at, at + needle.length]);
  }
  return places;
}

function merged(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
