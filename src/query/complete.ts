import { type FieldName, fieldNamed, fields } from '../record/fields.ts';
import { topLevelKeys } from '../record/top-level-keys.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { columnOf } from './column-of.ts';
import { quoted } from './edit.ts';
import { Yes } from './mask.ts';
import { isWords } from './question.ts';
import { type Items, rankItems } from './rank-items.ts';
import { isSpace } from './reading.ts';
import { searchedStrings, searchedTextsOf } from './searched-texts.ts';
import { countEvents } from './tally.ts';
import { valuesHolding } from './values-holding.ts';

/** A way to go on from what is typed. */
export type Completion = {
  /** What to put in the place of the characters from `start` to `end` (half-open). */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** The field name, word or value itself, raw: not yet safe to show. */
  readonly label: string;
  /** What it says, in words; empty for values. */
  readonly about: string;
  /** How many of the matches have the value; undefined for what is no value. */
  readonly count: number | undefined;
};

/** More are of no help: a letter typed narrows better than a longer list. */
const mostCompletions = 50;

/**
 * The ways to go on at a place in a query, best first: field names and
 * words, or after a colon the field's values among `matches`.
 */
export function completionsAt(
  text: string,
  cursor: number,
  snapshot: Snapshot,
  matches: Uint32Array,
): Completion[] {
  const start = wordStart(text, cursor);
  const typed = text.slice(start, cursor);
  const end = wordEnd(text, cursor);
  const scope = /^([A-Za-z][\w-]*):(.*)$/s.exec(typed);
  if (scope === null) return /[:."]/.test(typed) ? [] : nameCompletions(names, typed, { start, end });
  const value = scope[2]!.slice(lastComma(scope[2]!));
  const range = { start: cursor - value.length, end };
  const name = scope[1]!.toLowerCase();
  if (name === 'is') return nameCompletions(words, value, range);
  const field = fieldNamed(name);
  return field === undefined ? [] : valueCompletions(value, range, field.name, snapshot, matches);
}

/** Where the word under the cursor begins, signs of negation and parentheses left out. */
function wordStart(text: string, cursor: number): number {
  let start = 0;
  let inQuotes = false;
  for (let at = 0; at < cursor; at++) {
    const char = text.charAt(at);
    if (inQuotes) {
      if (char === '\\') at++;
      else if (char === '"') inQuotes = false;
    } else if (char === '"' && (at === start || /[:=^',.]/.test(text.charAt(at - 1)))) inQuotes = true;
    else if (isSpace(char) || char === '|' || (at === start && /[(!-]/.test(char))) start = at + 1;
  }
  return start;
}

function wordEnd(text: string, cursor: number): number {
  let end = cursor;
  while (end < text.length && !isSpace(text.charAt(end)) && !'|),'.includes(text.charAt(end))) end++;
  return end;
}

/** One past the last comma that parts values. */
function lastComma(values: string): number {
  let comma = 0;
  let inQuotes = false;
  for (let at = 0; at < values.length; at++) {
    const char = values.charAt(at);
    if (char === '\\' && inQuotes) at++;
    else if (char === '"') inQuotes = !inQuotes;
    else if (char === ',' && !inQuotes) comma = at + 1;
  }
  return comma;
}

type Range = { readonly start: number; readonly end: number };

/** A word that may stand before a colon, or after `is:`. */
type Name = { readonly label: string; readonly insert: string; readonly about: string };

const names: readonly Name[] = [
  ...fields.flatMap(({ name, short, about }) =>
    [name, ...short].map((label) => ({ label, insert: `${label}:`, about })),
  ),
  { label: 'is', insert: 'is:', about: 'what the event is: error, denied, write, root …' },
  { label: 'since', insert: 'since:', about: 'from that time on: -2h, 09:15, 2026-03-01' },
  { label: 'until', insert: 'until:', about: 'before that time' },
  ...Object.entries(isWords).map(([word, about]) => ({ label: `is:${word}`, insert: `is:${word}`, about })),
  ...topLevelKeys.map((key) => ({ label: key, insert: `${key}:`, about: 'in the record' })),
];

const words: readonly Name[] = Object.entries(isWords).map(([word, about]) => ({
  label: word,
  insert: word,
  about,
}));

function nameCompletions(from: readonly Name[], typed: string, range: Range): Completion[] {
  const labels = from.map(({ label }) => label);
  const labelAt = (index: number) => labels[index]!;
  const texts = searchedStrings(labelAt);
  const items: Items = {
    labelAt,
    texts,
    holding: (word) => texts.holdsAny([word]),
    counts: new Uint32Array(labels.length).fill(1),
  };
  return rankItems(items, typed, mostCompletions).map((index) => ({
    ...from[index]!,
    ...range,
    count: undefined,
  }));
}

function valueCompletions(
  typed: string,
  range: Range,
  field: FieldName,
  snapshot: Snapshot,
  matches: Uint32Array,
): Completion[] {
  const wanted = typed.replace(/^[=^']?"?/, '');
  const items = itemsOf(snapshot, matches, field);
  const { labelAt, counts } = items;
  return rankItems(items, wanted, mostCompletions).map((code) => ({
    ...range,
    insert: `=${quoted(labelAt(code))}`,
    label: labelAt(code),
    about: '',
    count: counts[code]!,
  }));
}

/** The values of the field that was completed last: as a value is typed on, they stay. */
let lastItems:
  | {
      readonly snapshot: Snapshot;
      readonly matches: Uint32Array;
      readonly field: FieldName;
      readonly items: Items;
    }
  | undefined;

function itemsOf(snapshot: Snapshot, matches: Uint32Array, field: FieldName): Items {
  if (lastItems?.snapshot === snapshot && lastItems.matches === matches && lastItems.field === field)
    return lastItems.items;
  const column = columnOf(snapshot, field, matches);
  const counts = countEvents(column, matches);
  // Code 0 is no value.
  counts[0] = 0;
  const items: Items = {
    labelAt: column.valueAt,
    texts: searchedTextsOf(column),
    holding(word) {
      const holding = valuesHolding(column, word);
      return (code) => holding[code] === Yes;
    },
    counts,
  };
  lastItems = { snapshot, matches, field, items };
  return items;
}
