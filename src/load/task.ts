import type { Decoded, Document } from '../decode/batch.ts';
import type { PathValues } from '../query/path-values.ts';
import type { RecordTest } from '../query/record-test.ts';

/**
 * A piece of work as plain data, done by a worker or on the calling thread. Each is small enough (some tens of
 * milliseconds) that others can come in between.
 */
export type Task =
  /** Read and decode files. */
  | { readonly kind: 'decode'; readonly files: readonly string[] }
  /** Decode bytes that are at hand: standard input. */
  | { readonly kind: 'decode-bytes'; readonly path: string; readonly bytes: Uint8Array }
  /** Hash records without their white space. `ranges`: pairs (start, end) within the document. */
  | { readonly kind: 'hash'; readonly document: Document; readonly ranges: Uint32Array }
  /** Unpack a document. */
  | { readonly kind: 'unpack'; readonly document: Document }
  /** Test records. `ranges`: pairs (start, end) within the document. */
  | {
      readonly kind: 'search';
      readonly document: Document;
      readonly ranges: Uint32Array;
      readonly test: RecordTest;
    }
  /** Read the values at a path. `ranges`: pairs (start, end) within the document. */
  | {
      readonly kind: 'path-values';
      readonly document: Document;
      readonly ranges: Uint32Array;
      readonly path: readonly string[];
    };

/** What a task of a kind gives. */
export type TaskResult = {
  /** For each file what came of it, in the order given. */
  readonly decode: readonly Decoded[];
  readonly 'decode-bytes': readonly Decoded[];
  /** For each record its hash. */
  readonly hash: Float64Array;
  readonly unpack: Uint8Array;
  /** For each record 1 when it passed, else 0. */
  readonly search: Uint8Array;
  /** The values, their events being positions of ranges. */
  readonly 'path-values': PathValues;
};

/** Does tasks, one after the other or several at a time. */
export type TaskRunner = {
  /** How many tasks it does best to be given at a time. */
  readonly width: number;
  /**
   * Fulfilled with the result. `urgent` tasks go before others that wait. Rejected with a plain sentence when a
   * document cannot be read again; with {@link WorkerLost} when the worker died of it; when the runner is closed.
   */
  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>, urgent?: boolean): Promise<TaskResult[K]>;
  /** Ends it. Tasks that wait are rejected. */
  close(): Promise<void>;
};

/** Says that a worker ended while it did a task, most likely for want of memory. */
export class WorkerLost extends Error {}
