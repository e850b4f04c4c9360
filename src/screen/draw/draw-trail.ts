import type { Intent } from '../action.ts';
import { breadcrumbOf } from '../change/history.ts';
import { keyFor } from '../keys/key-rows.ts';
import type { Line } from '../picture.ts';
import type { State } from '../state.ts';
import { cutText, textWidth } from '../text/cell-width.ts';
import { cutSpans } from '../text/spans.ts';
import { visibleText } from '../text/visible.ts';

const dropLast: Intent = { kind: 'drop-filter', which: 'last' };
const goBack: Intent = { kind: 'walk-history', direction: -1 };

/** Where the view came from: `[ all events › kinesis`; in half of the screen's columns at most. */
export function drawTrail(state: State): Line {
  if (state.history.past.length === 0) {
    return state.question.chips.length > 0
      ? [{ text: `${keyFor(state, dropLast)} drops the last filter`, style: 'dim' }]
      : [];
  }
  const trail = breadcrumbOf(state).map((label) => visibleText(label.slice(0, 100)));
  const between = ' › ';
  const back = keyFor(state, goBack);
  const room = (state.size.columns >> 1) - 1 - textWidth(back) - between.length * (trail.length - 1);
  const crumbs = shareRoom(trail.map(textWidth), room).map((columns, i) => cutText(trail[i]!, columns));
  return cutSpans([{ text: `${back} ${crumbs.join(between)}`, style: 'dim' }], state.size.columns >> 1);
}

/** Room for texts of these widths: short ones have what they need, and the long ones share the rest. */
function shareRoom(widths: readonly number[], room: number): number[] {
  const given = widths.map(() => 0);
  const shortFirst = widths.map((_, i) => i).sort((a, b) => widths[a]! - widths[b]!);
  let left = Math.max(0, room);
  for (const [place, i] of shortFirst.entries()) {
    given[i] = Math.min(widths[i]!, Math.floor(left / (widths.length - place)));
    left -= given[i]!;
  }
  return given;
}
