import type { Batch, Decoded, Repair } from '../decode/batch.ts';
import { hashMinified } from '../decode/content-hash.ts';
import type { FileReport, Problem } from '../decode/problem.ts';
import { unpack } from '../decode/unpack.ts';
import { Flag } from '../record/summary.ts';
import { ContentGroups } from './content-groups.ts';
import { EventColumns } from './event-columns.ts';
import { foldCopies } from './fold.ts';
import { doubleColumn, halfWordColumn, wordColumn } from './growing-column.ts';
import { IdIndex } from './id-index.ts';
import { runToEnd } from './run-to-end.ts';
import type { Snapshot } from './snapshot.ts';
import { compareDocuments, documentOf, type StoredDocument, storedDocument } from './stored-document.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { totalOrder } from './total-order.ts';

/** How a store treats what it is given. */
export type StoreOptions = {
  /** Show identical records that repeat an eventID as events of their own. */
  readonly keepDuplicates: boolean;
};

/** Contents that must be known before it is certain which records are copies: events of one document. */
export type ContentQuestion = {
  readonly document: StoredDocument['document'];
  readonly events: readonly number[];
  /** Pairs (start, end) of the records within the document. */
  readonly ranges: readonly number[];
};

/** The events, appended batch by batch. */
export type EventStore = {
  /** Number of events appended, copies included. */
  readonly length: number;
  /** Takes in what came of one file. The batches of one decoder must come in the order in which it made them. */
  append(decoded: Decoded): void;
  /** Makes room for that many events in all, so that columns need not grow one step at a time. */
  reserve(events: number): void;
  /** Everything appended so far, worked out at once. The same object until something is appended. */
  snapshot(): Snapshot;
  /**
   * The same in pieces of a few milliseconds: yields between them. What is appended meanwhile is left to the next snapshot.
   * Contents that are not known pass for equal where their columns are; see `takeContentQuestions`.
   */
  prepareSnapshot(): Generator<void, Snapshot>;
  /** Whose contents must be known, and have not been asked for. Known to be complete after a snapshot was prepared. */
  takeContentQuestions(): readonly ContentQuestion[];
  /** Answers a question: a hash for each event, or undefined when the records cannot be had again. */
  answerContentQuestion(question: ContentQuestion, hashes: ArrayLike<number> | undefined): void;
};

/** An empty store. */
export function createEventStore({ keepDuplicates }: StoreOptions): EventStore {
  const columns = new EventColumns();
  const ids = new IdIndex(columns.eventId);
  const minified = doubleColumn();
  const roots = wordColumn();
  const reused = halfWordColumn();
  const groups = new ContentGroups(
    ids,
    { asWritten: columns.contentHash, minified, columnsOf: (event) => columnsOf(columns, event) },
    roots,
    reused,
  );
  const documents: StoredDocument[] = [];
  let sorted: StoredDocument[] = [];
  const repairs = new Map<number, readonly Repair[]>();
  const files: FileReport[] = [];
  const problems: Problem[] = [];
  let changes = 0;
  let snapshotOf = -1;
  let newest: Snapshot | undefined;
  let anyReused = false;

  function reserve(events: number): void {
    const used = columns.length;
    columns.reserve(events);
    ids.reserve(events, used);
    minified.reserve(events, used);
    roots.reserve(events, used);
    reused.reserve(events, used);
  }

  function appendBatch(batch: Batch): void {
    const firstEvent = columns.length;
    if (firstEvent + batch.length > roots.array.length)
      reserve(Math.max(firstEvent + batch.length, firstEvent * 2));
    columns.append(batch);
    for (let event = firstEvent; event < columns.length; event++) if (ids.add(event)) groups.change(event);
    documents.push(storedDocument(batch, documents.length, firstEvent));
    for (const repair of batch.repairs) {
      const event = firstEvent + repair.event;
      repairs.set(event, [...(repairs.get(event) ?? []), { ...repair, event }]);
    }
  }

  /** Merges the documents that came since the last time into the sorted ones. */
  function sortDocuments(): readonly StoredDocument[] {
    if (sorted.length < documents.length)
      sorted = [...sorted, ...documents.slice(sorted.length)].sort(compareDocuments);
    return sorted;
  }

  function flagsWithReuse(length: number): Uint16Array {
    const flags = columns.flags.array;
    for (let event = 0; !anyReused && event < length; event++) anyReused = reused.array[event] !== 0;
    if (!anyReused) return flags;
    const marked = flags.slice(0, length);
    for (let event = 0; event < length; event++)
      if (reused.array[event] !== 0) marked[event]! |= Flag.idReused;
    return marked;
  }

  function* prepareSnapshot(): Generator<void, Snapshot> {
    if (newest !== undefined && snapshotOf === changes) return newest;
    const of = changes;
    const { length } = columns;
    // All that is appended while this goes on belongs to the next snapshot.
    const ownDocuments = documents.slice();
    const ownSorted = sortDocuments();
    const [ownFiles, ownProblems] = [files.slice(), problems.slice()];
    yield* groups.regroup();
    const sequence = yield* totalOrder({
      length,
      timeMs: columns.timeMs.array,
      start: columns.start.array,
      documents: ownDocuments,
      sorted: ownSorted,
    });
    const folded = yield* foldCopies(sequence, keepDuplicates ? new Uint32Array(length) : roots.array);
    newest = takeSnapshot({
      ...folded,
      version: (newest?.version ?? -1) + 1,
      length,
      columns,
      ids,
      flags: flagsWithReuse(length),
      documents: ownDocuments,
      repairs,
      files: ownFiles,
      problems: ownProblems,
    });
    snapshotOf = of;
    return newest;
  }

  function takeContentQuestions(): ContentQuestion[] {
    const byDocument = new Map<StoredDocument, { events: number[]; ranges: number[] }>();
    for (const event of groups.takeUnsettled()) {
      const stored = documentOf(documents, event);
      const asked = byDocument.get(stored) ?? { events: [], ranges: [] };
      byDocument.set(stored, asked);
      asked.events.push(event);
      asked.ranges.push(columns.start.array[event]!, columns.end.array[event]!);
    }
    return [...byDocument].map(([{ document }, asked]) => ({ document, ...asked }));
  }

  function answerContentQuestion(question: ContentQuestion, hashes: ArrayLike<number> | undefined): void {
    question.events.forEach((event, i) => {
      // A record that cannot be read again is a copy of nothing: a number no other has.
      minified.array[event] = hashes?.[i] ?? -1 - event;
      groups.change(event);
    });
    changes++;
  }

  function snapshot(): Snapshot {
    for (;;) {
      const prepared = runToEnd(prepareSnapshot());
      const questions = takeContentQuestions();
      if (questions.length === 0) return prepared;
      for (const question of questions) answerContentQuestion(question, hashKept(question));
    }
  }

  return {
    get length() {
      return columns.length;
    },
    append(decoded) {
      for (const batch of decoded.batches) appendBatch(batch);
      // One by one: an archive can have more members than a call can have arguments.
      for (const report of decoded.reports) files.push(report);
      for (const problem of decoded.problems) problems.push(problem);
      changes++;
    },
    reserve,
    snapshot,
    prepareSnapshot,
    takeContentQuestions,
    answerContentQuestion,
  };
}

/** Columns that the record alone decides, wherever it was found. */
function columnsOf(columns: EventColumns, event: number): string {
  const { codes, identity, timeMs } = columns;
  return [
    timeMs.array[event],
    identity.array[event],
    codes.source.array[event],
    codes.event.array[event],
    codes.source_ip.array[event],
    codes.user_agent.array[event],
    codes.error.array[event],
    codes.target.array[event],
  ].join();
}

/** The hashes of records whose document is in memory; undefined for others. */
function hashKept({ document, ranges }: ContentQuestion): number[] | undefined {
  const { source } = document;
  if (source.kept !== 'memory') return undefined;
  const bytes = unpack(source.bytes, source.packing, document.byteLength);
  return hashMinified(bytes, ranges);
}
