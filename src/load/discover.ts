import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import { dayOfFolder, type NamedFolder, noDay, noFolders } from './dated-folders.ts';
import { dayOfFile, type NamedFile, splitNewest } from './found-file.ts';
import { reasonOf } from './reason.ts';
import { takeTurns } from './take-turns.ts';

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
  const walk = new Walk(onFile, isStopped);
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

/**
 * Of the names of a file one is chosen that does not depend on the
 * order of the paths given: the shortest, then the first.
 */
function isPlainer(path: string, than: string): boolean {
  return path.length === than.length ? path < than : path.length < than.length;
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

/** Collects files over several paths, each real file and folder once. */
class Walk {
  /** By real path. */
  readonly files = new Map<string, NamedFile>();
  readonly problems: Problem[] = [];
  readonly #found: NamedFile[] = [];
  /** Of the files that keep the name they have. */
  #namesKept: ReadonlySet<string> = new Set();
  /** Those to be opened. */
  readonly #folders = noFolders();
  /** The real folders found, and the plainest name under which each was: links in a circle only make longer ones. */
  readonly #names = new Map<string, string>();
  readonly #onFile: (file: NamedFile) => void;
  readonly #isStopped: () => boolean;
  readonly #turn = takeTurns();

  constructor(onFile: (file: NamedFile) => void, isStopped: () => boolean) {
    this.#onFile = onFile;
    this.#isStopped = isStopped;
  }

  /** Takes in a file, or a folder to be opened. */
  follow(path: string): void {
    const found = this.#ask(path, () => ({ real: realpathSync(path), stats: statSync(path) }));
    if (found !== undefined) this.#take(path, found.real, found.stats, noDay);
  }

  /** The last day that folders still to be opened are named for; undefined when there are none. */
  latestDay(): number | undefined {
    return this.#folders.latestDay();
  }

  /** Opens folders, day by day, as long as those of a day are wanted. */
  async openWhile(isWanted: (day: number) => boolean): Promise<void> {
    for (let day = this.latestDay(); day !== undefined && isWanted(day); day = this.latestDay()) {
      for (const folder of this.#folders.take(day)) {
        if (this.#isStopped()) return;
        await this.#open(folder);
      }
    }
  }

  /** The files found since this was last asked. */
  takeFound(): readonly NamedFile[] {
    return this.#found.splice(0);
  }

  /** Lets the files found so far keep their names. */
  keepNames(): void {
    this.#namesKept = new Set(this.files.keys());
  }

  /** Takes in what a pattern stands for; false when it is none. */
  async followGlob(pattern: string): Promise<boolean> {
    // Most starts have none.
    const { glob, isDynamicPattern } = await import('tinyglobby');
    if (!isDynamicPattern(pattern)) return false;
    const matches = await glob(pattern, { onlyFiles: false, expandDirectories: false });
    if (matches.length === 0)
      this.problems.push(wholeFileProblem(pattern, 'missing', 'no file has a name like that'));
    for (const match of matches.sort()) this.follow(match.replace(/\/$/, ''));
    return true;
  }

  #take(path: string, real: string, stats: Stats, day: number): void {
    if (stats.isDirectory()) this.#takeFolder(path, real, day);
    else if (stats.isFile()) this.#takeFile(path, real);
    else this.problems.push(wholeFileProblem(path, 'skipped', `${nature(stats)}: not opened`));
  }

  #takeFile(path: string, real: string): void {
    const known = this.files.get(real);
    if (known !== undefined && (!isPlainer(path, known.path) || this.#namesKept.has(real))) return;
    const file = { path };
    this.files.set(real, file);
    this.#found.push(file);
    this.#onFile(file);
  }

  #takeFolder(path: string, real: string, day: number): void {
    const before = this.#names.get(real);
    if (before !== undefined && !isPlainer(path, before)) return;
    this.#names.set(real, path);
    this.#folders.add({ path, real, day });
  }

  async #open({ path, real, day }: NamedFolder): Promise<void> {
    if (this.#names.get(real) !== path) return; // found under a plainer name since
    // Joined once: a folder can have many thousands of names.
    const [below, belowReal] = [startOfNamesIn(path), startOfNamesIn(real)];
    for (const entry of this.#ask(path, () => readdirSync(path, { withFileTypes: true })) ?? []) {
      const turn = this.#turn();
      if (turn !== undefined) {
        await turn;
        if (this.#isStopped()) return;
      }
      const name = below + entry.name;
      this.#enter(entry, name, below === belowReal ? name : belowReal + entry.name, day);
    }
  }

  #enter(entry: Dirent, path: string, real: string, dayOfParent: number): void {
    if (entry.isFile()) {
      this.#takeFile(path, real);
      return;
    }
    const isHidden = entry.name.startsWith('.');
    const day = dayOfFolder(entry.name, dayOfParent);
    if (entry.isDirectory()) {
      if (!isHidden) this.#takeFolder(path, real, day);
      return;
    }
    const found = this.#ask(path, () => ({ real: realpathSync(path), stats: statSync(path) }));
    if (found !== undefined && !(isHidden && found.stats.isDirectory()))
      this.#take(path, found.real, found.stats, day);
  }

  /** Asks the disk; a refusal becomes a problem. */
  #ask<T>(path: string, question: () => T): T | undefined {
    try {
      return question();
    } catch (error) {
      this.problems.push(wholeFileProblem(path, 'unreadable', reasonOf(error)));
      return undefined;
    }
  }
}

/** What stands before the name of a file in that folder. */
function startOfNamesIn(folder: string): string {
  return join(folder, '-').slice(0, -1);
}

function nature(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
