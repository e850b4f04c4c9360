import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import type { NamedFile } from './found-file.ts';
import { reasonOf } from './reason.ts';
import { takeTurns } from './take-turns.ts';

/** What the paths that were given lead to. */
export type Discovered = {
  /** Each file once, however many ways lead to it: under its plainest name. In no particular order. */
  readonly files: readonly NamedFile[];
  readonly problems: readonly Problem[];
};

/**
 * The files that paths, folders and globs lead to. Never throws: what cannot be followed becomes a problem. `onFile` hears
 * of each file as soon as it is found, of one with several names perhaps more than once.
 */
export async function discover(
  paths: readonly string[],
  onFile: (file: NamedFile) => void = () => {},
): Promise<Discovered> {
  const walk = new Walk(onFile);
  for (const path of paths) {
    if (!isMissing(path)) await walk.follow(path);
    else if (!(await walk.followGlob(path)))
      walk.problems.push(wholeFileProblem(path, 'missing', 'no such file or folder'));
  }
  return { files: [...walk.files.values()], problems: walk.problems };
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
  /** The real folders walked, and the plainest name under which each was: links in a circle only make longer ones. */
  readonly #folders = new Map<string, string>();
  readonly #onFile: (file: NamedFile) => void;
  readonly #turn = takeTurns();

  constructor(onFile: (file: NamedFile) => void) {
    this.#onFile = onFile;
  }

  /** Takes in a file, or all that is below a folder. */
  async follow(path: string): Promise<void> {
    const found = this.#ask(path, () => ({ real: realpathSync(path), stats: statSync(path) }));
    if (found !== undefined) await this.#take(path, found.real, found.stats);
  }

  /** Takes in what a pattern stands for; false when it is none. */
  async followGlob(pattern: string): Promise<boolean> {
    // Most starts have none.
    const { glob, isDynamicPattern } = await import('tinyglobby');
    if (!isDynamicPattern(pattern)) return false;
    const matches = await glob(pattern, { onlyFiles: false, expandDirectories: false });
    if (matches.length === 0)
      this.problems.push(wholeFileProblem(pattern, 'missing', 'no file has a name like that'));
    for (const match of matches.sort()) await this.follow(match.replace(/\/$/, ''));
    return true;
  }

  /**
   * What takes longer than a moment is waited for; nothing is waited
   * for without need, so that the first files are known at once.
   */
  #take(path: string, real: string, stats: Stats): Promise<void> | undefined {
    if (stats.isDirectory()) return this.#walkFolder(path, real);
    if (stats.isFile()) this.#takeFile(path, real);
    else this.problems.push(wholeFileProblem(path, 'skipped', `${nature(stats)}: not opened`));
  }

  #takeFile(path: string, real: string): void {
    const known = this.files.get(real);
    if (known !== undefined && !isPlainer(path, known.path)) return;
    const file = { path };
    this.files.set(real, file);
    this.#onFile(file);
  }

  async #walkFolder(path: string, real: string): Promise<void> {
    const before = this.#folders.get(real);
    if (before !== undefined && !isPlainer(path, before)) return;
    this.#folders.set(real, path);
    // Joined once: a folder can have many thousands of names.
    const [below, belowReal] = [startOfNamesIn(path), startOfNamesIn(real)];
    for (const entry of this.#ask(path, () => readdirSync(path, { withFileTypes: true })) ?? []) {
      const turn = this.#turn();
      if (turn !== undefined) await turn;
      const name = below + entry.name;
      const entering = this.#enter(entry, name, below === belowReal ? name : belowReal + entry.name);
      if (entering !== undefined) await entering;
    }
  }

  #enter(entry: Dirent, path: string, real: string): Promise<void> | undefined {
    if (entry.isSymbolicLink()) {
      const found = this.#ask(path, () => ({ real: realpathSync(path), stats: statSync(path) }));
      if (found === undefined || (found.stats.isDirectory() && entry.name.startsWith('.'))) return;
      return this.#take(path, found.real, found.stats);
    }
    if (entry.isFile()) {
      this.#takeFile(path, real);
      return;
    }
    if (entry.isDirectory()) return entry.name.startsWith('.') ? undefined : this.#walkFolder(path, real);
    const stats = this.#ask(path, () => statSync(path));
    if (stats !== undefined) return this.#take(path, real, stats);
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
