import type { Decoded, Document } from '../decode/batch.ts';
import { hashMinified } from '../decode/content-hash.ts';
import { createDecoder } from '../decode/decode.ts';
import { wholeFileProblem } from '../decode/problem.ts';
import { releaseInflated } from '../decode/release.ts';
import { type RecordMatcher, recordMatcher } from '../query/match-record.ts';
import { type PathReader, pathReader, readPathValues } from '../query/path-values.ts';
import { type RecordTest, recordTestKey } from '../query/record-test.ts';
import { readDocument, readWholeFile } from './read-bytes.ts';
import { reasonOf } from './reason.ts';
import type { Task, TaskResult } from './task.ts';

/** Does tasks on the thread that calls it. */
export type TaskDoer = (task: Task) => TaskResult[Task['kind']];

/** A doer with a decoder of its own. `decoder` tells its batches from those of other doers. */
export function createTaskDoer(decoder: number, maxInflatedBytes: number): TaskDoer {
  const { decode } = createDecoder(decoder, { maxInflatedBytes });
  let matcher: { readonly key: string; readonly matches: RecordMatcher } | undefined;
  let reader: { readonly key: string; readonly read: PathReader } | undefined;

  /** A search comes as many tasks with the same test: its matcher is made once. */
  function matcherFor(test: RecordTest): RecordMatcher {
    const key = recordTestKey(test);
    if (matcher?.key !== key) matcher = { key, matches: recordMatcher(test) };
    return matcher.matches;
  }

  function readerFor(path: readonly string[]): PathReader {
    const key = JSON.stringify(path);
    if (reader?.key !== key) reader = { key, read: pathReader(path) };
    return reader.read;
  }

  function decodeFile(path: string): Decoded {
    try {
      const { bytes, size, mtimeMs } = readWholeFile(path);
      return decode({ path, bytes, origin: { file: path, size, mtimeMs } });
    } catch (error) {
      return unreadableFile(path, reasonOf(error));
    }
  }

  return (task) => {
    switch (task.kind) {
      case 'decode':
        return task.files.map(decodeFile);
      case 'decode-bytes':
        return [decode({ path: task.path, bytes: task.bytes })];
      case 'hash':
        return withDocument(task.document, (bytes) => Float64Array.from(hashMinified(bytes, task.ranges)));
      case 'unpack':
        return readDocument(task.document);
      case 'search': {
        const matches = matcherFor(task.test);
        const { ranges } = task;
        return withDocument(task.document, (bytes) => {
          const passed = new Uint8Array(ranges.length / 2);
          for (let i = 0; i < passed.length; i++)
            passed[i] = matches(bytes, ranges[i * 2]!, ranges[i * 2 + 1]!) ? 1 : 0;
          return passed;
        });
      }
      case 'path-values': {
        const read = readerFor(task.path);
        return withDocument(task.document, (bytes) => readPathValues(read, bytes, task.ranges));
      }
    }
  };
}

/** What a function makes of a document's bytes, which are given back afterwards. */
function withDocument<T>(document: Document, use: (bytes: Uint8Array) => T): T {
  const bytes = readDocument(document);
  const made = use(bytes);
  // Bytes that are kept as they are must stay.
  if (document.source.packing !== 'none') releaseInflated(bytes);
  return made;
}

/** What comes of a file that could not be read. */
export function unreadableFile(
  path: string,
  message: string,
  kind: 'unreadable' | 'out-of-memory' = 'unreadable',
): Decoded {
  return {
    batches: [],
    reports: [{ path, outcome: 'unreadable', what: '', records: 0, repaired: 0, lost: 0, byteLength: 0 }],
    problems: [wholeFileProblem(path, kind, message)],
  };
}
