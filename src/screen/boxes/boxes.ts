import { recordOf } from '../detail/detail-content.ts';
import { keyFor, keyRowsOf } from '../keys/key-rows.ts';
import type { Popup, State } from '../state.ts';
import { clockFor } from '../text/clock.ts';
import type { Box } from './box.ts';
import { columnsBox } from './columns-box.ts';
import { compareBox } from './compare-box.ts';
import { facetBox } from './facet-box.ts';
import { helpBox } from './help-box.ts';
import { overwriteBox } from './overwrite-box.ts';
import { paletteBox } from './palette.ts';
import { problemsBox } from './problems-box.ts';
import { placesAtEnd } from './scrolled-tables.ts';
import { sessionBox } from './session-box.ts';
import { summaryBox } from './summary-box.ts';

/** What the open box of a state holds. */
export function boxOf(state: State, popup: Popup): Box {
  const { snapshot } = state.load;
  switch (popup.kind) {
    case 'help':
      return helpBox(popup.narrow, keyRowsOf(state), state.settings.lenses);
    case 'problems':
      return problemsBox(snapshot, popup, keyFor(state, { kind: 'step-back' }, 'popup'));
    case 'facet':
      return facetBox(state, popup);
    case 'palette':
      return paletteBox(popup.narrow, keyRowsOf(state));
    case 'columns':
      return columnsBox(state.list.columns, popup.narrow);
    case 'summary':
      return summaryBox(snapshot, state.question.matches, state.settings.zone, state.size.columns);
    case 'session':
      return sessionBox(snapshot, popup.event, popup.of, state.settings.zone);
    case 'compare':
      return compareBox(recordOf(state.detail, popup.events[0]), recordOf(state.detail, popup.events[1]), [
        eventName(state, popup.events[0]),
        eventName(state, popup.events[1]),
      ]);
    case 'confirm':
      return overwriteBox(
        popup.effect.path,
        keyFor(state, { kind: 'confirm' }, 'confirm'),
        keyFor(state, { kind: 'step-back' }, 'confirm'),
      );
  }
}

/** `09:14:02 CreateStream` */
function eventName({ load, settings }: State, event: number): string {
  const timeMs = load.snapshot.timeMs[event]!;
  const time = Number.isNaN(timeMs) ? '' : `${clockFor(settings.zone).time(timeMs)} `;
  return `${time}${load.snapshot.text('event', event) ?? ''}`;
}

// From so many rows on, some of what a box covers is seen above and below it.
const leastForEdge = 16;

/** The size of a box on a screen: as large as its lines ask for, and no larger than leaves the edge of the screen. */
export function boxSize(
  state: State,
  box: Box,
): { readonly widthColumns: number; readonly heightRows: number } {
  const { columns, rows } = state.size;
  const usual = columns >= 130 ? 120 : 108;
  const widthColumns = Math.min(columns - 2, Math.max(usual, (box.wishColumns ?? 0) + 4));
  // On a screen of few rows a box leaves the status line and the keys alone.
  const most = rows - (rows < leastForEdge ? 2 : 4);
  if (box.tables !== undefined) return { widthColumns, heightRows: most };
  const lines = Math.max(1, box.count) + box.heading(widthColumns - 4).length;
  return { widthColumns, heightRows: Math.max(5, Math.min(most, lines + 2 + 1)) };
}

/** Rows for the lines that scroll; of a box with tables, the lines and rows of tables that it shows at its end. */
export function boxRows(state: State, box: Box): number {
  const { widthColumns, heightRows } = boxSize(state, box);
  if (box.tables !== undefined) return placesAtEnd(box.tables, heightRows - 2);
  // Two of border, one for the narrowing line.
  return Math.max(1, heightRows - 3 - box.heading(widthColumns - 4).length);
}
