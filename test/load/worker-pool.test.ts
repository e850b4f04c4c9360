import { expect, onTestFinished, test } from 'vitest';
import type { Decoded } from '../../src/decode/batch.ts';
import { decodeFiles } from '../../src/load/decode-files.ts';
import { startWorkerPool } from '../../src/load/worker-pool.ts';

const fragileWorker = new URL('./fragile-worker.ts', import.meta.url);

function fragilePool(threads: number) {
  const pool = startWorkerPool(threads, 1, undefined, fragileWorker);
  onTestFinished(() => pool.close());
  return pool;
}

test('a file that costs a worker its life is a problem, and all others are loaded', async () => {
  const names = Array.from({ length: 300 }, (_, i) => (i % 100 === 50 ? `too much ${i}` : `file ${i}`));
  const appended: Decoded[] = [];
  let filesDone = 0;
  await decodeFiles(
    names.slice(0, 100).map((path) => ({ path, size: 1, mtimeMs: 0 })),
    Promise.resolve(names.slice(100).map((path) => ({ path, size: 1, mtimeMs: 0 }))),
    {
      runner: fragilePool(2),
      append: async (decoded) => void appended.push(decoded),
      isMemoryShort: () => false,
      isStopped: () => false,
      onFiles: (files) => {
        filesDone += files;
      },
    },
  );
  expect(filesDone).toBe(300);
  expect(appended.flatMap(({ reports }) => reports.map(({ path }) => path)).sort()).toEqual(
    [...names].sort(),
  );
  const problems = appended.flatMap((decoded) => decoded.problems);
  expect(problems.map(({ path, kind }) => `${path}: ${kind}`).sort()).toEqual(
    [150, 250, 50].map((i) => `too much ${i}: out-of-memory`),
  );
});

test('tasks are refused when no worker can be started', async () => {
  process.env.FRAGILE_START = 'fails';
  onTestFinished(() => {
    delete process.env.FRAGILE_START;
  });
  const pool = fragilePool(2);
  const tasks = ['a', 'b', 'c', 'd', 'e'].map((file) => pool.run({ kind: 'decode', files: [file] }));
  const outcomes = await Promise.allSettled(tasks);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  await expect(pool.run({ kind: 'decode', files: ['f'] })).rejects.toThrow('stopped');
});
