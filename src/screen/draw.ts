import { paneWidth } from './change/move-detail.ts';
import { drawDetailHeader, drawDetailTitle } from './draw/draw-detail.ts';
import { drawFooter } from './draw/draw-footer.ts';
import { drawList, selectedListRow } from './draw/draw-list.ts';
import { chipColumn, drawNote } from './draw/draw-note.ts';
import { drawOverlay } from './draw/draw-overlay.ts';
import { drawPanes, paneCursorRow } from './draw/draw-panes.ts';
import { drawPrompt } from './draw/draw-prompt.ts';
import { drawSide } from './draw/draw-side.ts';
import { drawStatus } from './draw/draw-status.ts';
import { drawTimeline, timelineColumn } from './draw/draw-timeline.ts';
import { drawTooSmall } from './draw/draw-too-small.ts';
import { drawHeading } from './draw/list-heading.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Block, Line, Pane, Picture } from './picture.ts';
import type { State } from './state.ts';
import { fitSpans } from './text/spans.ts';

/**
 * What will be seen of a state: every row exactly as wide as the
 * screen. Parts that did not change are the objects they were.
 */
export function pictureOf(state: State): Picture {
  const { columns, rows } = state.size;
  const layout = layoutOf(state);
  if (layout.tooSmall) return drawTooSmall(state);
  const prompt = drawPrompt(state);
  const overlay = drawOverlay(state);
  const lines = (key: string, drawn: readonly Line[]): Block => ({
    kind: 'lines',
    key,
    lines: drawn.map((line) => fitted(line, columns)),
  });
  const blocks: Block[] = [lines('status', [drawStatus(state)])];
  if (layout.timelineRows > 0) blocks.push(lines('timeline', drawTimeline(state, layout.timelineRows)));
  blocks.push(prompt.block);
  if (layout.noteRows > 0) blocks.push(lines('note', [drawNote(state)]));
  if (layout.sideColumns > 0) blocks.push(drawListWithSide(state, layout));
  else {
    if (layout.headingRows > 0) blocks.push(lines('heading', [drawHeading(state)]));
    if (layout.listRows > 0) blocks.push(lines('list', drawList(state, layout.listRows)));
  }
  if (layout.titleRows > 0) {
    blocks.push(lines('detail', [drawDetailTitle(state), ...drawDetailHeader(state, layout.headerRows)]));
    blocks.push(...drawPanes(state, layout));
  }
  blocks.push(lines('footer', [drawFooter(state)]));
  const cursor =
    overlay?.cursor ??
    (prompt.cursor !== undefined
      ? { column: prompt.cursor, row: 1 + layout.timelineRows }
      : placeOfFocus(state, layout));
  return {
    columns,
    rows,
    blocks,
    overlay: overlay?.overlay,
    cursor: {
      column: Math.min(columns - 1, cursor.column),
      row: Math.min(rows - 1, cursor.row),
      visible: true,
    },
  };
}

/** Heading and list as a pane without a border, and the top values beside them. */
function drawListWithSide(state: State, layout: Layout): Block {
  const heightRows = layout.headingRows + layout.listRows;
  const widthColumns = state.size.columns - layout.sideColumns;
  const drawn = [drawHeading(state), ...drawList(state, layout.listRows)].map((line) =>
    fitted(line, widthColumns),
  );
  const list: Pane = {
    key: 'list',
    title: '',
    note: '',
    focused: false,
    widthColumns,
    heightRows,
    lines: drawn,
  };
  return { kind: 'panes', key: 'list', panes: [list, drawSide(state, layout.sideColumns, heightRows)] };
}

// Lines that fit are kept as they are, so that what did not change stays the same object.
function fitted(line: Line, columns: number): Line {
  let known = fittedLines.get(line);
  if (known === undefined || known.columns !== columns) {
    known = { columns, line: fitSpans(line, columns) };
    fittedLines.set(line, known);
  }
  return known.line;
}

const fittedLines = new WeakMap<Line, { readonly columns: number; readonly line: Line }>();

/** Where the hardware cursor sits when nothing is typed: on what is selected in the focused part. */
function placeOfFocus(state: State, layout: Layout): { column: number; row: number } {
  const listTop = 2 + layout.timelineRows + layout.noteRows + layout.headingRows;
  switch (state.focus) {
    case 'timeline':
      return { column: timelineColumn(state), row: 1 };
    case 'chips':
      return { column: chipColumn(state), row: 2 + layout.timelineRows };
    case 'list':
      return { column: 1, row: listTop + Math.max(0, selectedListRow(state, layout.listRows)) };
    default: {
      const panesTop = listTop + layout.listRows + layout.titleRows + layout.headerRows;
      const below = state.focus === 'response' && layout.panes === 'stacked' ? layout.requestRows : 0;
      const right =
        state.focus === 'response' && layout.panes === 'side by side' ? paneWidth(state, 'request') + 2 : 0;
      return { column: right + 1, row: panesTop + below + 1 + paneCursorRow(state) };
    }
  }
}
