import { lookOf, paneHeight, paneWidth } from '../change/move-detail.ts';
import { detailContent, focusedPane, type PaneContent } from '../detail/detail-content.ts';
import { jsonRowCount, jsonRows } from '../detail/json-cells.ts';
import type { JsonTree } from '../detail/json-tree.ts';
import type { Layout } from '../layout.ts';
import type { Block, Line, Pane } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { PaneCursor, State } from '../state.ts';
import { numberText } from '../text/number-text.ts';
import { alsoStyled, fitSpans } from '../text/spans.ts';
import { visibleSpans } from '../text/visible.ts';
import { emptyPaneText } from './pane-words.ts';

type PaneName = 'request' | 'response';

/** The parameters panes: side by side, one below the other, or one. */
export function drawPanes(state: State, layout: Layout): Block[] {
  const block = (key: string, panes: readonly Pane[]): Block => ({ kind: 'panes', key, panes });
  switch (layout.panes) {
    case 'side by side':
      return [block('panes', [drawPane(state, 'request'), drawPane(state, 'response')])];
    case 'stacked':
      return [
        block('request', [drawPane(state, 'request')]),
        block('response', [drawPane(state, 'response')]),
      ];
    case 'one':
      return [block('panes', [drawPane(state, focusedPane(state))])];
    case 'none':
      return [];
  }
}

/** The row of the cursor within the focused pane, inside its border. */
export function paneCursorRow(state: State): number {
  const name = focusedPane(state);
  const { tree, [name]: pane } = detailContent(state);
  const { line, top } = state.detail[name];
  if (tree === undefined || !state.detail.wrap || pane.text !== undefined) return Math.max(0, line - top);
  let row = 0;
  for (let i = top; i < line; i++) row += jsonRowCount(tree, pane.lines.at(i)!, lookOf(state, name));
  return Math.min(row, paneHeight(state, name) - 1);
}

const titles = { request: 'Request parameters', response: 'Response elements' };
const rawTitles = { parameters: '', raw: 'Raw record', original: 'Bytes as they stand in the file' };

function drawPane(state: State, name: PaneName): Pane {
  const { detail } = state;
  const content = detailContent(state);
  const pane = content[name];
  const focused = state.popup === undefined && state.focus === name;
  const widthColumns = paneWidth(state, name);
  const heightRows = paneHeight(state, name);
  const count = pane.text?.length ?? pane.lines.length;
  const lines =
    count === 0
      ? emptyLines(state, name, widthColumns, heightRows)
      : paneLines(state, name, content.tree, pane, heightRows, focused);
  return panesByName[name](
    detail.view === 'parameters' ? titles[name] : rawTitles[detail.view],
    count > heightRows ? `${detail[name].line + 1} of ${numberText(count)}` : '',
    focused,
    widthColumns + 2,
    heightRows + 2,
    name,
    lines,
  );
}

function makePane() {
  return rememberLast(
    (
      title: string,
      note: string,
      focused: boolean,
      widthColumns: number,
      heightRows: number,
      key: string,
      lines: readonly Line[],
    ): Pane => ({
      key,
      title,
      note,
      focused,
      widthColumns,
      heightRows,
      lines,
    }),
  );
}
const panesByName = { request: makePane(), response: makePane() };

function paneLines(
  state: State,
  name: PaneName,
  tree: JsonTree | undefined,
  pane: PaneContent,
  heightRows: number,
  focused: boolean,
): readonly Line[] {
  const look = lookOf(state, name);
  const cursor = state.detail[name];
  return linesByName[name](
    tree,
    pane,
    cursor,
    focused,
    heightRows,
    look.widthColumns,
    look.folds,
    look.wrap,
    look.find,
    look.zone,
  );
}

function makeLines() {
  return rememberLast(
    (
      tree: JsonTree | undefined,
      pane: PaneContent,
      cursor: PaneCursor,
      focused: boolean,
      heightRows: number,
      widthColumns: number,
      folds: ReadonlyMap<string, boolean>,
      wrap: boolean,
      find: string,
      zone: string,
    ): readonly Line[] => {
      const lines: Line[] = [];
      const count = pane.text?.length ?? pane.lines.length;
      for (let i = cursor.top; i < count && lines.length < heightRows; i++) {
        const rows =
          pane.text !== undefined
            ? [textRow(pane.text[i]!, widthColumns, find)]
            : jsonRows(tree!, pane.lines.at(i)!, { widthColumns, folds, wrap, find, zone });
        for (const row of rows) lines.push(i === cursor.line ? underCursor(row, focused) : row);
      }
      lines.length = Math.min(lines.length, heightRows);
      while (lines.length < heightRows) lines.push(fitSpans([], widthColumns));
      return lines;
    },
  );
}
const linesByName = { request: makeLines(), response: makeLines() };

function textRow(text: string, columns: number, find: string): Line {
  const shown = text.slice(0, columns * 4);
  const at = find === '' ? -1 : shown.toLowerCase().indexOf(find);
  return fitSpans(visibleSpans(shown, 'plain', at < 0 ? [] : [[at, at + find.length]]), columns);
}

/** Only the focused pane shows its cursor: one thing is selected at a time. */
function underCursor(row: Line, focused: boolean): Line {
  return focused ? alsoStyled(row, 'selected') : row;
}

function emptyLines(state: State, name: PaneName, columns: number, rows: number): readonly Line[] {
  const text = emptyPaneText(state, name);
  return Array.from({ length: rows }, (_, row) =>
    fitSpans(row === 0 ? [{ text: ` ${text}`, style: 'dim' }] : [], columns),
  );
}
