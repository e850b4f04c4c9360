/** What sort of thing went wrong, in the words that `--problems` prints. */
export type ProblemKind =
  | 'truncated'
  | 'corrupt'
  | 'not-json'
  | 'lost-record'
  | 'repaired'
  | 'not-cloudtrail'
  | 'unsupported'
  | 'too-large'
  | 'too-deep'
  | 'unreadable'
  | 'missing'
  | 'skipped'
  | 'changed'
  | 'out-of-memory';

/** Something in the input that could not be read, was mended, or was passed over. */
export type Problem = {
  /** The file as given; a member of an archive is `a.zip/member`. */
  readonly path: string;
  /** Byte offset in the (inflated) file, or undefined when the problem is with the file as a whole. */
  readonly offset: number | undefined;
  readonly kind: ProblemKind;
  /** What happened and, where there is something to do, what to do. Raw text: not yet safe to show. */
  readonly message: string;
  /** A few dozen characters of the bytes at the place, raw. */
  readonly excerpt?: string;
  /** How many records this problem cost. 0 when nothing was lost. */
  readonly recordsLost: number;
};

/** A problem with a file as a whole, which costs no record that was seen. */
export function wholeFileProblem(path: string, kind: ProblemKind, message: string): Problem {
  return { path, offset: undefined, kind, message, recordsLost: 0 };
}

/** How a file ended. */
export type FileOutcome = 'read' | 'problems' | 'not-cloudtrail' | 'unreadable';

/** The account of one file or archive member. `records` = events + duplicates folded; `found` = records + lost. */
export type FileReport = {
  readonly path: string;
  readonly outcome: FileOutcome;
  /** What the file is, in words: `trail file`, `CloudTrail digest file`, `AWS CLI lookup-events`. */
  readonly what: string;
  /** Records that became events or were folded into one. */
  readonly records: number;
  /** Records that were mended. */
  readonly repaired: number;
  /** Records that were seen but could not be saved. */
  readonly lost: number;
  /** Bytes on disk (of the member, within an archive). */
  readonly byteLength: number;
};
