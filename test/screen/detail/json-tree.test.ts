import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey } from '../../../src/screen/detail/json-folds.ts';
import { jsonLines } from '../../../src/screen/detail/json-lines.ts';
import {
  type JsonTree,
  memberOf,
  nameOf,
  parseTree,
  pathOf,
  scalarOf,
} from '../../../src/screen/detail/json-tree.ts';

/** The tree back as a value, opened strings as strings again. */
function rebuild(tree: JsonTree, index: number): unknown {
  const node = tree.nodes[index]!;
  if (node.kind === 'string' || node.kind === 'number' || node.kind === 'literal')
    return JSON.parse(node.raw);
  const entries: [string, unknown][] = [];
  for (let i = index + 1; i < node.next; i = tree.nodes[i]!.next) {
    expect(tree.nodes[i]!.parent).toBe(index);
    entries.push([nameOf(tree.nodes[i]!), rebuild(tree, i)]);
  }
  expect(entries.length).toBe(node.childCount);
  return node.kind === 'array' ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

test('the nodes of any JSON hold exactly what JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, space) => {
      const value = JSON.parse(json);
      const tree = parseTree(JSON.stringify(value, null, space));
      expect(tree.broken).toBe(false);
      expect(rebuild(tree, 0)).toEqual(value);
    }),
  );
});

test('text that is not JSON is broken and never throws', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string(), (json, cut, junk) => {
      const text = json.slice(0, cut % (json.length + 1)) + junk;
      const tree = parseTree(text);
      for (const [i, node] of tree.nodes.entries()) expect(node.next).toBeGreaterThan(i);
      let ok = true;
      try {
        JSON.parse(text);
      } catch {
        ok = false;
      }
      if (ok) expect(tree.broken).toBe(false);
    }),
  );
});

test('numbers stay as written, and a key that stands twice is shown twice', () => {
  const tree = parseTree('{"n":1.0e3,"id":12345678901234567890,"n":2}');
  expect(tree.nodes.slice(1).map((node) => [nameOf(node), scalarOf(node)])).toEqual([
    ['n', '1.0e3'],
    ['id', '12345678901234567890'],
    ['n', '2'],
  ]);
  expect(memberOf(tree, 0, 'n')).toBe(3);
});

test('a hundred thousand levels are no deeper than one', () => {
  const tree = parseTree('['.repeat(100_000) + ']'.repeat(100_000));
  expect(tree.broken).toBe(false);
  expect(tree.nodes.length).toBe(100_000);
  expect(jsonLines(tree, [{ node: 0, named: false }], new Map()).length).toBeLessThan(20);
});

test.each([
  ['json', JSON.stringify({ policy: '{"Statement":[{"Action":"s3:*"}]}' })],
  ['url-encoded json', JSON.stringify({ policy: encodeURIComponent('{"Statement":[{"Action":"s3:*"}]}') })],
])('a policy held as %s in a string is opened in place', (how, json) => {
  const tree = parseTree(json);
  expect(tree.nodes[1]!.opened).toBe(how);
  const action = tree.nodes.findIndex((node) => nameOf(node) === 'Action');
  expect(pathOf(tree, action)).toEqual(['policy', 'Statement', '[]', 'Action']);
  expect(tree.nodes.every((node, i) => node.next > i && node.next <= tree.nodes.length)).toBe(true);
  expect(rebuild(tree, 0)).toEqual(JSON.parse(json));
});

test('user data in base64 opens into its lines', () => {
  const tree = parseTree(
    JSON.stringify({ userData: Buffer.from('#!/bin/sh\ncurl evil\n').toString('base64') }),
  );
  expect(tree.nodes.slice(2).map(scalarOf)).toEqual(['#!/bin/sh', 'curl evil', '']);
});

test('folding hides what stands below, and only that', () => {
  const tree = parseTree('{"a":{"b":1,"c":[1,2]},"d":{"e":2}}');
  const roots = [{ node: 0, named: false }];
  const names = (folds: Map<string, boolean>) => {
    const lines = jsonLines(tree, roots, folds);
    return Array.from({ length: lines.length }, (_, i) => nameOf(tree.nodes[lines.at(i)!.node]!));
  };
  expect(names(new Map())).toEqual(['a', 'b', 'c', '0', '1', 'd', 'e']);
  expect(names(new Map([[foldKey(tree, 3), false]]))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(names(new Map([[foldKey(tree, 1), false]]))).toEqual(['a', 'd', 'e']);
});

test('a fold is of one element of one list, and of all members that share its name', () => {
  const tree = parseTree('{"l":[{"a":[1]},{"a":[2]}],"n":{"x":1},"n":{"x":2},"s":"{\\"p\\":[[3],[4]]}"}');
  const lines = (folds: Map<string, boolean>) => {
    const shown = jsonLines(tree, [{ node: 0, named: false }], folds);
    return Array.from({ length: shown.length }, (_, i) => shown.at(i)!.node);
  };
  const all = lines(new Map());
  expect(all).toEqual(tree.nodes.map((_, i) => i).slice(1));
  for (const node of all.filter((i) => tree.nodes[i]!.childCount > 0)) {
    const { rawKey, parent } = tree.nodes[node]!;
    const folded = tree.nodes.flatMap((other, i) =>
      i === node || (rawKey !== undefined && other.rawKey === rawKey && other.parent === parent) ? [i] : [],
    );
    const hidden = (i: number) => folded.some((above) => i > above && i < tree.nodes[above]!.next);
    expect(lines(new Map([[foldKey(tree, node), false]]))).toEqual(all.filter((i) => !hidden(i)));
  }
});
