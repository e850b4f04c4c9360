import { type FieldName, fieldNamed, fields } from '../record/fields.ts';
import { topLevelKeys } from '../record/paths.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { quoted } from './edit.ts';
import { Fit, fitOf, slipFitOf } from './fuzzy.ts';
import { isWords } from './question.ts';
import { isSpace } from './reading.ts';
import { tallyOf } from './tally.ts';

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

/** The ways to go on at a place in a query, best first: field names and words, or after a colon the field's values among `matches`. */
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
  if (scope === null) return typed.startsWith('"') ? [] : nameCompletions(typed, start, end);
  const value = scope[2]!.slice(lastComma(scope[2]!));
  const range = { start: cursor - value.length, end };
  const name = scope[1]!.toLowerCase();
  if (name === 'is') return wordCompletions(value, range);
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

function nameCompletions(typed: string, start: number, end: number): Completion[] {
  const named = [
    ...fields.map(({ name, short, about }) => ({
      insert: `${name}:`,
      label: name,
      also: short as readonly string[],
      about,
    })),
    { insert: 'is:', label: 'is', also: [], about: 'what the event is: error, denied, write, root …' },
    { insert: 'since:', label: 'since', also: [], about: 'from that time on: -2h, 09:15, 2026-03-01' },
    { insert: 'until:', label: 'until', also: [], about: 'before that time' },
    ...Object.entries(isWords).map(([word, about]) => ({
      insert: `is:${word}`,
      label: `is:${word}`,
      also: [],
      about,
    })),
    ...topLevelKeys.map((key) => ({ insert: `${key}:`, label: key, also: [], about: 'in the record' })),
  ];
  return ranked(
    named,
    typed,
    (item) => [item.label, ...item.also],
    () => 0,
  ).map(({ insert, label, about }) => ({ insert, label, about, start, end, count: undefined }));
}

function wordCompletions(typed: string, range: Range): Completion[] {
  const words = Object.entries(isWords).map(([label, about]) => ({ label, about }));
  return ranked(
    words,
    typed,
    (word) => [word.label],
    () => 0,
  ).map((word) => ({ ...word, ...range, insert: word.label, count: undefined }));
}

function valueCompletions(
  typed: string,
  range: Range,
  field: FieldName,
  snapshot: Snapshot,
  matches: Uint32Array,
): Completion[] {
  const wanted = typed.replace(/^[=^']?"?/, '');
  const { values, counts } = tallyOf(snapshot, matches, field);
  const found: { readonly value: string; readonly count: number }[] = [];
  for (let code = 0; code < counts.length; code++) {
    if (counts[code]! > 0 && values[code] !== '') found.push({ value: values[code]!, count: counts[code]! });
  }
  return ranked(
    found,
    wanted,
    ({ value }) => [value],
    ({ count }) => count,
  ).map(({ value, count }) => ({ ...range, insert: `=${quoted(value)}`, label: value, about: '', count }));
}

/** The items whose names fit what is typed, by how well, then most frequent first, then as given. */
function ranked<T>(
  items: readonly T[],
  typed: string,
  namesOf: (item: T) => readonly string[],
  countOf: (item: T) => number,
): T[] {
  const word = typed.toLowerCase();
  const scored = items.map((item) => ({
    item,
    score: Math.max(...namesOf(item).map((name) => scoreOf(word, name))),
  }));
  const fitting = scored.filter(({ score }) => score > Fit.none);
  fitting.sort((a, b) => b.score - a.score || countOf(b.item) - countOf(a.item));
  return fitting.slice(0, mostCompletions).map(({ item }) => item);
}

/** As for bare words, and above all what begins with what is typed. */
function scoreOf(word: string, name: string): number {
  if (name.toLowerCase().startsWith(word)) return Fit.part + 1;
  return fitOf(word, name) || slipFitOf(word, name);
}
