import type { Direction } from '../action.ts';
import { detailContent, focusedPane } from '../detail/detail-content.ts';
import { foldKey } from '../detail/json-folds.ts';
import { type PaneRoot, paneNodes } from '../detail/json-lines.ts';
import { type JsonTree, nameOf, scalarOf } from '../detail/json-tree.ts';
import { keyFor } from '../keys/key-rows.ts';
import type { State } from '../state.ts';
import { type Step, saying, toState } from '../step.ts';
import { keepPaneVisible } from './move-detail.ts';

/** The state looking for another text in the panes, at the first place from the cursor on. */
export function findFrom(state: State, text: string): State {
  const looking = { ...state, detail: { ...state.detail, find: text } };
  return text === '' ? looking : (goToPlace(looking, 1, true) ?? looking);
}

/** Whether the text looked for is on the line that the cursor came to. */
export function isFoundHere(state: State): boolean {
  const content = detailContent(state);
  const name = focusedPane(state);
  const { text, lines } = content[name];
  const wanted = state.detail.find.toLowerCase();
  const { line } = state.detail[name];
  if (text !== undefined) return text[line]?.toLowerCase().includes(wanted) === true;
  const node = lines.at(line)?.node;
  return content.tree !== undefined && node !== undefined && holds(content.tree, node, wanted);
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
  const here = pane.lines.at(cursor.line)?.node ?? 0;
  const found = nextNode(tree, pane.roots, here, direction, fromHere, wanted);
  if (found === undefined) return undefined;
  const opened = pane.lines.lineOf(found) < 0 ? openAround(state, tree, found) : state;
  const line = detailContent(opened)[name].lines.lineOf(found);
  return line < 0 ? undefined : withLine(opened, name, line);
}

/** The next node of a pane that holds a text, folded ones too. */
function nextNode(
  tree: JsonTree,
  roots: readonly PaneRoot[],
  here: number,
  direction: Direction,
  fromHere: boolean,
  wanted: string,
): number | undefined {
  const absent = absentIn(roots);
  // What lacks `ro` lacks `role`: that is known when the next letter is typed.
  if ([...absent].some((text) => wanted.includes(text))) return undefined;
  const nodes = paneNodes(tree, roots);
  const place = nextIndex(nodes.length, nodes.placeOf(here), direction, fromHere, (at) =>
    holds(tree, nodes.at(at), wanted),
  );
  if (place !== undefined) return nodes.at(place);
  absent.add(wanted);
  return undefined;
}

// Texts that were looked for in a pane and are not there, by the pane's roots, which are the same as long as its record is.
const absentByPane = new WeakMap<readonly PaneRoot[], Set<string>>();

function absentIn(roots: readonly PaneRoot[]): Set<string> {
  let absent = absentByPane.get(roots);
  if (absent === undefined) {
    absent = new Set();
    absentByPane.set(roots, absent);
  }
  return absent;
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
