import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refreshReadme } from '../../src/build/readme.ts';
import { keyTable } from '../../src/screen/key-table.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

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
