import type { Snapshot } from '../../store/snapshot.ts';

/** Problems with logs, and with files beside them that are something else, which is no failure. */
export function countProblems({ problems, files }: Snapshot): {
  readonly withLogs: number;
  readonly withOthers: number;
} {
  if (problems.length === 0) return { withLogs: 0, withOthers: 0 };
  const others = new Set(files.flatMap(({ outcome, path }) => (outcome === 'not-cloudtrail' ? [path] : [])));
  const withOthers = problems.reduce((count, { path }) => count + (others.has(path) ? 1 : 0), 0);
  return { withLogs: problems.length - withOthers, withOthers };
}
