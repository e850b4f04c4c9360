/**
 * Reads and inflates every .gz file of a folder, and does nothing else: what every reader of these files has to do at least.
 *
 *   node test/bench/inflate-alone.ts FOLDER THREADS
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

type Work = { readonly files: readonly string[]; readonly next: Int32Array };

if (isMainThread) {
  const [folder = '.', threads = '1'] = process.argv.slice(2);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.gz'))
    .map((file) => join(folder, file));
  const work: Work = { files, next: new Int32Array(new SharedArrayBuffer(4)) };
  if (threads === '1') inflateAll(work);
  else
    for (let i = 0; i < Number(threads); i++)
      new Worker(new URL(import.meta.url), { workerData: work, execArgv: [] });
} else {
  inflateAll(workerData as Work);
}

function inflateAll({ files, next }: Work): void {
  for (let i = Atomics.add(next, 0, 1); i < files.length; i = Atomics.add(next, 0, 1)) {
    const packed = readFileSync(files[i]!);
    gunzipSync(packed, { chunkSize: Math.max(64, packed.readUInt32LE(packed.length - 4)) });
  }
}
