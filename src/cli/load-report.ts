import type { Writable } from 'node:stream';
import type { Problem } from '../decode/problem.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Request } from './request.ts';
import { sayLine } from './streams.ts';

/** What standard error says about a load. */

/** Problems that are told one by one when nothing at all could be loaded; more are only counted. */
const toldOneByOne = 3;

/**
 * True when some file could be read as CloudTrail, if only as one without records. A file without a byte counts: it is what
 * a search that found nothing leaves to the next program in a pipe.
 */
export function somethingLoaded({ files }: Snapshot): boolean {
  return files.some(
    ({ outcome, records, byteLength }) =>
      outcome === 'read' || records > 0 || (outcome === 'not-cloudtrail' && byteLength === 0),
  );
}

/**
 * Says which paths lead nowhere: those that are missing, and folders
 * that may not be read. A line each, while they are few.
 */
export function sayUnreachable(snapshot: Snapshot, stderr: Writable): void {
  const unreachable = unreachablePaths(snapshot);
  const told = unreachable.filter(({ kind }, i) => kind === 'missing' || i < toldOneByOne);
  for (const problem of told) sayLine(stderr, problemText(problem));
  const rest = unreachable.length - told.length;
  if (rest > 0) sayLine(stderr, `${rest} more could not be read: run with --problems`);
}

/**
 * Says in a line why nothing could be loaded, or a line for each reason
 * when they are few. What {@link sayUnreachable} said is not said again.
 */
export function sayNothingLoaded(snapshot: Snapshot, request: Request, stderr: Writable): void {
  if (request.currentFolder) {
    sayLine(
      stderr,
      'no events in this folder (name a file or folder, or try the sample incident: trailtui --demo)',
    );
    return;
  }
  const unreachable = unreachablePaths(snapshot);
  const reasons = [
    ...snapshot.problems.filter((problem) => !unreachable.includes(problem)).map(problemText),
    ...withoutProblem(snapshot),
  ];
  if (reasons.length === 0 && unreachable.length > 0) return;
  if (reasons.length === 0) sayLine(stderr, `${request.paths.join(', ')}: no files there`);
  else if (reasons.length <= toldOneByOne) for (const reason of reasons) sayLine(stderr, reason);
  else sayLine(stderr, `none of ${snapshot.files.length} files could be read: run with --problems`);
}

/** Says in a line how many files had problems, when some had. */
export function sayProblems({ files }: Snapshot, stderr: Writable): void {
  const withProblems = files.filter(
    ({ outcome }) => outcome === 'problems' || outcome === 'unreadable',
  ).length;
  if (withProblems === 0) return;
  const noun = files.length === 1 ? 'file' : 'files';
  sayLine(stderr, `${withProblems} of ${files.length} ${noun} had problems: run with --problems`);
}

/** The problems with paths that never became a file to read. */
function unreachablePaths({ problems, files }: Snapshot): readonly Problem[] {
  const read = new Set(files.map((file) => file.path));
  return problems.filter(
    ({ kind, path }) => kind === 'missing' || (kind === 'unreadable' && !read.has(path)),
  );
}

function problemText({ path, message }: Problem): string {
  return `${path}: ${message}`;
}

/** Files that are something other than CloudTrail and of which no problem says so. */
function withoutProblem({ files, problems }: Snapshot): string[] {
  const told = new Set(problems.map((problem) => problem.path));
  return files
    .filter((file) => file.outcome !== 'read' && !told.has(file.path))
    .map(({ path, what }) => `${path}: not CloudTrail events${what === '' ? '' : ` (${what})`}`);
}
