import { parentPort, workerData } from 'node:worker_threads';
import { createTaskDoer } from './do-task.ts';
import { messageOf } from './reason.ts';
import type { Task } from './task.ts';
import { buffersOf, shareKept } from './transfer.ts';
import type { WorkerAnswer, WorkerStart } from './worker-message.ts';

/**
 * The worker's side of the pool: does the tasks that arrive, one after the other, and posts what came of each. Batches
 * are handed over by transfer; kept bytes are shared, so that every worker can search them later without a copy.
 */

const { decoder, maxInflatedBytes } = workerData as WorkerStart;
const doTask = createTaskDoer(decoder, maxInflatedBytes);

parentPort!.on('message', ({ id, task }: { id: number; task: Task }) => {
  let answer: WorkerAnswer;
  try {
    answer = { id, result: shareKept(task, doTask(task)) };
  } catch (error) {
    answer = { id, refusal: messageOf(error) };
  }
  parentPort!.postMessage(answer, buffersOf(answer));
});

parentPort!.postMessage('ready');
