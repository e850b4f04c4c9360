import { detailContent } from './detail/detail-content.ts';
import { scrolledList, windowLines } from './list/list-window.ts';
import type { State } from './state.ts';

/**
 * How the rows and columns of the screen are shared out. All heights
 * are rows; those of what is drawn add up to the screen's.
 */
export type Layout = {
  /** True when nothing sensible fits: only that is said. */
  readonly tooSmall: boolean;
  readonly timelineRows: number;
  /** The line under the prompt: filters, or why the query cannot be read. */
  readonly noteRows: number;
  readonly headingRows: number;
  /** Columns of the pane with the top values beside the list; 0 when there is none. */
  readonly sideColumns: number;
  /** Rows for events and date lines. */
  readonly listRows: number;
  /** The line that begins the detail. */
  readonly titleRows: number;
  readonly headerRows: number;
  readonly panes: 'side by side' | 'stacked' | 'one' | 'none';
  /** Rows of the pane with the request (or the raw record, or the only one), borders included. */
  readonly requestRows: number;
  /** Rows of the response when stacked, else as the request. */
  readonly responseRows: number;
};

const sidePaneColumns = 40;
// Wide enough for the list with all its columns and the pane beside it.
const sidePaneFrom = 180;
const sidePaneLeastRows = 8;

/** Columns that the list has. */
export function listWidth(state: State): number {
  return state.size.columns - layoutOf(state).sideColumns;
}

/** Columns below which nothing sensible fits. */
export const leastColumns = 40;
/** Rows below which nothing sensible fits. */
export const leastRows = 10;

const sideBySideColumns = 100;
// Status line, prompt and footer.
const fixedRows = 3;
// From so many rows on, timeline and filters have their lines even when they are empty, so that nothing jumps.
const roomyRows = 30;
// From so many rows on the list spares one for completions while a query is typed.
const typingRows = 20;
// A list and a detail do not fit into fewer.
const leastSplitRows = 14;
// With a title, a header and two panes, a detail has less to show in fewer; from so many rows on it has one more.
const leastDetailRows = 11;
const leastStackedRows = 18;
const leastListRows = 3;
const timelineFocusedRows = 5;
// Borders and one line.
const leastPaneRows = 3;

/** The layout of a state: from its size, what has the focus, and whether it has the screen for itself. */
export function layoutOf(state: State): Layout {
  const { columns, rows } = state.size;
  if (columns < leastColumns || rows < leastRows) return nothing;
  const roomy = rows >= roomyRows;
  const timelineRows =
    state.focus === 'timeline' && rows >= 16 ? timelineFocusedRows : state.timeline.shown || roomy ? 1 : 0;
  const noteRows = roomy || needsNote(state) ? 1 : 0;
  const bodyRows = rows - fixedRows - timelineRows - noteRows;
  const onDetail = state.focus === 'request' || state.focus === 'response';
  const split = !state.full && bodyRows >= leastSplitRows;
  if (!split && !onDetail)
    return { ...nothing, tooSmall: false, timelineRows, noteRows, headingRows: 1, listRows: bodyRows - 1 };
  const detailRows = split ? splitDetailRows(state, bodyRows) : bodyRows;
  return {
    ...nothing,
    tooSmall: false,
    timelineRows,
    noteRows,
    headingRows: split ? 1 : 0,
    listRows: split ? bodyRows - 1 - detailRows : 0,
    sideColumns:
      columns >= sidePaneFrom && split && bodyRows - 1 - detailRows >= sidePaneLeastRows
        ? sidePaneColumns
        : 0,
    ...detailLayout(state, detailRows),
  };
}

/**
 * Whether the line under the prompt has something to say on a screen that does
 * not keep it. While typing it stays: what completes a word comes and goes.
 */
function needsNote({ question, input, size }: State): boolean {
  const { chips, lens, error } = question;
  if (chips.length > 0 || lens !== undefined || error !== undefined) return true;
  const typesQuery = input?.purpose === 'query' || input?.purpose === 'chip';
  return input?.completion !== undefined || (typesQuery && size.rows >= typingRows);
}

/** Rows of the detail below a list: its share, and on a narrow screen what the list would leave blank. */
function splitDetailRows(state: State, bodyRows: number): number {
  const share = Math.floor((bodyRows - 1) * 0.6);
  if (state.size.columns >= sideBySideColumns) return Math.max(leastDetailRows, share);
  const detailRows = Math.max(bodyRows >= leastStackedRows ? leastDetailRows + 1 : leastDetailRows, share);
  return detailRows + blankListRows(state, bodyRows - 1 - detailRows);
}

/**
 * Rows that the list does not need. None while they may be needed the
 * next moment: while events load, and letters are typed.
 */
function blankListRows(state: State, listRows: number): number {
  const { input, list, load } = state;
  if (list.lines.length === 0 || !load.progress.done || input?.purpose === 'query') return 0;
  const used = windowLines(scrolledList(state), 0, listRows).length;
  return listRows - Math.max(Math.min(listRows, leastListRows), used);
}

function detailLayout(state: State, detailRows: number) {
  const headerRows = detailRows >= 14 ? 4 : detailRows >= 9 ? 3 : detailRows >= 7 ? 2 : 1;
  const paneRows = detailRows - 1 - headerRows;
  const shared = { titleRows: 1, headerRows };
  if (state.detail.view !== 'parameters' || paneRows < 6) {
    return { ...shared, panes: 'one' as const, requestRows: paneRows, responseRows: paneRows };
  }
  if (state.size.columns >= sideBySideColumns) {
    return { ...shared, panes: 'side by side' as const, requestRows: paneRows, responseRows: paneRows };
  }
  const requestRows = stackedRequestRows(state, paneRows);
  return { ...shared, panes: 'stacked' as const, requestRows, responseRows: paneRows - requestRows };
}

/** A focused pane has the larger share, but neither has rows that it leaves blank while the other could use them. */
function stackedRequestRows(state: State, paneRows: number): number {
  const { request, response } = detailContent(state);
  const needed = {
    request: Math.max(leastPaneRows, request.lines.length + 2),
    response: Math.max(leastPaneRows, response.lines.length + 2),
  };
  const [focused, other] =
    state.focus === 'response' ? (['response', 'request'] as const) : (['request', 'response'] as const);
  const lines = paneRows - 2 * (leastPaneRows - 1);
  const share = state.focus === 'list' ? 0.5 : 0.6;
  const larger = Math.min(lines - 1, Math.ceil(lines * share)) + leastPaneRows - 1;
  const spare = paneRows - needed[other];
  const focusedRows = needed[focused] <= spare ? spare : Math.min(needed[focused], Math.max(larger, spare));
  return focused === 'request' ? focusedRows : paneRows - focusedRows;
}

const nothing: Layout = {
  tooSmall: true,
  timelineRows: 0,
  noteRows: 0,
  headingRows: 0,
  sideColumns: 0,
  listRows: 0,
  titleRows: 0,
  headerRows: 0,
  panes: 'none',
  requestRows: 0,
  responseRows: 0,
};
