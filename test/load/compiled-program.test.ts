import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadCompiled } from '../../src/load/compiled-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const keptIn = mkdtempSync(join(tmpdir(), 'trailtui-test-'));
afterAll(() => rmSync(keptIn, { recursive: true }));
nodeModule.enableCompileCache(keptIn);
const keptFolder = nodeModule.getCompileCacheDir();
const keptFiles = () => (keptFolder === undefined ? [] : readdirSync(keptFolder)).filter(isOurs);
const isOurs = (name: string) => name.startsWith('trailtui-');

function programOf(body: string): string {
  const folder = temporaryFolder({
    'program.cjs': `(function (exports, require, module, __filename, __dirname) { ${body} })`,
  });
  return join(folder, 'program.cjs');
}

function forget(): void {
  for (const name of keptFiles()) rmSync(join(keptFolder!, name));
}

test('a program has what a CommonJS module has', () => {
  const file = programOf(
    'exports.parts = [__filename, __dirname, require("./beside.cjs"), module.exports === exports]',
  );
  writeFileSync(join(file, '..', 'beside.cjs'), 'module.exports = 7');
  expect(loadCompiled(file).exports).toEqual({ parts: [file, join(file, '..'), 7, true] });
});

test.skipIf(keptFolder === undefined)('what was compiled is kept once for each reach', () => {
  forget();
  const file = programOf('exports.twice = (n) => 2 * n');
  const first = loadCompiled(file);
  expect((first.exports as { twice: (n: number) => number }).twice(21)).toBe(42);
  expect(keptFiles()).toEqual([]);
  first.keep('print');
  const [name] = keptFiles();
  const kept = join(keptFolder!, name!);
  const stamp = () => statSync(kept).ino;
  const printed = stamp();

  const second = loadCompiled(file);
  expect((second.exports as { twice: (n: number) => number }).twice(4)).toBe(8);
  second.keep('print');
  expect(stamp()).toBe(printed);
  second.keep('screen');
  const screened = stamp();
  expect(screened).not.toBe(printed);

  loadCompiled(file).keep('print');
  expect(stamp()).toBe(screened);
  expect(keptFiles()).toEqual([name]);
});

test.skipIf(keptFolder === undefined)('what was kept and is damaged counts for nothing', () => {
  forget();
  const file = programOf('exports.answer = () => 42');
  loadCompiled(file).keep('screen');
  const kept = join(keptFolder!, keptFiles()[0]!);
  const whole = readFileSync(kept);
  for (const damaged of [Buffer.alloc(0), whole.subarray(0, 6), whole.subarray(0, -9), Buffer.alloc(99, 7)]) {
    writeFileSync(kept, damaged);
    const program = loadCompiled(file);
    expect((program.exports as { answer: () => number }).answer()).toBe(42);
    program.keep('print');
    expect(readFileSync(kept).length).toBeGreaterThan(damaged.length);
  }
  expect(existsSync(kept)).toBe(true);
});

test('another program finds nothing of this one', () => {
  const one = programOf('exports.name = () => "one"');
  loadCompiled(one).keep('screen');
  // Of the same length, which is all that V8 looks at.
  const other = programOf('exports.name = () => "two"');
  expect((loadCompiled(other).exports as { name: () => string }).name()).toBe('two');
});
