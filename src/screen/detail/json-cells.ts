import { placesOf } from '../../query/highlight.ts';
import { cutMarkOf } from '../../record/cut-value.ts';
import type { Line, Span, Style } from '../picture.ts';
import { fitText, wrapText } from '../text/cell-width.ts';
import { fitSpans, valueCell } from '../text/spans.ts';
import { visibleText } from '../text/visible.ts';
import { type Folds, isOpen } from './json-folds.ts';
import type { JsonLine } from './json-lines.ts';
import { type JsonNode, type JsonTree, memberOf, nameOf, scalarOf } from './json-tree.ts';
import { keyColumns } from './key-columns.ts';
import { readableValue } from './readable-value.ts';

/** How the lines of a pane are drawn. */
export type JsonLook = {
  readonly widthColumns: number;
  readonly folds: Folds;
  readonly wrap: boolean;
  /** The text looked for, in lower case; empty for none. */
  readonly find: string;
  readonly zone: string;
};

const deepestIndent = 12;
const keyGap = 3;
const leastValueColumns = 8;
// A value that wraps over more rows than any screen has is cut: `pv` prints it whole.
const longestWrapped = 200_000;

/** The rows of one line of a pane, each exactly as wide as the pane: one, or more when long values wrap. */
export function jsonRows(tree: JsonTree, line: JsonLine, look: JsonLook): Line[] {
  const node = tree.nodes[line.node]!;
  const head = headOf(tree, line, look);
  const valueColumns = look.widthColumns - head.columns;
  if (look.wrap && node.kind === 'string' && node.opened === undefined) {
    const pieces = wrapText(quotedText(node).slice(0, longestWrapped), valueColumns);
    return pieces.map((piece, i) => [
      ...(i === 0 ? head.spans : [{ text: ' '.repeat(head.columns), style: 'plain' as const }]),
      ...fitSpans([{ text: piece, style: 'string', ...lit(piece, look.find) }], valueColumns),
    ]);
  }
  return [[...head.spans, ...valueSpans(tree, line, look, valueColumns)]];
}

/** How many rows a line takes. */
export function jsonRowCount(tree: JsonTree, line: JsonLine, look: JsonLook): number {
  const node = tree.nodes[line.node]!;
  return look.wrap && node.kind === 'string' ? jsonRows(tree, line, look).length : 1;
}

function headOf(tree: JsonTree, line: JsonLine, look: JsonLook): { spans: Span[]; columns: number } {
  const node = tree.nodes[line.node]!;
  const sign = node.childCount === 0 ? '  ' : isOpen(tree, line.node, line.indent, look.folds) ? '▾ ' : '▸ ';
  const room = look.widthColumns - leastValueColumns;
  const indent = Math.max(0, Math.min(line.indent, deepestIndent) * 2);
  const keyWidth = Math.max(1, Math.min(keyColumns(tree, node.parent), room - indent - sign.length - keyGap));
  const start = fitText(' '.repeat(indent) + sign, Math.min(indent + sign.length, Math.max(0, room)));
  const key = fitText(visibleText(nameOf(node)), keyWidth);
  const named: Style = node.rawKey === undefined ? 'dim' : 'key';
  const spans: Span[] = [
    { text: start, style: 'dim' },
    { text: key, style: named, ...lit(nameOf(node), look.find) },
    { text: ' '.repeat(keyGap), style: 'plain' },
  ];
  const columns = start.length + keyWidth + keyGap;
  if (columns < look.widthColumns) return { spans, columns };
  return { spans: [...fitSpans(spans, look.widthColumns)], columns: look.widthColumns };
}

function valueSpans(tree: JsonTree, line: JsonLine, look: JsonLook, columns: number): Line {
  const node = tree.nodes[line.node]!;
  if (columns <= 0) return [];
  if (node.kind === 'object' || node.kind === 'array')
    return fitSpans([{ text: countText(node), style: 'dim' }, ...omittedWords(tree, line.node)], columns);
  if (node.opened !== undefined) {
    return fitSpans([{ text: `${countText(node)} in a string (${node.opened})`, style: 'dim' }], columns);
  }
  const value = scalarOf(node);
  const cut = cutMarkOf(nameOf(node), value);
  const aside = cut !== undefined ? ` ${cut} by AWS` : readableValue(nameOf(node), node, look.zone);
  if (aside === '') return scalarCell(node, value, columns, look.find);
  const full = quotedText(node).length;
  const valueColumns = Math.max(leastValueColumns, Math.min(full, columns - aside.length - 1));
  if (valueColumns + aside.length > columns) return scalarCell(node, value, columns, look.find);
  const rest = columns - valueColumns;
  return [
    ...scalarCell(node, value, valueColumns, look.find),
    ...fitSpans([{ text: aside, style: cut === undefined ? 'dim' : 'warning' }], rest),
  ];
}

/** Parameters larger than AWS keeps are replaced by an object that says so. */
function omittedWords(tree: JsonTree, node: number): Span[] {
  const omitted = memberOf(tree, node, 'omitted');
  const cut =
    omitted !== undefined &&
    tree.nodes[omitted]!.raw === 'true' &&
    memberOf(tree, node, 'originalSize') !== undefined;
  return cut ? [{ text: ' truncated by AWS', style: 'warning' }] : [];
}

function scalarCell(node: JsonNode, value: string, columns: number, find: string): Line {
  const text = node.kind === 'string' ? `"${value}"` : value;
  const style = node.kind === 'string' ? 'string' : node.kind;
  const cut = /^arn:|^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value) ? 'middle' : 'end';
  return valueCell(text, columns, style as Style, cut, placesOf(find, text));
}

function quotedText(node: JsonNode): string {
  return node.kind === 'string' ? visibleText(`"${scalarOf(node)}"`) : node.raw;
}

function countText(node: JsonNode): string {
  const [open, close] = node.kind === 'array' ? ['[', ']'] : ['{', '}'];
  return node.childCount === 0 ? `${open}${close} empty` : `${open}${node.childCount}${close}`;
}

function lit(text: string, find: string): { also?: readonly Style[] } {
  return find !== '' && text.toLowerCase().includes(find) ? { also: ['match'] } : {};
}
