import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refreshReadme } from '../../src/build/readme.ts';
import { keyTable } from '../../src/screen/keys/key-table.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the README says what the tables of options, fields and query forms say (npm run docs writes it)', () => {
  expect(refreshReadme(readme)).toBe(readme);
});

test('every key in the README is a key', () => {
  const keys = new Set(keyTable.flatMap((row) => row.keys));
  const section = /## Keys\n([\s\S]*?)\n## /.exec(readme)![1]!;
  const named = [...section.matchAll(/^\|(.*?)\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(.+?)`/g)].map(([, key]) => key!),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
});

test('every file that the guide to the code names is there', () => {
  const guide = readFileSync(join(root, 'src', 'README.md'), 'utf8');
  const inFolders = [...guide.matchAll(/\b([a-z]+\/)[\w/-]+(?:\.test)?\.tsx?\b/g)].map(([path]) => path);
  // A paragraph about a folder names its files without it.
  const inParagraphs = [...guide.matchAll(/^(?:- )?`([a-z/]+\/)` — (.*(?:\n(?!- ).+)*)/gm)].flatMap(
    ([, folder, text]) => [...text!.matchAll(/`([\w-]+\.tsx?)`/g)].map(([, file]) => `${folder}${file}`),
  );
  expect(inFolders.length).toBeGreaterThan(50);
  expect(inParagraphs.length).toBeGreaterThan(30);
  const paths = [...inFolders, ...inParagraphs];
  expect(
    paths.filter((path) => !existsSync(join(root, path.startsWith('test/') ? '' : 'src', path))),
  ).toEqual([]);
});
