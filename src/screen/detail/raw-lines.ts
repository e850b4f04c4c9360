import type { JsonTree } from './json-tree.ts';

// Deeper nesting is not indented further, so that text stays on the screen.
const deepestIndent = 24;

/** The JSON of a record laid out one value a line, scalars as written. A text that is no JSON comes as it is. */
export function rawLines(tree: JsonTree, json: string): readonly string[] {
  if (tree.broken) return json.split('\n');
  const lines: string[] = [];
  const open: { readonly next: number; readonly close: string; readonly comma: string }[] = [];
  for (let i = 0; i < tree.nodes.length; ) {
    const node = tree.nodes[i]!;
    const parent = node.parent < 0 ? undefined : tree.nodes[node.parent]!;
    const comma = parent !== undefined && node.next < parent.next ? ',' : '';
    const key = node.rawKey === undefined ? '' : `${node.rawKey}: `;
    const container = node.kind === 'object' || node.kind === 'array';
    const [begin, close] = node.kind === 'array' ? ['[', ']'] : ['{', '}'];
    if (container && node.childCount > 0) {
      lines.push(`${indent(open.length)}${key}${begin}`);
      open.push({ next: node.next, close: close!, comma });
      i++;
    } else {
      lines.push(`${indent(open.length)}${key}${container ? `${begin}${close}` : node.raw}${comma}`);
      i = node.next;
    }
    while (open.length > 0 && open.at(-1)!.next === i) {
      const closed = open.pop()!;
      lines.push(`${indent(open.length)}${closed.close}${closed.comma}`);
    }
  }
  return lines;
}

function indent(depth: number): string {
  return '  '.repeat(Math.min(depth, deepestIndent));
}
