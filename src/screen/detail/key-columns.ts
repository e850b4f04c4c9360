import { textWidth } from '../text/cell-width.ts';
import { visibleText } from '../text/visible.ts';
import { type JsonTree, nameOf } from './json-tree.ts';

const widestKey = 30;
// Keys that are looked at to find the width they share.
const keysMeasured = 300;

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
