import { pivotCounts } from '../change/pivot.ts';
import { keyRowsOf } from '../keys/key-rows.ts';
import type { Line, Overlay } from '../picture.ts';
import type { State } from '../state.ts';
import { fitSpans } from '../text/spans.ts';
import { familyRows, shortHelp } from './draw-footer.ts';
import { type DrawnOverlay, overlayPlace, padded } from './overlay-frame.ts';

// Below, a menu has room for the words that matter, and for one count of each.
const leastForMenu = 70;

/** What the second key of a family would do; for pivots, how many events they lead to. */
export function drawFamilyMenu(state: State, prefix: 'a' | 'y' | 'p'): DrawnOverlay {
  const rows = familyRows(keyRowsOf(state), prefix).slice(0, state.size.rows - 3);
  const narrow = state.size.columns < leastForMenu;
  const widthColumns = Math.min(state.size.columns - 2, prefix === 'a' ? 74 : 56);
  const heightRows = rows.length + 2;
  const place = overlayPlace(state.size, widthColumns, heightRows);
  const counts = prefix === 'a' ? pivotCounts(state, narrow) : undefined;
  const countColumns = narrow ? 13 : 24;
  const lines = rows.map(({ key, help, row }): Line => {
    const count = (row.action.kind === 'pivot' && counts?.get(row.action.to)) || '';
    const left: Line = [
      { text: `${key}  `, style: 'hint-key' },
      { text: narrow ? shortHelp(help) : help, style: count === 'none' ? 'dim' : 'plain' },
    ];
    const room = widthColumns - 4 - countColumns;
    const spans =
      count === ''
        ? left
        : [...fitSpans(left, room), { text: count.padStart(countColumns), style: 'dim' as const }];
    return padded(spans, widthColumns - 2);
  });
  const title = { a: 'Around this event', y: 'Copy', p: 'Print' }[prefix];
  const overlay: Overlay = { title, ...place, widthColumns, heightRows, body: [{ kind: 'lines', lines }] };
  return { overlay, cursor: { column: place.left + 1, row: place.top + 1 } };
}
