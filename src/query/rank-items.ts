import { Fit, shortestTypo, slipFitOf, swappedWords } from './fuzzy.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { longestAnchored } from './name-parts.ts';
import type { SearchedTexts, TextTest } from './searched-texts.ts';
import { sortByNumber } from './sort-by-number.ts';
import { fold } from './value-predicate.ts';

/** What completions are chosen from, by index. */
export type Items = {
  labelAt(index: number): string;
  readonly texts: SearchedTexts;
  /** How often each occurs; what does not is no way to go on. */
  readonly counts: Uint32Array;
  /** Tells which hold a word, in small letters and not empty. */
  holding(word: string): TextTest;
};

/**
 * The indices of the items that fit what is typed, by how well, then most frequent first, then as given. Where it stands
 * in some as typed, the others are not looked through for abbreviations and slips.
 */
export function rankItems(items: Items, typed: string, most: number): number[] {
  const word = fold(typed);
  const all = indicesAboveZero(items.counts);
  const holding = word === '' ? all : indicesWhere(items.holding(word), all);
  const ranked =
    holding.length > 0 ? rankHolding(word, items, holding, most) : rankOthers(word, items, all, most);
  return ranked.slice(0, most);
}

/** Those of some indices that pass a test, in their order. */
function indicesWhere(passes: TextTest, among: Uint32Array): Uint32Array {
  const passed = new Uint32Array(among.length);
  let count = 0;
  for (let at = 0; at < among.length; at++) if (passes(among[at]!)) passed[count++] = among[at]!;
  return passed.subarray(0, count);
}

/** What is typed, then what begins with it, then what has a part that does, then what else holds it. */
function rankHolding(word: string, { texts, counts }: Items, holding: Uint32Array, most: number): number[] {
  const ordered = sortByNumber(holding, counts, 'highest');
  if (word === '') return [...ordered.subarray(0, most)];
  const [is, startsWith, beginsPart] = [texts.is(word), texts.startsWith(word), texts.beginsPart(word)];
  const same = [...indicesWhere(is, holding)];
  const [beginning, part, inside]: [number[], number[], number[]] = [[], [], []];
  for (const index of ordered) {
    // The more frequent ones come first: once there are enough that fit so well, no other has to be looked at.
    if (beginning.length === most) break;
    if (startsWith(index)) {
      if (!is(index)) beginning.push(index);
    } else if (part.length < most) {
      (beginsPart(index) ? part : inside).push(index);
    }
  }
  return [...same, ...beginning, ...part, ...inside];
}

/** What the word abbreviates, then what it does with vowels left out, then what it is a slip of the finger away from. */
function rankOthers(
  word: string,
  { labelAt, texts, counts }: Items,
  all: Uint32Array,
  most: number,
): number[] {
  const ranked = new Set<number>();
  const add = (passes: TextTest, among: Uint32Array) => {
    if (ranked.size >= most) return;
    for (const index of sortByNumber(indicesWhere(passes, among), counts, 'highest')) ranked.add(index);
  };
  // What shortens a text with all vowels of the letters taken does with fewer as well.
  const mayLackVowels = word.length > longestAnchored;
  const shortened = mayLackVowels ? indicesWhere(texts.isShortened(word, true), all) : all;
  add(texts.isShortened(word, false), shortened);
  if (mayLackVowels) add(() => true, shortened);
  if (word.length < shortestTypo || ranked.size >= most) return [...ranked];
  const maybeSlipped = indicesWhere(texts.maybeSlipped(word), all);
  add(texts.holdsAny(swappedWords(word)), maybeSlipped);
  for (const index of sortByNumber(maybeSlipped, counts, 'highest')) {
    if (ranked.size >= most) break;
    if (!ranked.has(index) && slipFitOf(word, labelAt(index)) > Fit.none) ranked.add(index);
  }
  return [...ranked];
}
