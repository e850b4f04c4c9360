import type { Repair } from '../decode/batch.ts';
import type { PathValues } from '../query/path-values.ts';
import type { RecordTest } from '../query/record-test.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** What to load and how. */
export type LoadOptions = {
  /** Files, folders, globs, archives, `-` for standard input. */
  readonly paths: readonly string[];
  /** Number of worker threads; 0 decodes on the calling thread. */
  readonly threads: number;
  /** Show identical records that repeat an eventID as events of their own. */
  readonly keepDuplicates: boolean;
  /** Inflated bytes of one file beyond which it is taken for a decompression bomb. */
  readonly maxInflatedBytes: number;
  /** Whether somebody waits to see the first events: these then come before everything else. */
  readonly watched?: boolean;
  /** Standard input, when `-` is among the paths. */
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
};

/** How far a load is. Bytes are bytes on disk. */
export type Progress = {
  readonly filesDone: number;
  readonly filesFound: number;
  readonly bytesDone: number;
  readonly bytesFound: number;
  /** False until every path has been walked. */
  readonly discovered: boolean;
  readonly done: boolean;
  /** Milliseconds since the load began. */
  readonly elapsedMs: number;
};

/** A record taken out again. */
export type RecordText = {
  readonly event: number;
  /** The record's JSON text as it stands in its document (a repaired record as repaired). */
  readonly json: string;
  readonly repairs: readonly Repair[];
  /** For a record that does not stand verbatim in its file: the bytes it was read from, decoded; else undefined. */
  readonly original: string | undefined;
};

/** A load under way or finished, and the one way to get at records afterwards. */
export type Loading = {
  /** The newest snapshot. The same object until something was added. */
  snapshot(): Snapshot;
  /** How far the load is, now. */
  progress(): Progress;
  /**
   * Calls back when the snapshot or the progress changed (at most some
   * 20 times a second); gives a function that stops it.
   */
  subscribe(listener: () => void): () => void;
  /** Fulfilled when everything is loaded; never rejected: what went wrong is a problem in the snapshot. */
  readonly done: Promise<void>;
  /** The record of an event. Rejected with a plain sentence when its file is gone or has changed. */
  readRecord(event: number): Promise<RecordText>;
  /**
   * The records of these events, in the order given, read in blocks so
   * that each document is unpacked as seldom as possible.
   */
  readRecords(events: Uint32Array, signal?: AbortSignal): AsyncIterable<RecordText>;
  /**
   * Which of these events pass a test on the record itself, tested by streaming over the kept bytes.
   * `onPart` gets answers as they come: the events tested and, of these, the ones that passed.
   */
  searchRecords(
    test: RecordTest,
    events: Uint32Array,
    onPart: (tested: Uint32Array, passed: Uint32Array) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * The values at a path into the records of these events, read by
   * streaming over the kept bytes; `onPart` gets them as they come.
   */
  readValues(
    path: readonly string[],
    events: Uint32Array,
    onPart: (values: PathValues) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Stops loading and ends the workers. Records can no longer be read. */
  close(): Promise<void>;
};
