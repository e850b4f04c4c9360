import { textWidth } from './cell-width.ts';
import { type JsonNode, type JsonTree, nameOf, pathOf } from './json-tree.ts';
import { rememberLast } from './remember.ts';
import { visibleText } from './visible.ts';

/** One line of a parameters pane: a node, and how deep it stands in the pane. */
export type JsonLine = { readonly node: number; readonly indent: number };

/** What the user folded (`false`) and unfolded (`true`), by the path of the node; the rest is as {@link isOpenAtFirst} says. */
export type Folds = ReadonlyMap<string, boolean>;

const longArray = 40;
const deepIndent = 6;
const widestKey = 30;
// Keys that are looked at to find the width they share.
const keysMeasured = 300;

/** The key under which the folding of a node is remembered: its name first, then the whole way to it. */
export function foldKey(tree: JsonTree, node: number): string {
  return `${tailOf(tree.nodes[node]!)}\n${JSON.stringify(pathOf(tree, node))}${positionsOf(tree, node)}`;
}

/** True when a node holds others that can be shown below it. */
export function canOpen(node: JsonNode): boolean {
  return node.childCount > 0;
}

/** True when the children of a node are shown. */
export function isOpen(tree: JsonTree, index: number, indent: number, folds: Folds): boolean {
  const node = tree.nodes[index]!;
  if (!canOpen(node)) return false;
  const chosen = tailsOf(folds).has(tailOf(node)) ? folds.get(foldKey(tree, index)) : undefined;
  return chosen ?? isOpenAtFirst(node, indent);
}

/** Long arrays, deep values and encoded text stay shut until they are opened; policies and other JSON in strings are open. */
function isOpenAtFirst(node: JsonNode, indent: number): boolean {
  if (node.opened === 'base64 text') return false;
  return indent < deepIndent && node.childCount <= longArray;
}

/** The lines of a pane: the members of each root, and a root itself when it is a scalar or stands under its own name. */
export const jsonLines = rememberMany(
  (tree: JsonTree, roots: readonly PaneRoot[], folds: Folds): JsonLine[] => {
    const lines: JsonLine[] = [];
    for (const root of roots) {
      const top = tree.nodes[root.node];
      if (top === undefined) continue;
      const shown = root.named || !canOpen(top);
      const first = shown ? root.node : root.node + 1;
      const base = top.depth + (shown ? 0 : 1);
      for (let i = first; i < top.next; ) {
        const indent = tree.nodes[i]!.depth - base;
        lines.push({ node: i, indent });
        i = isOpen(tree, i, indent, folds) ? i + 1 : tree.nodes[i]!.next;
      }
    }
    return lines;
  },
);

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

// Elements share the path `[]`, so the positions along the way tell them apart.
function positionsOf(tree: JsonTree, node: number): string {
  let positions = '';
  for (let i = node; i > 0; i = tree.nodes[i]!.parent) {
    if (tree.nodes[i]!.rawKey === undefined) positions += `,${tree.nodes[i]!.position}`;
  }
  return positions;
}

function tailOf(node: JsonNode): string {
  return node.rawKey ?? `#${node.position}`;
}

// The way to a node is long to spell; that the user folded nothing of its name is quick to see.
const knownTails = new WeakMap<Folds, ReadonlySet<string>>();

function tailsOf(folds: Folds): ReadonlySet<string> {
  let tails = knownTails.get(folds);
  if (tails === undefined) {
    tails = new Set(Array.from(folds.keys(), (key) => key.slice(0, key.indexOf('\n'))));
    knownTails.set(folds, tails);
  }
  return tails;
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
