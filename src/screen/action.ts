import type { Progress, RecordText } from '../load/loading.ts';
import type { PathValues } from '../query/path-values.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { GatheredFor } from './effect.ts';
import type { Family, Message } from './state.ts';
import type { Edit } from './text/editor.ts';

/** Down or right: 1; up or left: -1. */
export type Direction = 1 | -1;

/** What the world reports: sent by `ui/`. */
export type Report =
  /** More is loaded, or the progress moved. */
  | { readonly kind: 'loaded'; readonly snapshot: Snapshot; readonly progress: Progress }
  /** Answers the effect `read-record`; `version` is that of the snapshot it was read under. */
  | {
      readonly kind: 'record-read';
      readonly event: number;
      readonly version: number;
      readonly record: RecordText;
    }
  | {
      readonly kind: 'record-failed';
      readonly event: number;
      readonly version: number;
      readonly message: string;
    }
  /** Answers `gather-records`, with the records that could be read, in the order asked. */
  | { readonly kind: 'records-gathered'; readonly for: GatheredFor; readonly records: readonly RecordText[] }
  /** Part of the answer to `search-records`: the events tested and, of these, the ones that passed. */
  | {
      readonly kind: 'search-part';
      readonly key: string;
      readonly tested: Uint32Array;
      readonly passed: Uint32Array;
    }
  | { readonly kind: 'search-done'; readonly key: string }
  /** Part of the answer to `read-values`. */
  | { readonly kind: 'values-part'; readonly path: readonly string[]; readonly found: readonly PathValues[] }
  | { readonly kind: 'values-done'; readonly path: readonly string[] }
  | { readonly kind: 'resized'; readonly columns: number; readonly rows: number }
  /** A line about what came of an effect: the route a copy took, the file written. */
  | { readonly kind: 'told'; readonly message: Message }
  /** Answers `export` without `overwrite` when the file is there already. */
  | { readonly kind: 'file-exists'; readonly path: string }
  /** Answers `wait`: the second key of a family has not come. */
  | { readonly kind: 'family-waited' };

/** What the user wants: named for the intent, not the key. */
export type Intent =
  | { readonly kind: 'move'; readonly by: 'line' | 'half' | 'page' | 'all'; readonly direction: Direction }
  | { readonly kind: 'move-cell'; readonly direction: Direction }
  | { readonly kind: 'focus-next'; readonly direction: Direction }
  | { readonly kind: 'enter' }
  | { readonly kind: 'step-back' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'toggle-full' }
  // the query
  | { readonly kind: 'ask' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'keep-input' }
  | { readonly kind: 'drop-input' }
  | { readonly kind: 'recent-query'; readonly direction: Direction }
  | { readonly kind: 'complete'; readonly direction: Direction }
  | { readonly kind: 'filter-value'; readonly how: 'with' | 'without' | 'anywhere' }
  | { readonly kind: 'drop-filter'; readonly which: 'last' | 'all' }
  | { readonly kind: 'hide-services' }
  | { readonly kind: 'lens'; readonly lens: number }
  | { readonly kind: 'walk-history'; readonly direction: Direction }
  // the list
  | { readonly kind: 'seek'; readonly what: Sought; readonly direction: Direction }
  | { readonly kind: 'sort'; readonly reverse: boolean }
  | { readonly kind: 'toggle-context' }
  | { readonly kind: 'select-range' }
  | { readonly kind: 'go-to-time' }
  // chips and timeline
  | { readonly kind: 'toggle-chip' }
  | { readonly kind: 'negate-chip' }
  | { readonly kind: 'remove-chip' }
  | { readonly kind: 'focus-chips' }
  | { readonly kind: 'show-timeline' }
  | { readonly kind: 'take-as-normal' }
  // the detail
  | { readonly kind: 'find' }
  | { readonly kind: 'toggle-wrap' }
  | { readonly kind: 'toggle-raw' }
  // boxes
  | {
      readonly kind: 'open';
      readonly what:
        | 'help'
        | 'problems'
        | 'facet'
        | 'palette'
        | 'columns'
        | 'summary'
        | 'session'
        | 'principal'
        | 'compare';
    }
  | { readonly kind: 'narrow' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'facet-sort' }
  | { readonly kind: 'facet-exclude' }
  | { readonly kind: 'confirm' }
  // families
  | { readonly kind: 'begin-family'; readonly prefix: Family }
  | { readonly kind: 'end-family' }
  | { readonly kind: 'copy'; readonly what: CopyWhat; readonly to: 'clipboard' | 'terminal' }
  | { readonly kind: 'pivot'; readonly to: PivotTo }
  // evidence
  | { readonly kind: 'mark'; readonly note: boolean }
  // the terminal
  | { readonly kind: 'redraw' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'quit' };

/** What `e w o u n` go to the next of. */
export type Sought = 'failure' | 'write' | 'actor' | 'mark' | 'match';
/** What the `y` and `p` families take. */
export type CopyWhat =
  | 'event'
  | 'value'
  | 'name'
  | 'path'
  | 'jq'
  | 'actor'
  | 'command'
  | 'timeline'
  | 'policy'
  | 'policy-of-matches'
  | 'sql-athena'
  | 'sql-lake'
  | 'sql-duckdb';
/** What the `a` family goes to. */
export type PivotTo =
  | 'key'
  | 'ip'
  | 'principal'
  | 'human'
  | 'session'
  | 'origin'
  | 'children'
  | 'target'
  | 'request'
  | 'agent';

/** Everything that changes the state. */
export type Action = Report | Intent;
