import type { FileOutcome, FileReport, Problem, ProblemKind } from './problem.ts';

/** Problems of one file beyond this many are summed up in one. */
const maxProblems = 5000;

/**
 * Keeps the account of one file or member of an archive: what it is,
 * what was found, lost and mended in it, and every problem.
 */
export class FileAccount {
  readonly #path: string;
  readonly #byteLength: number;
  readonly #problems: Problem[] = [];
  #unlisted = { count: 0, recordsLost: 0 };
  #what = '';
  /** Shapes that are no CloudTrail events, with how many S3 objects they point to. */
  readonly #others = new Map<string, number>();
  #records = 0;
  #repaired = 0;
  #lost = 0;
  /** True when the file is what it should be although no record is in it. */
  #isEmptyTrail = false;
  /** What the file is when no shape says it. */
  #fallback = 'binary file';
  #hasMembers = false;

  constructor(path: string, byteLength: number) {
    this.#path = path;
    this.#byteLength = byteLength;
  }

  /** True while there is nothing to report. */
  get isClean(): boolean {
    return this.#problems.length === 0;
  }

  /** Counts a record; `what` is the shape it came in, empty when that says nothing. */
  count(what: string, mended: boolean): void {
    this.describe(what);
    this.#records++;
    if (mended) this.#repaired++;
  }

  /** Notes that the file is an archive whose members have accounts of their own. */
  describeArchive(what: string): void {
    this.describe(what);
    this.#hasMembers = true;
  }

  /** Says what the file is. What is said first stays. */
  describe(what: string): void {
    this.#what ||= what;
  }

  /** Says what the file is when nothing is recognised in it. */
  describeOtherwise(what: string): void {
    this.#fallback = what;
  }

  /** Notes a file that is as CloudTrail writes it and holds no record. */
  describeEmpty(what: string): void {
    this.describe(what);
    this.#isEmptyTrail = true;
  }

  /** Notes something that is no CloudTrail event. */
  pass(what: string, pointsTo: number): void {
    this.#others.set(what, (this.#others.get(what) ?? 0) + pointsTo);
  }

  /** Notes a problem. */
  add(
    kind: ProblemKind,
    message: string,
    offset: number | undefined,
    excerpt?: string,
    recordsLost = 0,
  ): void {
    this.#lost += recordsLost;
    if (this.#problems.length >= maxProblems) {
      this.#unlisted.count++;
      this.#unlisted.recordsLost += recordsLost;
      return;
    }
    const problem: Problem = { path: this.#path, offset, kind, message, recordsLost };
    this.#problems.push(excerpt === undefined ? problem : { ...problem, excerpt });
  }

  /** The account, closed. */
  close(): { report: FileReport; problems: readonly Problem[] } {
    const fallback = this.#fallback;
    const outcome = this.#outcome();
    const holdsRecords = this.#records + this.#lost > 0 || this.#isEmptyTrail || this.#hasMembers;
    const what = holdsRecords ? this.#what || `${fallback} with records in it` : this.#other() || fallback;
    if (outcome === 'not-cloudtrail' && this.#problems.length === 0) {
      this.add('not-cloudtrail', `${what}: no CloudTrail events in it`, undefined);
    }
    if (this.#unlisted.count > 0) {
      const { count, recordsLost } = this.#unlisted;
      const message = `${count} more problems of this kind in the file`;
      this.#problems.push({ path: this.#path, offset: undefined, kind: 'lost-record', message, recordsLost });
    }
    const report: FileReport = {
      path: this.#path,
      outcome,
      what,
      records: this.#records,
      repaired: this.#repaired,
      lost: this.#lost,
      byteLength: this.#byteLength,
    };
    return { report, problems: this.#problems };
  }

  #outcome(): FileOutcome {
    if (this.#records > 0 || this.#hasMembers) return this.#problems.length > 0 ? 'problems' : 'read';
    if (this.#lost > 0) return 'unreadable';
    if (this.#problems.some(({ kind }) => unreadableKinds.has(kind))) return 'unreadable';
    if (this.#others.size > 0) return 'not-cloudtrail';
    return this.#isEmptyTrail ? (this.#problems.length > 0 ? 'problems' : 'read') : 'not-cloudtrail';
  }

  /** What the file is when it is something else than events. */
  #other(): string {
    const [first] = this.#others;
    if (first === undefined) return '';
    const [what, pointsTo] = first;
    return pointsTo === 0 ? what : `${what}, points to ${pointsTo} S3 object${pointsTo === 1 ? '' : 's'}`;
  }
}

/** Problems that keep a file from being read at all. */
const unreadableKinds: ReadonlySet<ProblemKind> = new Set([
  'corrupt',
  'too-large',
  'too-deep',
  'truncated',
  'unsupported',
  'out-of-memory',
]);
