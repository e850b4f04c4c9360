import { answerQuery } from '../query/answer.ts';
import { parseQuery } from '../query/parse.ts';
import type { PivotTo } from './action.ts';
import { contextOf } from './ask.ts';
import { pivotText } from './pivot.ts';
import type { State } from './state.ts';

// What is near: half an hour before and after.
const nearMs = 30 * 60_000;

/** How many events a pivot leads to, around this moment and overall: `12 near · 340`; `none`; empty when only a search can tell. */
export function countOfPivot(state: State, to: PivotTo): string {
  if (to === 'origin' || to === 'children') return '';
  const text = pivotText(state, to);
  if (text === undefined) return 'none';
  const { snapshot } = state.load;
  const query = parseQuery(text, state.settings.zone).query;
  if (query === undefined) return '';
  const answer = answerQuery(query, snapshot, contextOf(state), state.question.answers);
  if (answer.open.length > 0) return '';
  const hereMs = snapshot.timeMs[state.list.selected]!;
  let near = 0;
  for (const event of answer.matches) if (Math.abs(snapshot.timeMs[event]! - hereMs) <= nearMs) near++;
  return `${near.toLocaleString('en-US')} near · ${answer.matches.length.toLocaleString('en-US')} in all`;
}
