import type { FoldedTexts } from './folded-texts.ts';
import { Fit, fitOf, mostSlips, slipFitOf } from './fuzzy.ts';
import { indicesAboveZero } from './indices-above-zero.ts';
import { missingLetters } from './letters.ts';
import { sortByNumber } from './sort-by-number.ts';
import { fold } from './value-predicate.ts';

/** What completions are chosen from, by index. */
export type Items = {
  labelAt(index: number): string;
  readonly folded: FoldedTexts;
  /** How often each occurs; what does not is no way to go on. */
  readonly counts: Uint32Array;
  /** The items that held what was typed before. */
  last: { readonly word: string; readonly holding: Uint32Array } | undefined;
};

/**
 * The indices of the items that fit what is typed, by how well, then most frequent first, then as given. Where it stands
 * in some as typed, the others are not looked through for abbreviations and slips.
 */
export function rankItems(items: Items, typed: string, most: number): number[] {
  const word = fold(typed);
  const holding = itemsHolding(word, items);
  const ranked = holding.length > 0 ? rankHolding(word, items, holding, most) : rankOthers(word, items);
  return ranked.slice(0, most);
}

/**
 * The indices of the items that hold a word, in order. Those that hold a longer word are among those that hold its
 * beginning.
 */
function itemsHolding(word: string, items: Items): Uint32Array {
  const { last } = items;
  const among =
    last !== undefined && word.startsWith(last.word) ? last.holding : indicesAboveZero(items.counts);
  const holding = items.folded.holding(word, among);
  items.last = { word, holding };
  return holding;
}

/** What is typed, then what begins with it, then what has a part that does, then what else holds it. */
function rankHolding(
  word: string,
  { labelAt, folded, counts }: Items,
  holding: Uint32Array,
  most: number,
): number[] {
  const ordered = sortByNumber(holding, counts, 'highest');
  if (word === '') return [...ordered.subarray(0, most)];
  const same = [...holding.filter((index) => folded.is(index, word))];
  const [beginning, part, inside]: [number[], number[], number[]] = [[], [], []];
  for (const index of ordered) {
    // The more frequent ones come first: once there are enough that fit so well, no other has to be looked at.
    if (beginning.length === most) break;
    if (folded.startsWith(index, word)) {
      if (!folded.is(index, word)) beginning.push(index);
    } else if (part.length < most) {
      (fitOf(word, labelAt(index)) === Fit.part ? part : inside).push(index);
    }
  }
  return [...same, ...beginning, ...part, ...inside];
}

function rankOthers(word: string, { labelAt, folded, counts }: Items): number[] {
  const letters = folded.letters();
  const missing = missingLetters(word);
  const most = mostSlips(word);
  const scored: { readonly index: number; readonly score: number }[] = [];
  for (let index = 0; index < counts.length; index++) {
    const lacking = counts[index] === 0 ? Number.POSITIVE_INFINITY : missing(letters[index]!);
    if (lacking > most) continue;
    const [label, text] = [labelAt(index), folded.at(index)];
    const score = (lacking === 0 && fitOf(word, label, text)) || slipFitOf(word, label, text);
    if (score > Fit.none) scored.push({ index, score });
  }
  return scored
    .sort((a, b) => b.score - a.score || counts[b.index]! - counts[a.index]!)
    .map(({ index }) => index);
}
