import { rememberLast } from '../remember.ts';
import { canOpen, chosenIn, type Folds, isOpenAtFirst } from './json-folds.ts';
import type { JsonTree } from './json-tree.ts';

/** One line of a parameters pane: a node, and how deep it stands in the pane. */
export type JsonLine = { readonly node: number; readonly indent: number };

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
    const nodes = new Uint32Array(lengthOf(ranges));
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

/** Nodes of a pane that follow each other, half-open; `base` is the depth of the outermost. */
type NodeRange = { readonly start: number; readonly end: number; readonly base: number };

/** The nodes that a pane can show, folded ones too, in the order of its lines. */
function rangesOf(tree: JsonTree, roots: readonly PaneRoot[]): readonly NodeRange[] {
  return roots.flatMap(({ node, named }) => {
    const top = tree.nodes[node];
    if (top === undefined) return [];
    const shown = named || !canOpen(top);
    return [{ start: shown ? node : node + 1, end: top.next, base: top.depth + (shown ? 0 : 1) }];
  });
}

/** The nodes that a pane can show, folded ones too, by place: 0-based, in the order of its lines. */
export type PaneNodes = {
  readonly length: number;
  /** The node at a place below `length`. */
  at(place: number): number;
  /** The place of a node; 0 when the pane does not show it. */
  placeOf(node: number): number;
};

/** The nodes of a pane, one after the other: none is listed, for a large record has hundreds of thousands. */
export function paneNodes(tree: JsonTree, roots: readonly PaneRoot[]): PaneNodes {
  const ranges = rangesOf(tree, roots);
  return {
    length: lengthOf(ranges),
    at(place) {
      let left = place;
      for (const { start, end } of ranges) {
        if (left < end - start) return start + left;
        left -= end - start;
      }
      return -1;
    },
    placeOf(node) {
      let before = 0;
      for (const { start, end } of ranges) {
        if (node >= start && node < end) return before + node - start;
        before += end - start;
      }
      return 0;
    },
  };
}

function lengthOf(ranges: readonly NodeRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A value that a pane shows the inside of; `named`: as a member with its own line. */
export type PaneRoot = { readonly node: number; readonly named: boolean };

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
