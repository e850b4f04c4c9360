import type { RecordText } from '../../load/loading.ts';
import { treeOf } from '../detail/detail-content.ts';
import { type JsonTree, nameOf, scalarOf } from '../detail/json-tree.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import { fitText } from '../text/cell-width.ts';
import { cutSpans, valueCell } from '../text/spans.ts';
import { visibleText } from '../text/visible.ts';
import { type Box, boxOfLines } from './box.ts';

const signColumns = 2;
const leastKeyColumns = 12;

type Difference = {
  readonly path: string;
  readonly left: string | undefined;
  readonly right: string | undefined;
};

/** Two records side by side: every value by its path, those that differ first marked by a sign. */
export function compareBox(
  left: RecordText | undefined,
  right: RecordText | undefined,
  names: readonly [string, string],
): Box {
  if (left === undefined || right === undefined)
    return boxOfLines('Compare', [], 'reading the two records …');
  const all = differences(left, right);
  const differing = all.filter((one) => one.left !== one.right).length;
  return {
    title: `Compare: ${differing} of ${all.length} values differ`,
    heading: (width) => [headingLine(names, width)],
    count: all.length,
    line: (index, width) => differenceLine(all[index]!, width),
    selectable: true,
    tables: undefined,
    empty: 'nothing to compare',
  };
}

const differences = rememberLast((left: RecordText, right: RecordText): readonly Difference[] => {
  const [a, b] = [valuesByPath(treeOf(left)), valuesByPath(treeOf(right))];
  const all = [...new Set([...a.keys(), ...b.keys()])].map((path) => ({
    path,
    left: a.get(path),
    right: b.get(path),
  }));
  // What differs is what was asked for.
  return [...all.filter((one) => one.left !== one.right), ...all.filter((one) => one.left === one.right)];
});

// A path deeper than any that a person compares is cut short.
const deepestPath = 20;

function valuesByPath(tree: JsonTree): Map<string, string> {
  const values = new Map<string, string>();
  const paths: string[] = [];
  for (const [i, node] of tree.nodes.entries()) {
    const above = node.parent < 0 ? '' : paths[node.parent]!;
    const name = node.parent < 0 ? '' : nameOf(node);
    paths[i] = node.depth > deepestPath ? above : above === '' ? name : `${above}.${name}`;
    if (node.childCount > 0) continue;
    values.set(paths[i]!, node.kind === 'object' ? '{}' : node.kind === 'array' ? '[]' : scalarOf(node));
  }
  return values;
}

function headingLine([left, right]: readonly [string, string], width: number): Line {
  const { keyColumns, cells } = columnsOf(width);
  return [
    { text: ' '.repeat(signColumns + keyColumns + 1), style: 'plain' },
    ...valueCell(left, cells, 'title'),
    { text: '  ', style: 'plain' },
    ...valueCell(right, cells, 'title'),
  ];
}

/** Widths of the path and of either value. */
function columnsOf(width: number): { readonly keyColumns: number; readonly cells: number } {
  const keyColumns = Math.max(leastKeyColumns, Math.floor((width - signColumns) * 0.3));
  return { keyColumns, cells: Math.max(2, Math.floor((width - signColumns - keyColumns - 3) / 2)) };
}

// Letters of what two values share that are shown before what they differ in.
const sharedShown = 6;

/** Two values that differ beyond what cells of that width show, from shortly before there on. */
function differingParts(
  left: string | undefined,
  right: string | undefined,
  cells: number,
): readonly [string | undefined, string | undefined] {
  if (left === undefined || right === undefined || left === right) return [left, right];
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  if (shared < cells - sharedShown) return [left, right];
  let from = shared - sharedShown;
  // Not within a character of two units.
  if (/[\udc00-\udfff]/.test(left[from]!)) from--;
  return [`…${left.slice(from)}`, `…${right.slice(from)}`];
}

function differenceLine({ path, left, right }: Difference, width: number): Line {
  const { keyColumns, cells } = columnsOf(width);
  const differs = left !== right;
  const [shownLeft, shownRight] = differingParts(left, right, cells);
  return cutSpans(
    [
      { text: differs ? '≠ ' : '  ', style: 'warning' },
      { text: fitText(visibleText(path), keyColumns, 'middle'), style: 'key' },
      { text: ' ', style: 'plain' },
      ...valueCell(shownLeft ?? 'absent', cells, left === undefined ? 'dim' : differs ? 'strong' : 'dim'),
      { text: differs ? '│ ' : '  ', style: 'border' },
      ...valueCell(shownRight ?? 'absent', cells, right === undefined ? 'dim' : differs ? 'strong' : 'dim'),
    ],
    width,
  );
}
