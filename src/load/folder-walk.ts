import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import { dayOfFolder, type NamedFolder, noDay, noFolders } from './dated-folders.ts';
import type { NamedFile } from './found-file.ts';
import { reasonOf } from './reason.ts';
import { takeTurns } from './take-turns.ts';

/** Collects files over several paths, each real file and folder once; folders are opened when they are wanted. */
export class FolderWalk {
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

  /** Opens folders, day by day, as long as those of a day are wanted and the walk is not stopped. */
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

/**
 * Of the names of a file one is chosen that does not depend on the
 * order of the paths given: the shortest, then the first.
 */
function isPlainer(path: string, than: string): boolean {
  return path.length === than.length ? path < than : path.length < than.length;
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
