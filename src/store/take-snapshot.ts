import type { Repair } from '../decode/batch.ts';
import type { FileReport, Problem } from '../decode/problem.ts';
import { formatUuid, parseUuid } from '../decode/uuid.ts';
import {
  type EventField,
  eventFields,
  type FieldName,
  type IdentityField,
  identityFields,
} from '../record/fields.ts';
import { Flag, type Identity, identityTexts } from '../record/summary.ts';
import { formatTime } from '../record/time.ts';
import type { CodeArray } from './code-column.ts';
import { codeOf } from './code-of.ts';
import { codedColumn } from './coded-column.ts';
import type { EventColumns } from './event-columns.ts';
import type { Folded } from './fold.ts';
import type { IdIndex } from './id-index.ts';
import { findSessionsLate } from './late-sessions.ts';
import type { SessionSources } from './sessions.ts';
import type { Column, Place, Snapshot } from './snapshot.ts';
import { documentOf, fileEndOf, fileStartOf, type StoredDocument } from './stored-document.ts';

/** What a snapshot shares with the store: parts that are only appended to, and those made for this snapshot. */
export type SnapshotParts = Folded & {
  readonly version: number;
  /** Number of events: what the store appends from there on is none of this snapshot. */
  readonly length: number;
  readonly columns: EventColumns;
  readonly ids: IdIndex;
  /** By event; with `Flag.idReused`, which only all events together tell. */
  readonly flags: Uint16Array;
  /** Those that were there by then. */
  readonly documents: readonly StoredDocument[];
  /** By event. */
  readonly repairs: ReadonlyMap<number, readonly Repair[]>;
  readonly files: readonly FileReport[];
  readonly problems: readonly Problem[];
};

const noRepairs: readonly Repair[] = [];

/** A snapshot of the first `length` events. */
export function takeSnapshot(parts: SnapshotParts): Snapshot {
  const { columns, ids, length, order, rank, flags, documents, files } = parts;
  const timeMs = columns.timeMs.array;
  const start = columns.start.array;
  const end = columns.end.array;
  const identity = columns.identity.array;
  const eventId = columns.eventId.array;
  const coded = codedColumns(columns, identity);

  const identityCount = columns.identityCount;
  const sessions = findSessionsLate(() =>
    sessionSources(parts, identityCount, identity, timeMs, coded.get('target')!),
  );
  const columnNamed = (field: FieldName): Column | undefined => {
    if (field === 'person' || field === 'session') return sessions.found()[field];
    return coded.get(field);
  };

  function textOfEventId(event: number): string {
    const at = event * 4;
    if (eventId[at] !== 0 || eventId[at + 1] !== 0 || eventId[at + 2] !== 0) return formatUuid(eventId, at);
    return columns.dictionaries.get('oddEventId')!.valueAt(eventId[at + 3]!);
  }

  function text(field: FieldName, event: number): string | undefined {
    const column = columnNamed(field);
    if (column !== undefined) return column.valueAt(codeOf(column, event));
    if (field === 'time') {
      const time = timeMs[event]!;
      if (!Number.isNaN(time)) return formatTime(time);
      return columns.dictionaries.get('timeText')!.valueAt(columns.timeText.codeAt(event));
    }
    if (field === 'event_id') return textOfEventId(event);
    if (field === 'repaired') return (flags[event]! & Flag.repaired) === 0 ? '' : 'yes';
    if (field === 'file') return documentOf(documents, event).document.path;
    return undefined;
  }

  function first(events: Iterable<number>): number | undefined {
    let best: number | undefined;
    for (const event of events) if (best === undefined || rank[event]! < rank[best]!) best = event;
    return best === undefined ? undefined : order[rank[best]!];
  }

  function eventsWithId(id: string): Iterable<number> {
    const words = new Uint32Array(4);
    if (!parseUuid(id, words, 0)) words[3] = columns.dictionaries.get('oddEventId')!.find(id) ?? 0;
    return ids.eventsWith(words, length);
  }

  function copies(event: number): readonly number[] {
    const words = eventId.subarray(event * 4, event * 4 + 4);
    const found = [...ids.eventsWith(words, length)].filter((other) => rank[other] === rank[event]);
    if (found.length < 2) return [event];
    const places = new Map(found.map((copy) => [copy, place(copy)]));
    return found.sort((a, b) => comparePlaces(places.get(a)!, places.get(b)!) || a - b);
  }

  function place(event: number): Place {
    const stored = documentOf(documents, event);
    return {
      document: stored.document,
      documentIndex: stored.index,
      original: stored.original,
      start: start[event]!,
      end: end[event]!,
      fileStart: fileStartOf(stored, event, start[event]!),
      fileEnd: fileEndOf(stored, event, end[event]!),
    };
  }

  return {
    version: parts.version,
    length,
    order,
    rank,
    timeMs,
    flags,
    identity,
    start,
    end,
    identityCount,
    span: spanOf(order, timeMs),
    totals: {
      events: order.length,
      records: length,
      duplicates: length - order.length,
      lost: files.reduce((sum, file) => sum + file.lost, 0),
      repaired: files.reduce((sum, file) => sum + file.repaired, 0),
    },
    files,
    problems: parts.problems,
    documents,
    column: columnNamed,
    text,
    identityColumn(text) {
      return codedColumn(columns.dictionaries.get(text)!, columns.identityCodes[text].array, undefined);
    },
    identityOf: (event) => identityNumbered(columns, identity[event]!),
    representative: (event) => order[rank[event]!]!,
    copies,
    repairs: (event) => parts.repairs.get(event) ?? noRepairs,
    place,
    eventWithId: (id) => first(eventsWithId(id)),
    eventsWithId: (id) => [...eventsWithId(id)],
    sessionOf: (event) => sessions.found().sessionOf(event),
    chainOf: (event) => sessions.found().chainOf(event),
    prepareValues: (name) => columns.dictionaries.get(name)!.prepareValues(),
    prepareSessions: sessions.prepare,
  };
}

/** What sessions are worked out from: the columns as they stand for this snapshot. */
function sessionSources(
  { columns, length, flags, order, rank }: SnapshotParts,
  identityCount: number,
  identity: Uint32Array,
  timeMs: Float64Array,
  target: Column,
): SessionSources {
  return {
    identities: {
      count: identityCount,
      codes: (text) => columns.identityCodes[text].array,
      valueAt: (text, code) => columns.dictionaries.get(text)!.valueAt(code),
      find: (text, value) => columns.dictionaries.get(text)!.find(value),
      valueCount: (text) => columns.dictionaries.get(text)!.length,
    },
    length,
    identity,
    flags,
    timeMs,
    order,
    rank,
    issued: () => columns.issuedKey.pairs(length),
    issuedKey: (code) => columns.dictionaries.get('issuedKey')!.valueAt(code),
    shared: () => columns.sharedEventId.pairs(length),
    accessKeyCode: (key) => columns.dictionaries.get('access_key')!.find(key),
    target: (event) => target.valueAt(target.codes[event]!),
  };
}

/** Copies have the same time, so path and position decide. */
function comparePlaces(a: Place, b: Place): number {
  if (a.document.path !== b.document.path) return a.document.path < b.document.path ? -1 : 1;
  return a.fileStart - b.fileStart;
}

function codedColumns(columns: EventColumns, via: Uint32Array): ReadonlyMap<FieldName, Column> {
  const column = (
    field: EventField | IdentityField,
    codes: CodeArray,
    through: Uint32Array | undefined,
  ): Column => codedColumn(columns.dictionaries.get(field)!, codes, through);
  return new Map<FieldName, Column>([
    ...eventFields.map((field) => [field, column(field, columns.codes[field].array, undefined)] as const),
    ...identityFields.map(
      (field) => [field, column(field, columns.identityCodes[field].array, via)] as const,
    ),
  ]);
}

function identityNumbered(columns: EventColumns, code: number): Identity {
  return Object.fromEntries(
    identityTexts.map((text) => [
      text,
      columns.dictionaries.get(text)!.valueAt(columns.identityCodes[text].array[code]!),
    ]),
  ) as unknown as Identity;
}

function spanOf(order: Uint32Array, timeMs: Float64Array): Snapshot['span'] {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number.isNaN(timeMs[order[middle]!]!)) high = middle;
    else low = middle + 1;
  }
  return low === 0 ? undefined : { firstMs: timeMs[order[0]!]!, lastMs: timeMs[order[low - 1]!]! };
}
