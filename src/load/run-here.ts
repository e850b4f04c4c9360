import { createTaskDoer } from './do-task.ts';
import type { Task, TaskResult, TaskRunner } from './task.ts';

/** A runner that does each task on the calling thread, and lets others run in between. */
export function runHere(decoder: number, maxInflatedBytes: number): TaskRunner {
  const doTask = createTaskDoer(decoder, maxInflatedBytes);
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  async function run<K extends Task['kind']>(task: Extract<Task, { kind: K }>): Promise<TaskResult[K]> {
    const before = last;
    const turn = Promise.withResolvers<void>();
    last = turn.promise;
    await before;
    await new Promise((resolve) => setImmediate(resolve));
    try {
      if (closed) throw new Error('loading was stopped');
      return doTask(task) as TaskResult[K];
    } finally {
      turn.resolve();
    }
  }

  return {
    width: 1,
    run,
    async close() {
      closed = true;
    },
  };
}
