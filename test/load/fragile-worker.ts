import { parentPort } from 'node:worker_threads';
import type { Task } from '../../src/load/task.ts';

// A worker that some files are too much for, and that never gets to its tasks where its own start fails.
if (process.env.FRAGILE_START === 'fails') throw new Error('no such thing');

parentPort!.on('message', ({ id, task }: { id: number; task: Task }) => {
  const files = task.kind === 'decode' ? task.files : [];
  if (files.some((file) => file.includes('too much'))) process.exit(1);
  const decoded = files.map((path) => ({
    batches: [],
    reports: [{ path, outcome: 'read', what: '', records: 0, repaired: 0, lost: 0, byteLength: 1 }],
    problems: [],
  }));
  parentPort!.postMessage({ id, result: decoded });
});

parentPort!.postMessage('ready');
