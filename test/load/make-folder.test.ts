import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/load/make-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a folder is made with those above it, for its user alone, and may be there already', () => {
  const folder = join(temporaryFolder(), 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  for (const made of [folder, join(folder, '..'), join(folder, '..', '..')])
    expect(statSync(made).mode & 0o777).toBe(0o700);
});

test('below a file there is none to be made', () => {
  const folder = temporaryFolder({ file: '' });
  expect(() => makeFolder(join(folder, 'file', 'a', 'b'))).toThrow('ENOTDIR');
});

// Node's own way to make folders with those above them never returns here.
test.skipIf(!existsSync('/proc/self'))('where folders say that they are not there it gives up', () => {
  expect(() => makeFolder('/proc/a/b/c')).toThrow('ENOENT');
});
