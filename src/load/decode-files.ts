import type { Decoded } from '../decode/batch.ts';
import { wholeFileProblem } from '../decode/problem.ts';
import { unreadableFile } from './do-task.ts';
import { type FoundFile, newestFirst } from './found-file.ts';
import { type TaskRunner, WorkerLost } from './task.ts';

/** A task holds files up to this many bytes on disk and this many in number, at least one file. */
const taskBytes = 512 * 1024;
const taskFiles = 64;
/** The first tasks are small, so that there is soon something to see. */
const firstTaskBytes = 64 * 1024;

/** What decoding works with. */
export type DecodeWork = {
  /** Does the tasks; those of the head are done before it is known. */
  readonly runner: TaskRunner | Promise<TaskRunner>;
  /** So many of the first files are decoded by another runner; undefined: none. */
  readonly head?: { readonly files: number; readonly runner: TaskRunner } | undefined;
  /** Fulfilled when it is in the store; rejected with a `RangeError` when there is no room for it. */
  readonly append: (decoded: Decoded) => Promise<void>;
  /** Whether to stop, with what is loaded by then. */
  readonly isMemoryShort: () => boolean;
  /** Whether nobody wants the events any more. */
  readonly isStopped: () => boolean;
  /** Called when files were appended, with their number and their bytes on disk. */
  readonly onFiles: (files: number, byteLength: number) => void;
};

/**
 * Decodes files and appends what they give, newest first: those that are `first`, then the others, which may be found in
 * the meantime. Stops, and says so in a problem, when memory runs short. A file that costs a worker its life becomes a
 * problem itself.
 */
export async function decodeFiles(
  first: readonly FoundFile[],
  others: Promise<readonly FoundFile[]>,
  work: DecodeWork,
): Promise<void> {
  const { head } = work;
  let files = newestFirst(first);
  let next = head?.files ?? 0;
  let tasks = 0;
  let stoppedAt: number | undefined;
  let allFound = false;
  const othersFound = others.then((found) => {
    files = files.concat(newestFirst(found));
    allFound = true;
  });

  function takeTask(width: number): FoundFile[] {
    const task: FoundFile[] = [];
    const mostBytes = tasks++ < width ? firstTaskBytes : taskBytes;
    for (let bytes = 0; next < files.length && task.length < taskFiles; next++) {
      bytes += files[next]!.size;
      if (task.length > 0 && bytes > mostBytes) break;
      task.push(files[next]!);
    }
    return task;
  }

  async function decodeNext(runner: TaskRunner): Promise<void> {
    while (stoppedAt === undefined && !work.isStopped()) {
      if (next === files.length) {
        if (allFound) return;
        await othersFound;
        continue;
      }
      if (next > 0 && work.isMemoryShort()) {
        stoppedAt = next;
        return;
      }
      await decodeTask(takeTask(runner.width), runner);
    }
  }

  async function decodeTask(task: readonly FoundFile[], by: TaskRunner): Promise<void> {
    let results: readonly Decoded[];
    try {
      results = await by.run({ kind: 'decode', files: task.map((file) => file.path) });
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      if (task.length > 1) {
        for (const file of task) await decodeTask([file], by);
        return;
      }
      results = [unreadableFile(task[0]!.path, error.message, 'out-of-memory')];
    }
    await appendAll(task, results);
  }

  async function appendAll(task: readonly FoundFile[], results: readonly Decoded[]): Promise<void> {
    // All at once, so that no other task's batches come between: those of one decoder must stay in order.
    const appended = results.map((decoded) => work.append(decoded));
    try {
      await Promise.all(appended);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      stoppedAt ??= next;
    }
    work.onFiles(
      task.length,
      task.reduce((sum, file) => sum + file.size, 0),
    );
  }

  async function decodeRest(): Promise<void> {
    const runner = await work.runner;
    await Promise.all(Array.from({ length: runner.width }, () => decodeNext(runner)));
  }

  const headDone = head === undefined ? undefined : decodeTask(files.slice(0, head.files), head.runner);
  await Promise.all([headDone, decodeRest()]);
  if (stoppedAt === undefined) return;
  const message =
    `memory ran short: the newest ${stoppedAt} of ${files.length} files are loaded. ` +
    'Load fewer: name folders of single days or regions, or narrow the time with --since';
  await work.append({
    batches: [],
    reports: [],
    problems: [wholeFileProblem(files[stoppedAt]?.path ?? '', 'out-of-memory', message)],
  });
}
