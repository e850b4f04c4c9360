import type { Direction, Intent } from '../action.ts';
import { detailContent, detailNode, focusedPane } from '../detail/detail-content.ts';
import { type JsonLook, jsonRowCount } from '../detail/json-cells.ts';
import { canOpen, foldKey, isOpen } from '../detail/json-folds.ts';
import { keyFor } from '../keys/key-rows.ts';
import { layoutOf } from '../layout.ts';
import type { PaneCursor, State } from '../state.ts';
import { type Step, saying, toState } from '../step.ts';

/** Moves the cursor of the focused parameters pane. */
export function moveInDetail(
  state: State,
  by: Extract<Intent, { kind: 'move' }>['by'],
  direction: Direction,
): State {
  const name = focusedPane(state);
  const count = lineCount(state, name);
  const page = Math.max(1, paneHeight(state, name) - 1);
  const distance = { line: 1, half: Math.max(1, page >> 1), page, all: count }[by];
  const line = Math.max(0, Math.min(count - 1, state.detail[name].line + direction * distance));
  const cursor = { ...state.detail[name], line };
  return keepPaneVisible({ ...state, detail: { ...state.detail, [name]: cursor } }, name);
}

/** Unfolds the value under the cursor, or goes into it (1); folds it, or goes to what it stands in (-1). */
export function foldValue(state: State, direction: Direction): Step {
  const at = detailNode(state);
  if (at === undefined) return toState(state);
  const node = at.tree.nodes[at.line.node]!;
  const open = isOpen(at.tree, at.line.node, at.line.indent, state.detail.folds);
  if (direction > 0) {
    if (!canOpen(node)) {
      const wrap = keyFor(state, { kind: 'toggle-wrap' });
      const print = keyFor(state, { kind: 'copy', what: 'value', to: 'terminal' });
      return saying(
        state,
        `there is nothing to unfold: ${wrap} wraps long values, ${print} prints them whole`,
      );
    }
    return toState(open ? moveInDetail(state, 'line', 1) : setFold(state, true));
  }
  return toState(open ? setFold(state, false) : goToParent(state));
}

/** Folds or unfolds the value under the cursor. */
export function toggleFold(state: State): Step {
  const at = detailNode(state);
  if (at === undefined || !canOpen(at.tree.nodes[at.line.node]!))
    return saying(state, 'there is nothing to unfold here');
  return toState(setFold(state, !isOpen(at.tree, at.line.node, at.line.indent, state.detail.folds)));
}

/** The pane scrolled as little as shows its cursor, and the cursor on a line that there is. */
export function keepPaneVisible(state: State, name: 'request' | 'response'): State {
  const count = lineCount(state, name);
  const height = Math.max(1, paneHeight(state, name));
  const old = state.detail[name];
  const line = Math.max(0, Math.min(count - 1, old.line));
  let top = Math.max(0, Math.min(old.top, line));
  let rows = 0;
  for (let i = line; i >= top; i--) {
    rows += rowsOfLine(state, name, i);
    if (rows > height && i < line) {
      top = i + 1;
      break;
    }
  }
  if (!state.detail.wrap) top = Math.min(top, Math.max(0, count - height));
  const cursor: PaneCursor = { line, top };
  return line === old.line && top === old.top
    ? state
    : { ...state, detail: { ...state.detail, [name]: cursor } };
}

/** Rows inside the borders of a pane. */
export function paneHeight(state: State, name: 'request' | 'response'): number {
  const layout = layoutOf(state);
  if (layout.panes === 'none') return 0;
  return (name === 'request' || layout.panes === 'one' ? layout.requestRows : layout.responseRows) - 2;
}

/** Cells inside the borders of a pane. */
export function paneWidth(state: State, name: 'request' | 'response'): number {
  const { columns } = state.size;
  if (layoutOf(state).panes !== 'side by side') return columns - 2;
  const request = columns >> 1;
  return (name === 'request' ? request : columns - request) - 2;
}

/** How the JSON of a pane is drawn in a state. */
export function lookOf(state: State, name: 'request' | 'response'): JsonLook {
  const { detail, settings } = state;
  return {
    widthColumns: paneWidth(state, name),
    folds: detail.folds,
    wrap: detail.wrap,
    find: detail.find.toLowerCase(),
    zone: settings.zone,
  };
}

function lineCount(state: State, name: 'request' | 'response'): number {
  const pane = detailContent(state)[name];
  return pane.text?.length ?? pane.lines.length;
}

function rowsOfLine(state: State, name: 'request' | 'response', index: number): number {
  const { tree, [name]: pane } = detailContent(state);
  const line = pane.lines.at(index);
  if (tree === undefined || line === undefined || !state.detail.wrap) return 1;
  return jsonRowCount(tree, line, lookOf(state, name));
}

function setFold(state: State, open: boolean): State {
  const at = detailNode(state)!;
  const folds = new Map(state.detail.folds);
  folds.set(foldKey(at.tree, at.line.node), open);
  return keepPaneVisible({ ...state, detail: { ...state.detail, folds } }, focusedPane(state));
}

function goToParent(state: State): State {
  const at = detailNode(state)!;
  const name = focusedPane(state);
  const parent = at.tree.nodes[at.line.node]!.parent;
  const line = detailContent(state)[name].lines.lineOf(parent);
  if (line < 0) return state;
  return keepPaneVisible(
    { ...state, detail: { ...state.detail, [name]: { ...state.detail[name], line } } },
    name,
  );
}
