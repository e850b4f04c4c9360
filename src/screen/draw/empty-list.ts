import { explainEmpty } from '../../query/explain-empty.ts';
import { contextOf } from '../change/ask.ts';
import { keyFor } from '../keys/key-rows.ts';
import { listWidth } from '../layout.ts';
import type { Line } from '../picture.ts';
import type { State } from '../state.ts';
import { numberText } from '../text/number-text.ts';
import { visibleText } from '../text/visible.ts';
import { wrapSentence } from '../text/wrap-sentence.ts';

const indent = '   ';

/** The list when there is nothing to show: why, and what to do. */
export function emptyList(state: State, heightRows: number): Line[] {
  const { question, load } = state;
  const room = listWidth(state) - indent.length - 1;
  const lines = emptyReason(state)
    .flatMap((reason) => wrapSentence(reason, room))
    .map((text): Line => [{ text: indent + text, style: 'dim' }]);
  const searching = question.undecided > 0 || (!load.progress.done && load.snapshot.totals.events === 0);
  const shown: Line[] = heightRows > 2 && !searching ? [[], ...lines] : lines;
  return Array.from({ length: heightRows }, (_, row) => shown[row] ?? []);
}

function emptyReason(state: State): string[] {
  const { question, load, history } = state;
  const total = load.snapshot.totals.events;
  if (total === 0) {
    if (!load.progress.done) return ['loading …'];
    return load.snapshot.problems.length > 0
      ? [`no event could be read · ${keyFor(state, { kind: 'open', what: 'problems' })} lists the problems`]
      : [`no CloudTrail event here · ${keyFor(state, { kind: 'leave' })} quits`];
  }
  if (question.undecided > 0) return [`searching ${numberText(question.undecided)} records …`];
  const ways = [`${keyFor(state, { kind: 'ask' })} edits the query`];
  if (question.chips.length > 0)
    ways.push(`${keyFor(state, { kind: 'drop-filter', which: 'last' })} drops the last filter`);
  if (history.past.length > 0)
    ways.push(`${keyFor(state, { kind: 'walk-history', direction: -1 })} goes back`);
  const reasons = explainEmpty(question.query, load.snapshot, contextOf(state)).map((reason) =>
    visibleText(reason),
  );
  return [`no event matches · ${ways.join(' · ')}`, ...reasons];
}
