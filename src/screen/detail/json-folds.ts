import { type JsonNode, type JsonTree, nameOf, pathOf } from './json-tree.ts';

/** What the user folded (`false`) and unfolded (`true`), by {@link foldKey}; the rest is as {@link isOpenAtFirst} says. */
export type Folds = ReadonlyMap<string, boolean>;

const longArray = 40;
const deepIndent = 6;

/** The key under which the folding of a node is remembered, for all records: the way to it. */
export function foldKey(tree: JsonTree, node: number): string {
  return `${JSON.stringify(pathOf(tree, node))}${positionsOf(tree, node)}`;
}

/** True when a node holds others that can be shown below it. */
export function canOpen(node: JsonNode): boolean {
  return node.childCount > 0;
}

/** True when the children of a node are shown. */
export function isOpen(tree: JsonTree, index: number, indent: number, folds: Folds): boolean {
  const node = tree.nodes[index]!;
  return canOpen(node) && (chosenIn(tree, folds).get(index) ?? isOpenAtFirst(node, indent));
}

/** Long arrays, deep values and encoded text stay shut until they are opened; policies and other JSON in strings are open. */
export function isOpenAtFirst(node: JsonNode, indent: number): boolean {
  if (node.opened === 'base64 text') return false;
  return indent < deepIndent && node.childCount <= longArray;
}

/**
 * The nodes of a tree that the user folded or unfolded. A few ways are gone, rather than the way to each of the hundred
 * thousands of nodes that a large record has.
 */
export function chosenIn(tree: JsonTree, folds: Folds): ReadonlyMap<number, boolean> {
  let known = chosen.get(tree);
  if (known?.folds !== folds) {
    known = { folds, nodes: new Map() };
    for (const [key, open] of folds) for (const node of nodesAt(tree, key)) known.nodes.set(node, open);
    chosen.set(tree, known);
  }
  return known.nodes;
}

const chosen = new WeakMap<JsonTree, { readonly folds: Folds; readonly nodes: Map<number, boolean> }>();

/** The nodes that a key is of: several where members have the same name. */
function nodesAt(tree: JsonTree, key: string): readonly number[] {
  const end = key.lastIndexOf(']') + 1;
  const path = JSON.parse(key.slice(0, end)) as string[];
  const positions = key.slice(end).split(',').slice(1).map(Number);
  let nodes = tree.nodes.length > 0 ? [0] : [];
  for (const segment of path) {
    // The innermost stands first.
    const position = segment === '[]' ? positions.pop() : undefined;
    nodes = nodes.flatMap((node) => childrenAt(tree, node, segment, position));
  }
  return nodes;
}

function childrenAt(
  tree: JsonTree,
  parent: number,
  segment: string,
  position: number | undefined,
): readonly number[] {
  const found: number[] = [];
  const end = tree.nodes[parent]!.next;
  for (let child = parent + 1; child < end; child = tree.nodes[child]!.next) {
    const node = tree.nodes[child]!;
    const isWanted =
      node.rawKey === undefined
        ? node.position === position
        : position === undefined && nameOf(node) === segment;
    if (isWanted) found.push(child);
  }
  return found;
}

// Elements share the path `[]`, so the positions along the way tell them apart.
function positionsOf(tree: JsonTree, node: number): string {
  let positions = '';
  for (let i = node; i > 0; i = tree.nodes[i]!.parent) {
    if (tree.nodes[i]!.rawKey === undefined) positions += `,${tree.nodes[i]!.position}`;
  }
  return positions;
}
