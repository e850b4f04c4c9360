import type { RecordTest } from '../query/record-test.ts';

/**
 * What the screen asks of the world. `reduce` returns effects as data; `ui/` carries them out and sends what came of
 * them back as actions. Asking for what is already on its way is harmless.
 */
export type Effect =
  /** Take the record of an event out; answered with an action that names event and snapshot version. */
  | { readonly kind: 'read-record'; readonly event: number }
  /** Take many records out, to make one text of them; answered with `records-gathered`, which says `for` what. */
  | { readonly kind: 'gather-records'; readonly events: Uint32Array; readonly for: GatheredFor }
  /**
   * Stream a test over records; parts come back as actions under
   * `key`. A new search with another question cancels the old.
   */
  | {
      readonly kind: 'search-records';
      readonly key: string;
      readonly test: RecordTest;
      readonly events: Uint32Array;
    }
  | { readonly kind: 'cancel-search' }
  /** Read the values at a path; parts come back as actions. Other values being read are given up. */
  | { readonly kind: 'read-values'; readonly path: readonly string[]; readonly events: Uint32Array }
  | { readonly kind: 'cancel-values' }
  /** Put text on the clipboard; answered with a message about the route taken, or with the ways out where it is too large. */
  | { readonly kind: 'copy'; readonly text: string; readonly what: string; readonly waysOut: string }
  /** Leave the screen, print the text plainly (exact value, visible-safe), wait for a key, come back. */
  | { readonly kind: 'show-plain'; readonly text: string }
  /** Write a file; answered with a message. Without `overwrite`, a file that is there is answered with `file-exists`. */
  | {
      readonly kind: 'export';
      readonly path: string;
      readonly events: Uint32Array;
      readonly format: string;
      readonly overwrite: boolean;
    }
  /** Keep state (marks, notes, recent queries) for the next run. */
  | { readonly kind: 'keep'; readonly name: 'marks' | 'queries' | 'hints'; readonly value: unknown }
  /** Send the action `family-waited` after that many milliseconds. */
  | { readonly kind: 'wait'; readonly delayMs: number }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'quit' };

/** What is made of gathered records: the records themselves or the policy they need; copied, or printed plainly. */
export type GatheredFor = { readonly what: 'event' | 'policy'; readonly to: 'clipboard' | 'terminal' };
