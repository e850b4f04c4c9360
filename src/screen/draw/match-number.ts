import { placeInOrder } from '../list/list-place.ts';
import type { State } from '../state.ts';

/** The place of the selected event among the matches in time order, from 1; undefined when it is none. */
export function matchNumber({ question, load, list }: State): number | undefined {
  const place = placeInOrder(load.snapshot, question.matches, list.selected);
  return question.matches[place] === list.selected ? place + 1 : undefined;
}
