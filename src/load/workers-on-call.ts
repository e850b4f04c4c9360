import type { NamedFile } from './found-file.ts';
import type { LoadOptions } from './loading.ts';
import { sizeOnDisk } from './measure-files.ts';
import type { TaskRunner } from './task.ts';
import { startWorkerPool } from './worker-pool.ts';

/** Loads of fewer bytes and files are decoded on the calling thread: they are done before a worker would have started. */
const worthWorkersBytes = 2 ** 20;
const worthWorkersFiles = 250;

/** Workers that are started as soon as so much is found that they are worth it. */
export type WorkersOnCall = {
  /** Hears of a file that was found. */
  fileNamed(file: NamedFile): void;
  /** The workers; undefined as long as they were not worth starting. */
  runner(): TaskRunner | undefined;
  /** Ends them, and starts none any more. */
  close(): Promise<void>;
};

/** Workers for a load, none of them started. All but the first are started after `othersAfter` at the soonest. */
export function workersOnCall(
  { threads, maxInflatedBytes }: Pick<LoadOptions, 'threads' | 'maxInflatedBytes'>,
  othersAfter: Promise<void>,
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
      pool = startWorkerPool(threads, maxInflatedBytes, othersAfter);
    },
    runner: () => pool,
    async close() {
      closed = true;
      await pool?.close();
    },
  };
}
