import type { Writable } from 'node:stream';
import type { Problem } from '../decode/problem.ts';
import { visibleText } from '../screen/visible.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Request } from './request.ts';
import { sayLine } from './streams.ts';

/** What standard error says about a load. Names and messages in it come from outside, and are made visible-safe. */

/** Problems that are told one by one when nothing at all could be loaded; more are only counted. */
const toldOneByOne = 3;

/** True when some file could be read as CloudTrail, if only as one without records. */
export function somethingLoaded({ files }: Snapshot): boolean {
  return files.some((file) => file.outcome === 'read' || file.records > 0);
}

/** Says which of the named paths are missing, a line each. */
export function sayMissing({ problems }: Snapshot, stderr: Writable): void {
  for (const problem of problems) if (problem.kind === 'missing') sayLine(stderr, problemText(problem));
}

/** Says in a line why nothing could be loaded, or a line for each reason when they are few. Missing paths have been said. */
export function sayNothingLoaded(snapshot: Snapshot, request: Request, stderr: Writable): void {
  if (request.currentFolder) {
    sayLine(
      stderr,
      'no events in this folder (name a file or folder, or try the sample incident: trailtui --demo)',
    );
    return;
  }
  const reasons = [
    ...snapshot.problems.filter((problem) => problem.kind !== 'missing').map(problemText),
    ...withoutProblem(snapshot),
  ];
  const missing = snapshot.problems.some((problem) => problem.kind === 'missing');
  if (reasons.length === 0 && missing) return;
  if (reasons.length === 0) sayLine(stderr, `${request.paths.map(visibleText).join(', ')}: no files there`);
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

function problemText({ path, message }: Problem): string {
  return `${visibleText(path)}: ${visibleText(message)}`;
}

/** Files that are something other than CloudTrail and of which no problem says so. */
function withoutProblem({ files, problems }: Snapshot): string[] {
  const told = new Set(problems.map((problem) => problem.path));
  return files
    .filter((file) => file.outcome !== 'read' && !told.has(file.path))
    .map(
      ({ path, what }) =>
        `${visibleText(path)}: not CloudTrail events${what === '' ? '' : ` (${visibleText(what)})`}`,
    );
}
