import type { FieldName } from '../record/fields.ts';
import type { RecordTest, ValueTest } from './record-test.ts';

/**
 * A question as a tree. Every node knows the half-open range of characters it was read from, so that errors,
 * highlights and filters can point at it.
 */
export type Query =
  | { readonly kind: 'all'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'and' | 'or';
      readonly of: readonly Query[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'not'; readonly of: Query; readonly start: number; readonly end: number }
  /** A bare word: fuzzy, or by one of the signs `'` `^` `$` `=`; over service, event name and principal. */
  | {
      readonly kind: 'word';
      readonly how: 'fuzzy' | 'contains' | 'starts' | 'ends' | 'exact';
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'field';
      readonly field: FieldName;
      readonly test: ValueTest;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'is'; readonly word: IsWord; readonly start: number; readonly end: number }
  /** Half-open in ms since 1970 UTC; relative times are kept relative until they are asked of a snapshot. */
  | {
      readonly kind: 'time';
      readonly since: TimeBound | undefined;
      readonly until: TimeBound | undefined;
      readonly start: number;
      readonly end: number;
    }
  /** A value that looks like an ARN, IP, key, UUID or account: exactly in the fields that hold such, else anywhere. */
  | { readonly kind: 'value'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'record'; readonly test: RecordTest; readonly start: number; readonly end: number };

/** One end of a time range. */
export type TimeBound =
  | { readonly kind: 'at'; readonly timeMs: number }
  /** Milliseconds before the newest event (`-2h`) or before now (`now-1d`). */
  | { readonly kind: 'before'; readonly what: 'newest' | 'now'; readonly byMs: number }
  /** A time of day on the day of the newest event, in the zone shown; ms since midnight. */
  | { readonly kind: 'clock'; readonly timeOfDayMs: number };

/** The words after `is:`. */
export const isWords = {
  error: 'failed or denied',
  denied: 'denied',
  write: 'changes something',
  read: 'only reads',
  root: 'made by the root user',
  person: 'made by a person',
  service: 'called by an AWS service',
  login: 'a sign-in',
  console: 'driven from the console',
  repaired: 'the record was mended',
  marked: 'marked by you',
  'suspicious-text': 'holds control, bidi or zero-width characters',
  sensitive: 'a sensitive change or read',
  destructive: 'deletes or destroys',
  evasion: 'weakens the defences',
} as const;
/** A word after `is:`. */
export type IsWord = keyof typeof isWords;

/** Why a query cannot be read: a half-open range of characters and a sentence. */
export type QueryError = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly expected: readonly string[];
};

/** A parsed query: never throws; with an error the tree is undefined. */
export type Parsed =
  | { readonly query: Query; readonly error: undefined }
  | { readonly query: undefined; readonly error: QueryError };

/** What a question needs to know besides the events. */
export type QueryContext = {
  /** ms since 1970 UTC */
  readonly nowMs: number;
  /** IANA zone or `UTC`, for bare clock times and dates without a zone. */
  readonly zone: string;
  /** The identity keys of marked events, as `identityKey` gives them, for `is:marked`. */
  readonly marked: ReadonlySet<string>;
  /** The lines of a file named by `field:@file`; undefined when it cannot be read. */
  readonly readList: (path: string) => readonly string[] | undefined;
};

/** What is known so far about one test on records: for each event index whether it was tested, and whether it passed. */
export type RecordAnswers = {
  readonly tested: Uint8Array;
  readonly passed: Uint8Array;
};

/** The answer to a question: event indices in time order. */
export type Answer = {
  readonly matches: Uint32Array;
  /** Tests on records whose answer still decides about some events, with those events (any order). */
  readonly open: readonly { readonly key: string; readonly test: RecordTest; readonly events: Uint32Array }[];
};
