import type { Range } from './file-records.ts';
import type { Found } from './find-records.ts';
import type { ProblemKind } from './problem.ts';

/** A text to be read: a file's bytes, or those of a text that stood in a string. */
export type Text = {
  /** The text as UTF-8. */
  readonly bytes: Uint8Array;
  /** Where the text stands in the file, when `bytes` are not the file's own. */
  readonly place: Range | undefined;
  /** The shape around it, in words; empty when there is none. */
  readonly what: string;
  /** How many envelopes are around it. */
  readonly level: number;
  /** Whether it began as JSON, so that anything else in it is damage. */
  readonly isJson: boolean;
};

/** Takes what reading a text finds. */
export type Findings = {
  /** Takes a record; `what` is the shape it came in, empty when there is nothing to say of it. */
  take(found: Found, what: string): void;
  /**
   * Takes plain records in place from an offset on, on the strict path, up to the first that it is not sure of; gives the
   * offset of that. Undefined where none stand in place.
   */
  readonly scan?: ((at: number, isInArray: boolean) => number) | undefined;
  /** Takes note of something that is no CloudTrail event, and how many S3 objects it points to. */
  pass(what: string, pointsTo: number): void;
  /** Takes note of damage; `lost` is the number of records it cost. */
  damage(kind: ProblemKind, message: string, offset: number, excerpt: string, lost: number): void;
};
