import type { RecordText } from '../../load/loading.ts';
import { rememberLast } from '../remember.ts';
import type { Detail, State } from '../state.ts';
import type { Folds } from './json-folds.ts';
import { type JsonLine, type JsonLines, jsonLines, type PaneRoot } from './json-lines.ts';
import { type JsonTree, memberOf, nameOf, parseTree, pathOf, scalarOf } from './json-tree.ts';
import { rawLines } from './raw-lines.ts';

/** What the parameters panes hold for the selected event. */
export type DetailContent = {
  readonly record: RecordText | undefined;
  readonly tree: JsonTree | undefined;
  readonly request: PaneContent;
  readonly response: PaneContent;
};

/** The lines of one pane: of its JSON, or plain text when it shows a raw record. */
export type PaneContent = {
  readonly lines: JsonLines;
  /** The values that the lines are of. */
  readonly roots: readonly PaneRoot[];
  /** Lines of text instead, in the raw views. */
  readonly text: readonly string[] | undefined;
  /** Whether the value stands in the record at all, is null, or is empty. */
  readonly presence: 'absent' | 'null' | 'empty' | 'there';
};

/** The content of the panes in a state. */
export function detailContent(state: State): DetailContent {
  const record = recordOf(state.detail, state.list.selected);
  return contentOf(record, state.detail.folds, state.detail.view);
}

/** The record of an event, when it has been taken out. */
export function recordOf(detail: Detail, event: number): RecordText | undefined {
  return detail.records.find((record) => record.event === event);
}

/** The tree of a record, made once. */
export function treeOf(record: RecordText): JsonTree {
  let tree = trees.get(record);
  if (tree === undefined) {
    tree = parseTree(record.json);
    trees.set(record, tree);
  }
  return tree;
}

const trees = new WeakMap<RecordText, JsonTree>();

/** The pane that has the focus, or the request when none has. */
export function focusedPane(state: State): 'request' | 'response' {
  return state.focus === 'response' && state.detail.view === 'parameters' ? 'response' : 'request';
}

/** The node under the cursor of the focused pane. */
export function detailNode(state: State): { readonly tree: JsonTree; readonly line: JsonLine } | undefined {
  const { tree, [focusedPane(state)]: pane } = detailContent(state);
  const line = pane.lines.at(state.detail[focusedPane(state)].line);
  return tree === undefined || line === undefined ? undefined : { tree, line };
}

/** Path and value under the cursor; of an object or array undefined, for no filter can hold it. */
export function detailValue(
  state: State,
): { readonly path: readonly string[]; readonly value: string } | undefined {
  const at = detailNode(state);
  const node = at?.tree.nodes[at.line.node];
  if (at === undefined || node === undefined || node.kind === 'object' || node.kind === 'array')
    return undefined;
  return { path: pathOf(at.tree, at.line.node), value: node.raw === 'null' ? '' : scalarOf(node) };
}

/** Parts of a record that are shown below the response, under their own names, when they are there. */
const extras = [
  'additionalEventData',
  'serviceEventDetails',
  'insightDetails',
  'edgeDeviceDetails',
  'addendum',
];

const noLines: JsonLines = { length: 0, at: () => undefined, lineOf: () => -1 };
const nothing: PaneContent = { lines: noLines, roots: [], text: undefined, presence: 'absent' };

const contentOf = rememberLast(
  (record: RecordText | undefined, folds: Folds, view: Detail['view']): DetailContent => {
    if (record === undefined) return { record, tree: undefined, request: nothing, response: nothing };
    const tree = treeOf(record);
    if (view !== 'parameters' || tree.broken) {
      const text =
        view === 'original' && record.original !== undefined
          ? record.original.split('\n')
          : rawLines(tree, record.json);
      return { record, tree, request: { ...nothing, text, presence: 'there' }, response: nothing };
    }
    const roots = rootsOf(record);
    return {
      record,
      tree,
      request: paneOf(tree, 'requestParameters', roots.request, folds),
      response: paneOf(tree, 'responseElements', roots.response, folds),
    };
  },
);

function paneOf(tree: JsonTree, name: string, roots: readonly PaneRoot[], folds: Folds): PaneContent {
  const index = memberOf(tree, 0, name);
  const node = index === undefined ? undefined : tree.nodes[index];
  const empty = (node?.kind === 'object' || node?.kind === 'array') && node.childCount === 0;
  const presence = node === undefined ? 'absent' : node.raw === 'null' ? 'null' : empty ? 'empty' : 'there';
  return { lines: jsonLines(tree, roots, folds), roots, text: undefined, presence };
}

// The same arrays for the same record, for the lines are remembered by them.
const rootsByRecord = new WeakMap<
  RecordText,
  { readonly request: PaneRoot[]; readonly response: PaneRoot[] }
>();

function rootsOf(record: RecordText) {
  let roots = rootsByRecord.get(record);
  if (roots === undefined) {
    const tree = treeOf(record);
    roots = {
      request: rootsNamed(tree, 'requestParameters'),
      response: [...rootsNamed(tree, 'responseElements'), ...extraRoots(tree)],
    };
    rootsByRecord.set(record, roots);
  }
  return roots;
}

function rootsNamed(tree: JsonTree, name: string): PaneRoot[] {
  const node = memberOf(tree, 0, name);
  const value = node === undefined ? undefined : tree.nodes[node];
  if (node === undefined || value === undefined || value.raw === 'null') return [];
  const container = value.kind === 'object' || value.kind === 'array';
  return container && value.childCount === 0 ? [] : [{ node, named: !container }];
}

function extraRoots(tree: JsonTree): PaneRoot[] {
  const roots: PaneRoot[] = [];
  const top = tree.nodes[0];
  if (top === undefined || top.kind !== 'object') return roots;
  for (let i = 1; i < top.next; i = tree.nodes[i]!.next) {
    const node = tree.nodes[i]!;
    if (node.raw !== 'null' && extras.includes(nameOf(node))) roots.push({ node: i, named: true });
  }
  return roots;
}
