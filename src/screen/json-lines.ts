import { textWidth } from './cell-width.ts';
import { canOpen, chosenIn, type Folds, isOpenAtFirst } from './json-folds.ts';
import { type JsonTree, nameOf } from './json-tree.ts';
import { rememberLast } from './remember.ts';
import { visibleText } from './visible.ts';

/** One line of a parameters pane: a node, and how deep it stands in the pane. */
export type JsonLine = { readonly node: number; readonly indent: number };

const widestKey = 30;
// Keys that are looked at to find the width they share.
const keysMeasured = 300;

/** The lines of a pane, made one by one when they are seen: a large record has hundreds of thousands. */
export type JsonLines = {
  readonly length: number;
  /** The line there, 0-based; undefined beyond the last. */
  at(index: number): JsonLine | undefined;
  /** The line that a node stands on; -1 when it is folded away. */
  lineOf(node: number): number;
};

/** The members of each root, and a root itself when it is a scalar or stands under its own name. */
export const jsonLines = rememberMany(
  (tree: JsonTree, roots: readonly PaneRoot[], folds: Folds): JsonLines => {
    const ranges = rangesOf(tree, roots);
    const chosen = chosenIn(tree, folds);
    const nodes = new Uint32Array(ranges.reduce((sum, { start, end }) => sum + end - start, 0));
    let length = 0;
    for (const { start, end, base } of ranges) {
      for (let i = start; i < end; ) {
        const node = tree.nodes[i]!;
        nodes[length++] = i;
        const open = node.childCount > 0 && (chosen.get(i) ?? isOpenAtFirst(node, node.depth - base));
        i = open ? i + 1 : node.next;
      }
    }
    const shown = nodes.slice(0, length);
    return {
      length,
      at(index) {
        const node = shown[index];
        if (node === undefined) return undefined;
        const { base } = ranges.find(({ start, end }) => node >= start && node < end)!;
        return { node, indent: tree.nodes[node]!.depth - base };
      },
      lineOf: (node) => shown.indexOf(node),
    };
  },
);

/** The nodes that a pane can show, folded ones too, as half-open ranges in the order of its lines; `base` is the depth of the outermost. */
export function rangesOf(
  tree: JsonTree,
  roots: readonly PaneRoot[],
): readonly { readonly start: number; readonly end: number; readonly base: number }[] {
  return roots.flatMap(({ node, named }) => {
    const top = tree.nodes[node];
    if (top === undefined) return [];
    const shown = named || !canOpen(top);
    return [{ start: shown ? node : node + 1, end: top.next, base: top.depth + (shown ? 0 : 1) }];
  });
}

/** A value that a pane shows the inside of; `named`: as a member with its own line. */
export type PaneRoot = { readonly node: number; readonly named: boolean };

/** Cells that the keys of a node's children share, so that their values line up. */
export function keyColumns(tree: JsonTree, parent: number): number {
  let widths = keyWidths.get(tree);
  if (widths === undefined) {
    widths = new Map();
    keyWidths.set(tree, widths);
  }
  let width = widths.get(parent);
  if (width === undefined) {
    width = widestKeyOf(tree, parent);
    widths.set(parent, width);
  }
  return width;
}

const keyWidths = new WeakMap<JsonTree, Map<number, number>>();

function widestKeyOf(tree: JsonTree, parent: number): number {
  const above = tree.nodes[parent];
  if (above === undefined) return 0;
  let widest = 0;
  let child = parent + 1;
  for (let seen = 0; child < above.next && seen < keysMeasured; seen++) {
    const node = tree.nodes[child]!;
    widest = Math.max(widest, textWidth(visibleText(nameOf(node).slice(0, widestKey * 4))));
    child = node.next;
  }
  return Math.min(widest, widestKey);
}

// Two panes ask in turn, so each pair of panes keeps its last answer.
function rememberMany<R>(
  make: (tree: JsonTree, roots: readonly PaneRoot[], folds: Folds) => R,
): (tree: JsonTree, roots: readonly PaneRoot[], folds: Folds) => R {
  const byRoots = new WeakMap<readonly PaneRoot[], (tree: JsonTree, folds: Folds) => R>();
  return (tree, roots, folds) => {
    let remembered = byRoots.get(roots);
    if (remembered === undefined) {
      remembered = rememberLast((t: JsonTree, f: Folds) => make(t, roots, f));
      byRoots.set(roots, remembered);
    }
    return remembered(tree, folds);
  };
}
