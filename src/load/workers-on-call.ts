import type { NamedFile } from './found-file.ts';
import type { HeadStart } from './head-start.ts';
import type { LoadOptions } from './loading.ts';
import { sizeOnDisk } from './measure-files.ts';
import type { TaskRunner } from './task.ts';
import { startWorkerPool } from './worker-pool.ts';

/** Loads of fewer bytes and files are decoded on the calling thread: they are done before a worker would have started. */
const worthWorkersBytes = 2 ** 20;
const worthWorkersFiles = 250;

/** Workers that are started when so much is found that they are worth it. */
export type WorkersOnCall = {
  /** Hears of a file that was found. */
  fileNamed(file: NamedFile): void;
  /** The workers, or those that will be started; undefined as long as they are not worth it. */
  runner(): TaskRunner | undefined;
  /** Ends them, and starts none any more. */
  close(): Promise<void>;
};

/** Workers for a load, none of them started. None is while the head start has no room for it. */
export function workersOnCall(
  { threads, maxInflatedBytes }: Pick<LoadOptions, 'threads' | 'maxInflatedBytes'>,
  headStart: Pick<HeadStart, 'oneWorker' | 'over'>,
): WorkersOnCall {
  let pool: TaskRunner | undefined;
  let filesNamed = 0;
  let bytesNamed = 0;
  let closed = false;

  return {
    fileNamed(file) {
      if (pool !== undefined || threads === 0 || closed) return;
      filesNamed++;
      bytesNamed += sizeOnDisk(file);
      if (bytesNamed < worthWorkersBytes && filesNamed < worthWorkersFiles) return;
      pool = startWorkerPool(threads, maxInflatedBytes, headStart);
    },
    runner: () => pool,
    async close() {
      closed = true;
      await pool?.close();
    },
  };
}
