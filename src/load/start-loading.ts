import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import { createEventStore } from '../store/event-store.ts';
import { announcer } from './announcer.ts';
import { decodeFiles } from './decode-files.ts';
import { startDiscovery } from './discover.ts';
import { headLength, newestFirst, splitNewest } from './found-file.ts';
import { gatherValues } from './gather-values.ts';
import { giveHeadStart } from './head-start.ts';
import type { Loading, LoadOptions, Progress } from './loading.ts';
import { type Measured, measureFiles } from './measure-files.ts';
import { isMemoryShort, type MemoryGauge, processMemory } from './memory.ts';
import { readStream } from './read-stream.ts';
import { messageOf } from './reason.ts';
import { createRecordReader } from './record-reader.ts';
import { roomAhead } from './room-ahead.ts';
import { runHere } from './run-here.ts';
import { searchDocuments } from './search-documents.ts';
import { settleContents } from './settle-contents.ts';
import { feedStore } from './store-feeder.ts';
import { workersOnCall } from './workers-on-call.ts';

/** So many of the files that are the newest by their names are decoded before anything is asked about the others. */
const firstFiles = 64;

/** Starts to load. Nothing that is wrong with the input throws or rejects: it becomes a problem in the snapshot. */
export function startLoading(options: LoadOptions, memory: MemoryGauge = processMemory): Loading {
  const startMs = performance.now();
  const store = createEventStore({ keepDuplicates: options.keepDuplicates });
  const announce = announcer();
  const feeder = feedStore(store, announce.isHeard, tellSnapshot);
  const here = runHere(-1, options.maxInflatedBytes);
  const headStart = giveHeadStart();
  const isWatched = options.watched === true;
  if (!isWatched) headStart.end(false);
  const workers = workersOnCall(options, headStart);
  let closed = false;
  const isStopped = () => closed;
  let endMs: number | undefined;
  const count = { filesDone: 0, filesFound: 0, bytesDone: 0, bytesFound: 0, discovered: false };

  const roomFor = roomAhead(store);
  const runner = () => workers.runner() ?? here;
  const tell = (problems: readonly Problem[]) => feeder.append({ batches: [], reports: [], problems });

  let eventsTold = false;
  function tellSnapshot(): void {
    // The first events are what the screen opens with.
    const isFirst = !eventsTold && feeder.snapshot().length > 0;
    announce.change(isFirst);
    eventsTold ||= isFirst;
  }

  function found({ files, problems }: Measured): Measured['files'] {
    count.filesFound += files.length;
    count.bytesFound += files.reduce((sum, file) => sum + file.size, 0);
    if (problems.length > 0) tell(problems).catch(ignoreStop);
    announce.change();
    return files;
  }

  async function load(): Promise<void> {
    const streamed = options.paths.includes('-') ? readStream(options.stdin) : undefined;
    if (streamed !== undefined) count.filesFound++;
    const paths = options.paths.filter((path) => path !== '-');
    const discovery = startDiscovery(paths, workers.fileNamed, isStopped);
    const known = isWatched ? await discovery.untilNewest(firstFiles) : await discovery.toEnd();
    if (known.problems.length > 0) tell(known.problems).catch(ignoreStop);
    const { newest } = splitNewest(known.files, firstFiles);
    const first = newestFirst(found(await measureFiles(newest, isStopped)));
    const isComplete = discovery.isComplete();
    const isAwaited = isWatched && (workers.runner() !== undefined || !isComplete);
    const headFiles = isAwaited ? headLength(first) : 0;
    // Whether workers are worth it may be known only when all is found, and that would have to wait for the first events.
    const isDecided = workers.runner() !== undefined || isComplete;
    if (headFiles === 0) headStart.leaveToWorker();
    if (first.length === 0 || (headFiles === 0 && !isDecided)) headStart.end(false);

    async function findOthers(): Promise<Measured['files']> {
      if (known.files.length > newest.length || !isComplete) await headStart.over;
      const { files, problems } = await discovery.toEnd();
      if (problems.length > known.problems.length)
        tell(problems.slice(known.problems.length)).catch(ignoreStop);
      const isFirst = new Set(newest);
      const rest = files.filter((file) => !isFirst.has(file));
      const measured = found(await measureFiles(rest, isStopped));
      count.discovered = true;
      return measured;
    }
    const others = findOthers();
    await decodeFiles(first, others, {
      runner: isDecided ? runner() : others.then(runner),
      head: headFiles === 0 ? undefined : { files: headFiles, runner: here },
      append: feeder.append,
      isMemoryShort: () => isMemoryShort(memory),
      isStopped,
      onFiles(files, bytes) {
        count.filesDone += files;
        count.bytesDone += bytes;
        if (count.discovered) roomFor(count.bytesDone, count.bytesFound);
        announce.change();
        headStart.end(isAwaited);
      },
    });
    if (streamed !== undefined) await loadStream(await streamed);
    await settleContents(store, feeder, runner());
  }

  async function loadStream({ bytes, problem }: Awaited<ReturnType<typeof readStream>>): Promise<void> {
    count.bytesFound += bytes.length;
    for (const decoded of await here.run({ kind: 'decode-bytes', path: '-', bytes }))
      await feeder.append(decoded);
    if (problem !== undefined) await tell([problem]);
    count.filesDone++;
    count.bytesDone += bytes.length;
  }

  const done = load()
    .catch((error: unknown) => {
      // Stopped, or a fault of the program itself, which must not pass for a finished load.
      if (closed) return;
      return tell([wholeFileProblem('', 'unreadable', `loading ended early: ${messageOf(error)}`)])
        .then(feeder.settle)
        .then(ignoreStop, ignoreStop);
    })
    .then(() => {
      endMs = performance.now();
      announce.change();
    });

  const reader = createRecordReader(runner);

  /** Makes problems of files that could be read when they were loaded, and cannot be read any more. */
  async function tellChanged(unreadable: ReadonlyMap<string, string>): Promise<void> {
    if (closed || unreadable.size === 0) return;
    await tell([...unreadable].map(([path, message]) => wholeFileProblem(path, 'changed', message)));
    await feeder.settle();
  }

  return {
    snapshot: feeder.snapshot,
    progress: (): Progress => ({
      ...count,
      done: endMs !== undefined,
      elapsedMs: (endMs ?? performance.now()) - startMs,
    }),
    subscribe: announce.subscribe,
    done,
    readRecord: (event) => reader.read(feeder.snapshot(), event),
    readRecords: (events, signal) => reader.readAll(feeder.snapshot(), events, signal),
    async searchRecords(test, events, onPart, signal) {
      await tellChanged(await searchDocuments(runner(), feeder.snapshot(), test, events, onPart, signal));
    },
    async readValues(path, events, onPart, signal) {
      await tellChanged(await gatherValues(runner(), feeder.snapshot(), path, events, onPart, signal));
    },
    async close() {
      closed = true;
      headStart.stop();
      feeder.stop();
      announce.stop();
      await Promise.all([here.close(), workers.close()]);
    },
  };
}

/** What is rejected because loading was stopped is of no concern to anybody. */
function ignoreStop(): void {}
