import { statSync } from 'node:fs';
import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import { FolderWalk } from './folder-walk.ts';
import { dayOfFile, type NamedFile, splitNewest } from './found-file.ts';

/** What the paths that were given lead to. */
export type Discovered = {
  /** Each file once, however many ways lead to it: under its plainest name. In no particular order. */
  readonly files: readonly NamedFile[];
  readonly problems: readonly Problem[];
};

/** A search for files under way. */
export type Discovery = {
  /** What was found by the time that the newest files by name are known, so many of them; all, when there are fewer. */
  untilNewest(count: number): Promise<Discovered>;
  /** Whether nothing is left to be searched. */
  isComplete(): boolean;
  /** All that is found; what was found by then, once the search is stopped. What was given before has the same name. */
  toEnd(): Promise<Discovered>;
};

/**
 * A search for the files that paths, folders and globs lead to. Never throws: what cannot be followed becomes a problem.
 * `onFile` hears of each file as soon as it is found, of one with several names perhaps more than once. `isStopped` tells
 * whether nobody wants the files any more: a search on a slow disk would hold up the end of the program.
 */
export function startDiscovery(
  paths: readonly string[],
  onFile: (file: NamedFile) => void = () => {},
  isStopped: () => boolean = () => false,
): Discovery {
  const walk = new FolderWalk(onFile, isStopped);
  let followed: Promise<void> | undefined;

  async function followPaths(): Promise<void> {
    for (const path of paths) {
      if (!isMissing(path)) walk.follow(path);
      else if (!(await walk.followGlob(path)))
        walk.problems.push(wholeFileProblem(path, 'missing', 'no such file or folder'));
    }
  }

  const discovered = () => ({ files: [...walk.files.values()], problems: walk.problems.slice() });
  return {
    async untilNewest(count) {
      followed ??= followPaths();
      await followed;
      let newest: readonly NamedFile[] = [];
      await walk.openWhile((day) => {
        newest = splitNewest([...newest, ...walk.takeFound()], count).newest;
        return newest.length < count || day >= dayOfFile(newest.at(-1)!);
      });
      walk.keepNames();
      return discovered();
    },
    isComplete: () => walk.latestDay() === undefined,
    async toEnd() {
      followed ??= followPaths();
      await followed;
      await walk.openWhile(() => true);
      return discovered();
    },
  };
}

/** Whether nothing has that name. A name that may not be asked about is not missing. */
function isMissing(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as { code?: string }).code ?? '');
  }
}
