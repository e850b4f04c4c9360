import type { Progress, RecordText } from '../load/loading.ts';
import type { PathValues } from '../query/path-values.ts';
import type { Query, QueryError, RecordAnswers } from '../query/question.ts';
import type { FieldName } from '../record/fields.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Folds } from './detail/json-folds.ts';
import type { Effect } from './effect.ts';
import type { KeyRow } from './keys/key-table.ts';
import type { Lens } from './lenses.ts';
import type { Editor } from './text/editor.ts';

/**
 * All that the screen is made from: one plain value, changed by
 * `reduce` alone. Sub-objects follow the parts of the screen.
 */
export type State = {
  readonly size: { readonly columns: number; readonly rows: number };
  readonly settings: Settings;
  /** What is loaded so far. */
  readonly load: { readonly snapshot: Snapshot; readonly progress: Progress };
  readonly question: Question;
  readonly list: List;
  readonly detail: Detail;
  /** The line being typed into, over everything else; undefined when keys are commands. */
  readonly input: Input | undefined;
  /** The box over the middle of the screen. */
  readonly popup: Popup | undefined;
  readonly focus: Focus;
  /** True when the focused part has the screen for itself. */
  readonly full: boolean;
  readonly timeline: Timeline;
  readonly chipCursor: number;
  readonly history: History;
  readonly evidence: Evidence;
  /** The first key of a family (`a`, `y`, `p`) that waits for its second; `menu` once it has waited long. */
  readonly family: { readonly prefix: Family; readonly menu: boolean } | undefined;
  /** The file being written: what is asked about when it is there already. */
  readonly exporting: ExportEffect | undefined;
  /** One line about what just happened, shown until the next key. */
  readonly message: Message | undefined;
};

/** What stays as it was given at the start. */
export type Settings = {
  /** What was opened, as shown in the status line: `samples`. */
  readonly title: string;
  /** IANA zone or `UTC`, in which times are shown and read. */
  readonly zone: string;
  /** When the program started; ms since 1970 UTC. For times relative to now. */
  readonly nowMs: number;
  /** The paths and options that opened this view again: what comes between `trailtui` and `--query`, quoted for a shell. */
  readonly command: string;
  /** The lines of a file named by `field:@file`; undefined when it cannot be read. */
  readonly readList: (path: string) => readonly string[] | undefined;
  /** The lenses under `1` to `9`, where the user has others than the usual ones. */
  readonly lenses?: readonly Lens[];
  /** The key table, where the user has other keys than the usual ones. */
  readonly keys?: readonly KeyRow[];
  /** What the user calls accounts, by their number. */
  readonly accounts?: ReadonlyMap<string, string>;
};

type ExportEffect = Extract<Effect, { kind: 'export' }>;

/** Parts that keys can go to. */
export type Focus = 'list' | 'request' | 'response' | 'timeline' | 'chips';
/** First keys of the families of two keys. */
export type Family = 'a' | 'y' | 'p';

/** What is asked, and what answers it. */
export type Question = {
  /** The typed part of the query; while it cannot be read, `typed` is that of the last text that could. */
  readonly text: string;
  readonly typed: Query;
  readonly error: QueryError | undefined;
  /** Filters made by keys, in the order of making. */
  readonly chips: readonly Chip[];
  /** The lens that is on, 1 to 9. */
  readonly lens: number | undefined;
  /** Everything above as one tree. */
  readonly query: Query;
  /** Answers to tests on records so far, by their key. */
  readonly answers: ReadonlyMap<string, RecordAnswers>;
  /** The test that is being streamed over records, and the events it was asked of. */
  readonly searching: { readonly key: string; readonly events: Uint32Array } | undefined;
  /** Events that satisfy the query, in time order. */
  readonly matches: Uint32Array;
  /** How many events the streaming test still has to decide about. */
  readonly undecided: number;
};

/** A filter that stands apart from the typed query: a query text of its own. */
export type Chip = { readonly text: string; readonly off: boolean };

/** The event list. */
export type List = {
  /** The events it shows, top to bottom: the matches as sorted, or all events in context. */
  readonly lines: Uint32Array;
  /** Undefined: by time. */
  readonly sort: { readonly field: FieldName; readonly reverse: boolean } | undefined;
  /** True when matches are shown among everything else. */
  readonly context: boolean;
  /** The selected event and its place in `lines`; both -1 when there is none. */
  readonly selected: number;
  readonly position: number;
  /** The event the user chose last: selected again as soon as it is shown. */
  readonly wanted: number;
  /** True until the user moves: the newest event is selected. */
  readonly following: boolean;
  /** Place in `lines` of the topmost event shown. */
  readonly top: number;
  /** The field of the selected cell. */
  readonly field: FieldName;
  /** Columns that the user added to or took from the usual ones. */
  readonly columns: readonly FieldName[] | undefined;
  /** The other end of a range of lines being selected: an event. */
  readonly rangeFrom: number | undefined;
};

/** The lower half: header and parameters of the selected event. */
export type Detail = {
  /** Records taken out, the last asked for first. */
  readonly records: readonly RecordText[];
  /** The event whose record was asked for last; -1 for none. */
  readonly asked: number;
  /** Why the record of an event could not be taken out. */
  readonly failure: { readonly event: number; readonly message: string } | undefined;
  readonly view: 'parameters' | 'raw' | 'original';
  readonly wrap: boolean;
  readonly folds: Folds;
  readonly request: PaneCursor;
  readonly response: PaneCursor;
  /** The text looked for in the panes. */
  readonly find: string;
};

/** Where a scrolling pane stands: 0-based lines. */
export type PaneCursor = { readonly line: number; readonly top: number };

/** A line being typed, and what for. */
export type Input = {
  readonly purpose: 'query' | 'time' | 'note' | 'find' | 'palette' | 'narrow' | 'chip';
  readonly editor: Editor;
  /** What Esc goes back to. */
  readonly before: View;
  /** How many steps back in the recent queries; 0 is the line being typed. */
  readonly recent: number;
  /** The completion chosen, and the line that it completes. */
  readonly completion: { readonly from: Editor; readonly index: number } | undefined;
};

/** A box over the screen. `narrow` is the text its lines are filtered by. */
export type Popup =
  | ({ readonly kind: 'help' } & Narrowed)
  | ({ readonly kind: 'problems'; readonly open: boolean } & Narrowed)
  | ({
      readonly kind: 'facet';
      readonly of: Counted;
      readonly sort: FacetSort;
      readonly chosen: ReadonlySet<string>;
    } & Narrowed)
  | ({ readonly kind: 'palette' } & Narrowed)
  | ({ readonly kind: 'columns' } & Narrowed)
  | ({ readonly kind: 'summary' } & Narrowed)
  | ({ readonly kind: 'session'; readonly event: number; readonly of: 'session' | 'principal' } & Narrowed)
  | ({ readonly kind: 'compare'; readonly events: readonly [number, number] } & Narrowed)
  | ({ readonly kind: 'confirm'; readonly effect: ExportEffect } & Narrowed);
/** What all boxes with lines have. */
export type Narrowed = { readonly narrow: string; readonly cursor: number; readonly top: number };
/** What a box of counts counts: a field, or the values at a path into the records. */
export type Counted = { readonly kind: 'field'; readonly field: FieldName } | PathCount;
/** Values at a path, counted as the records are read. */
export type PathCount = {
  readonly kind: 'path';
  /** Keys, or `[]` for any element. */
  readonly path: readonly string[];
  /** What was found so far. */
  readonly found: readonly PathValues[];
  /** True while records are being read. */
  readonly reading: boolean;
};
/** The orders of values in a box of counts. */
export type FacetSort = 'count' | 'rare' | 'first' | 'addresses';

/** The histogram when it has the focus: bins, half-open. */
export type Timeline = {
  readonly shown: boolean;
  readonly bin: number;
  readonly rangeFrom: number | undefined;
};

/** Steps that `[` and `]` walk, the nearest last. */
export type History = { readonly past: readonly View[]; readonly future: readonly View[] };

/** Enough to bring a view back. */
export type View = {
  /** What the step is called in the breadcrumb. */
  readonly label: string;
  readonly text: string;
  readonly chips: readonly Chip[];
  readonly lens: number | undefined;
  readonly sort: List['sort'];
  readonly context: boolean;
  readonly selected: number;
  readonly top: number;
  readonly following: boolean;
};

/** What the user marked, and what is kept between runs. */
export type Evidence = {
  /** Notes by the identity of the record; an empty note is a mark at once. */
  readonly marks: ReadonlyMap<string, string>;
  /** Queries kept with Enter, the newest first. */
  readonly queries: readonly string[];
};

/** A line about what happened. */
export type Message = { readonly text: string; readonly tone: 'plain' | 'warning' };
