import { closingQuote, decodeString } from '../../record/json-text.ts';
import { openString } from './open-string.ts';

/**
 * A JSON text as a flat list of nodes in the order of the text, made from the text itself: numbers stay as written,
 * keys that stand twice both stay. Iterative, so that no nesting is too deep; a subtree is a range of indices.
 *
 *   { "a": [1, 2], "b": 3 }     nodes  0:{…}  1:a[…]  2:1  3:2  4:b     next  5, 4, 3, 4, 5
 */
export type JsonTree = {
  readonly nodes: readonly JsonNode[];
  /** True when the text ends or goes wrong before its value is complete: the nodes are what came before. */
  readonly broken: boolean;
};

/** One value of a JSON text. */
export type JsonNode = {
  /** Index of the object, array or opened string it stands in; -1 for the first node. */
  readonly parent: number;
  /** Number of values it stands in. */
  readonly depth: number;
  /** The member's name as written, quotes included; undefined for an element. */
  readonly rawKey: string | undefined;
  /** 0-based position among its siblings. */
  readonly position: number;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'literal';
  /** A scalar as written, quotes included; empty for objects and arrays. */
  readonly raw: string;
  /** Number of members or elements; of an opened string, those of what it holds. */
  readonly childCount: number;
  /** Index of the first node after its subtree. */
  readonly next: number;
  /** How a string that holds more than plain text was opened into its child nodes; else undefined. */
  readonly opened: 'json' | 'url-encoded json' | 'base64 text' | undefined;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Building = Writable<JsonNode>;

/** The nodes of a JSON text. Never throws. */
export function parseTree(text: string): JsonTree {
  const nodes: Building[] = [];
  const broken = !appendValue(nodes, text, -1, undefined);
  return { nodes, broken };
}

/** The name of a member, decoded; for an element its position. */
export function nameOf(node: JsonNode): string {
  return node.rawKey === undefined ? String(node.position) : decodeString(node.rawKey);
}

/** The value of a string as it is, of a number or literal as written. Empty for objects and arrays. */
export function scalarOf(node: JsonNode): string {
  return node.kind === 'string' ? decodeString(node.raw) : node.raw;
}

/** The path from the top to a node, as queries take it: a key, or `[]` for any element. */
export function pathOf(tree: JsonTree, index: number): string[] {
  const path: string[] = [];
  for (let i = index; i >= 0; i = tree.nodes[i]!.parent) {
    const node = tree.nodes[i]!;
    if (node.parent < 0) continue;
    path.push(node.rawKey === undefined ? '[]' : decodeString(node.rawKey));
  }
  return path.reverse();
}

/** The member of an object with that name: the last, as JSON.parse takes it; undefined when there is none. */
export function memberOf(tree: JsonTree, object: number, name: string): number | undefined {
  let found: number | undefined;
  const parent = tree.nodes[object];
  if (parent === undefined || parent.kind !== 'object') return undefined;
  for (let i = object + 1; i < parent.next; i = tree.nodes[i]!.next)
    if (nameOf(tree.nodes[i]!) === name) found = i;
  return found;
}

/** Appends one value with all it holds; false when the text goes wrong. Everything opened is closed either way. */
function appendValue(nodes: Building[], text: string, parent: number, rawKey: string | undefined): boolean {
  const base = nodes.length;
  let open = parent;
  let key = rawKey;
  let at = skipBlanks(text, 0);
  for (;;) {
    const index = nodes.length;
    const end = appendOne(nodes, text, at, open, key);
    if (end < 0) return closeAll(nodes, base, open, parent);
    at = skipBlanks(text, end);
    key = undefined;
    const node = nodes[index]!;
    let expectMember = false;
    if (node.kind === 'object' || node.kind === 'array') {
      open = index;
      expectMember = true;
    }
    // Leave what ends here, until a value must follow.
    for (;;) {
      if (open === parent) return at >= text.length;
      const character = text[at];
      if (character === (nodes[open]!.kind === 'object' ? '}' : ']')) {
        nodes[open]!.next = nodes.length;
        open = nodes[open]!.parent;
        expectMember = false;
        at = skipBlanks(text, at + 1);
        continue;
      }
      if (!expectMember) {
        if (character !== ',') return closeAll(nodes, base, open, parent);
        at = skipBlanks(text, at + 1);
      }
      break;
    }
    if (nodes[open]!.kind === 'object') {
      const keyEnd = stringEnd(text, at);
      const colon = skipBlanks(text, keyEnd);
      if (keyEnd < 0 || text[colon] !== ':') return closeAll(nodes, base, open, parent);
      key = text.slice(at, keyEnd);
      at = skipBlanks(text, colon + 1);
    }
  }
}

/** Appends the scalar, or the opening of the container, at that offset; gives the offset after it, or -1. */
function appendOne(
  nodes: Building[],
  text: string,
  at: number,
  parent: number,
  rawKey: string | undefined,
): number {
  const character = text[at];
  const above = nodes[parent];
  // Written out, and one shape for all: there are hundreds of thousands of nodes in a large record.
  const add = (kind: JsonNode['kind'], raw: string) => {
    const position = above?.childCount ?? 0;
    if (above !== undefined) above.childCount++;
    nodes.push({
      parent,
      depth: above === undefined ? 0 : above.depth + 1,
      rawKey,
      position,
      kind,
      raw,
      childCount: 0,
      next: nodes.length + 1,
      opened: undefined,
    });
  };
  if (character === '{' || character === '[') {
    add(character === '{' ? 'object' : 'array', '');
    return at + 1;
  }
  if (character === '"') {
    const end = stringEnd(text, at);
    if (end < 0) return -1;
    add('string', text.slice(at, end));
    openInto(nodes, nodes.length - 1);
    return end;
  }
  scalar.lastIndex = at;
  const word = scalar.exec(text)?.[0];
  if (word === undefined) return -1;
  add(word === 'true' || word === 'false' || word === 'null' ? 'literal' : 'number', word);
  return at + word.length;
}

const scalar = /-?[0-9][0-9.eE+-]*|true|false|null/y;

/** Appends what a string holds, when it holds JSON or encoded text. */
function openInto(nodes: Building[], index: number): void {
  const node = nodes[index]!;
  const opened = openString(node.rawKey === undefined ? '' : decodeString(node.rawKey), node.raw);
  if (opened === undefined) return;
  const length = nodes.length;
  if (appendValue(nodes, opened.json, index, undefined) && nodes[length]!.next > length + 1) {
    // The container inside stands for the string itself: its members become the string's.
    const inner = nodes.splice(length, 1)[0]!;
    for (let i = length; i < nodes.length; i++) {
      const child = nodes[i]!;
      child.parent = child.parent === length ? index : child.parent - (child.parent > length ? 1 : 0);
      child.depth--;
      child.next--;
    }
    node.childCount = inner.childCount;
    node.opened = opened.how;
    node.next = nodes.length;
  } else {
    nodes.length = length;
    node.childCount = 0;
  }
}

function closeAll(nodes: Building[], base: number, open: number, parent: number): false {
  for (let i = open; i !== parent && i >= base; i = nodes[i]!.parent) nodes[i]!.next = nodes.length;
  return false;
}

/** Offset after the string that begins there, or -1. */
function stringEnd(text: string, at: number): number {
  const quote = text[at] === '"' ? closingQuote(text, at) : -1;
  return quote === -1 ? -1 : quote + 1;
}

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i >= 0 && i < text.length && text.charCodeAt(i) <= 32) i++;
  return i;
}
