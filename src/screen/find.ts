import type { Direction } from './action.ts';
import { detailContent, focusedPane } from './detail-content.ts';
import { foldKey } from './json-lines.ts';
import { type JsonTree, nameOf, scalarOf } from './json-tree.ts';
import { keyFor } from './key-rows.ts';
import { keepPaneVisible } from './move-detail.ts';
import type { State } from './state.ts';
import { type Step, saying, toState } from './step.ts';

/** The state looking for another text in the panes, at the first place from the cursor on. */
export function findFrom(state: State, text: string): State {
  const looking = { ...state, detail: { ...state.detail, find: text } };
  return text === '' ? looking : (goToPlace(looking, 1, true) ?? looking);
}

/** The next or previous place where the text is found, folded values included, around the end. */
export function findNext(state: State, direction: Direction): Step {
  const { find } = state.detail;
  if (find === '')
    return saying(state, `nothing is looked for: ${keyFor(state, { kind: 'find' })} finds in the parameters`);
  const found = goToPlace(state, direction, false);
  return found === undefined ? saying(state, 'not found in this pane') : toState(found);
}

function goToPlace(state: State, direction: Direction, fromHere: boolean): State | undefined {
  const content = detailContent(state);
  const name = focusedPane(state);
  const pane = content[name];
  const wanted = state.detail.find.toLowerCase();
  const cursor = state.detail[name];
  if (pane.text !== undefined) {
    const line = nextIndex(pane.text.length, cursor.line, direction, fromHere, (i) =>
      pane.text![i]!.toLowerCase().includes(wanted),
    );
    return line === undefined ? undefined : withLine(state, name, line);
  }
  const { tree } = content;
  if (tree === undefined || pane.lines.length === 0) return undefined;
  const nodes = nodesOf(
    tree,
    pane.lines.map((line) => line.node),
  );
  const here = nodes.indexOf(pane.lines[cursor.line]?.node ?? -1);
  const at = nextIndex(nodes.length, Math.max(0, here), direction, fromHere, (i) =>
    holds(tree, nodes[i]!, wanted),
  );
  if (at === undefined) return undefined;
  const opened = openAround(state, tree, nodes[at]!);
  const line = detailContent(opened)[name].lines.findIndex((shown) => shown.node === nodes[at]);
  return line < 0 ? undefined : withLine(opened, name, line);
}

/** The nodes of a pane, folded ones too: those shown, and all that stand below them. */
function nodesOf(tree: JsonTree, shown: readonly number[]): number[] {
  const nodes: number[] = [];
  let from = 0;
  for (const node of shown)
    for (let i = Math.max(from, node); i < tree.nodes[node]!.next; i++, from = i) nodes.push(i);
  return nodes;
}

function holds(tree: JsonTree, index: number, wanted: string): boolean {
  const node = tree.nodes[index]!;
  if (node.rawKey !== undefined && nameOf(node).toLowerCase().includes(wanted)) return true;
  return scalarOf(node).toLowerCase().includes(wanted) && node.opened === undefined;
}

function openAround(state: State, tree: JsonTree, index: number): State {
  const folds = new Map(state.detail.folds);
  for (let i = tree.nodes[index]!.parent; i > 0; i = tree.nodes[i]!.parent) folds.set(foldKey(tree, i), true);
  return { ...state, detail: { ...state.detail, folds } };
}

function nextIndex(
  length: number,
  from: number,
  direction: Direction,
  fromHere: boolean,
  passes: (index: number) => boolean,
): number | undefined {
  for (let step = fromHere ? 0 : 1; step <= length; step++) {
    const index = (((from + direction * step) % length) + length) % length;
    if (passes(index)) return index;
  }
  return undefined;
}

function withLine(state: State, pane: 'request' | 'response', line: number): State {
  const cursor = { ...state.detail[pane], line };
  return keepPaneVisible({ ...state, detail: { ...state.detail, [pane]: cursor } }, pane);
}
