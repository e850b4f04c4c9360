import { Worker } from 'node:worker_threads';
import type { HeadStart } from './head-start.ts';
import { workerLimits } from './memory.ts';
import { type Task, type TaskResult, type TaskRunner, WorkerLost } from './task.ts';
import type { WorkerAnswer, WorkerStart } from './worker-message.ts';

/** Tasks that are with a worker at a time: one that it does and one that waits, so that it never waits for us. */
const tasksAhead = 2;

type Job = {
  readonly task: Task;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
};

type Lane = { readonly worker: Worker; readonly jobs: Map<number, Job> };

/** The worker's file: beside this one, in the sources as in the bundle. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

const atOnce = { oneWorker: Promise.resolve(), over: Promise.resolve() };

/** So many workers in a row that end before they are ready are not replaced: something else than a task is wrong. */
const failedStarts = 4;

/**
 * A runner with worker threads. One that dies is replaced, and what it was at is rejected with `WorkerLost`. When none can be
 * had, all tasks are rejected.
 *
 * @param mayStart One worker is started when `oneWorker` is fulfilled, the others when `over` is.
 */
export function startWorkerPool(
  threads: number,
  maxInflatedBytes: number,
  mayStart: Pick<HeadStart, 'oneWorker' | 'over'> = atOnce,
  file = workerFile,
): TaskRunner {
  const urgent: Job[] = [];
  const waiting: Job[] = [];
  const lanes: Lane[] = [];
  let nextDecoder = 0;
  let nextJob = 0;
  let failures = 0;
  let closed = false;

  function startLane(): Lane {
    // A decoder's codes end with it, so a replacement has another number.
    const workerData: WorkerStart = { decoder: nextDecoder++, maxInflatedBytes };
    const worker = new Worker(file, { workerData, resourceLimits: workerLimits });
    const lane: Lane = { worker, jobs: new Map() };
    let cause: Error | undefined;
    failures++;
    worker.on('message', (answer: WorkerAnswer | 'ready') => {
      if (answer === 'ready') failures = 0;
      else finish(lane, answer);
    });
    worker.on('error', (error: Error) => {
      cause = error;
    });
    worker.on('exit', () => replace(lane, cause));
    return lane;
  }

  function finish(lane: Lane, answer: WorkerAnswer): void {
    const job = lane.jobs.get(answer.id);
    if (job === undefined) return; // Closed while the answer was on its way.
    lane.jobs.delete(answer.id);
    feed(lane);
    if ('refusal' in answer) job.reject(new Error(answer.refusal));
    else job.resolve(answer.result as never);
  }

  function replace(lane: Lane, cause: Error | undefined): void {
    const index = lanes.indexOf(lane);
    if (index >= 0) lanes.splice(index, 1);
    // Only the task at work can be to blame; the one behind it goes to another worker.
    const [atWork, ...behind] = lane.jobs.values();
    lane.jobs.clear();
    waiting.unshift(...behind);
    if (!closed && failures < failedStarts) lanes.push(startLane());
    else if (lanes.length === 0) giveUp(cause);
    atWork?.reject(closed ? stopped(cause) : new WorkerLost(lossOf(cause), { cause }));
    for (const other of lanes) feed(other);
  }

  function giveUp(cause: Error | undefined): void {
    closed = true;
    for (const job of [...urgent.splice(0), ...waiting.splice(0)]) job.reject(stopped(cause));
  }

  function feed(lane: Lane): void {
    while (lane.jobs.size < tasksAhead) {
      const job = urgent.shift() ?? waiting.shift();
      if (job === undefined) break;
      const id = nextJob++;
      lane.jobs.set(id, job);
      lane.worker.postMessage({ id, task: job.task });
    }
    // Workers with nothing to do must not keep the program from ending.
    if (lane.jobs.size > 0) lane.worker.ref();
    else lane.worker.unref();
  }

  function start(count: number): void {
    while (!closed && lanes.length < count) {
      const lane = startLane();
      lanes.push(lane);
      feed(lane);
    }
  }

  mayStart.oneWorker.then(() => start(1));
  mayStart.over.then(() => start(threads));

  return {
    width: threads * (tasksAhead + 1),
    run<K extends Task['kind']>(task: Extract<Task, { kind: K }>, first = false): Promise<TaskResult[K]> {
      if (closed) return Promise.reject(stopped(undefined));
      const { promise, resolve, reject } = Promise.withResolvers<TaskResult[K]>();
      (first ? urgent : waiting).push({ task, resolve: resolve as (result: never) => void, reject });
      for (const lane of [...lanes].sort((a, b) => a.jobs.size - b.jobs.size)) feed(lane);
      return promise;
    },
    async close() {
      closed = true;
      const jobs = [
        ...urgent.splice(0),
        ...waiting.splice(0),
        ...lanes.flatMap((lane) => [...lane.jobs.values()]),
      ];
      for (const lane of lanes) lane.jobs.clear();
      for (const job of jobs) job.reject(stopped(undefined));
      await Promise.all(lanes.splice(0).map((lane) => lane.worker.terminate()));
    },
  };
}

function lossOf(cause: Error | undefined): string {
  const { code } = (cause ?? {}) as { code?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'too large for the memory of a worker';
  return `the worker that read it ended${cause === undefined ? '' : `: ${cause.message}`}`;
}

function stopped(cause: Error | undefined): Error {
  return new Error(
    cause === undefined ? 'loading was stopped' : `workers cannot run (${cause.message}): try --threads 0`,
    {
      cause,
    },
  );
}
