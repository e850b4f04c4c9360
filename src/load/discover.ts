import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import type { FoundFile } from './found-file.ts';
import { reasonOf } from './reason.ts';

/** What the paths that were given lead to. */
export type Discovered = {
  /** Each file once, however many ways lead to it: under its plainest name. In no particular order. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
};

/** How long the disk is asked before others get their turn. */
const sliceMs = 6;

/** The files that paths, folders and globs lead to. Never throws: what cannot be followed becomes a problem. */
export async function discover(paths: readonly string[]): Promise<Discovered> {
  const walk = new Walk();
  for (const path of paths) {
    if (!isMissing(path)) await walk.follow(path);
    else if (isDynamicPattern(path)) await walk.followGlob(path);
    else walk.problems.push(wholeFileProblem(path, 'missing', 'no such file or folder'));
  }
  return { files: [...walk.files.values()], problems: walk.problems };
}

/** Of the names of a file one is chosen that does not depend on the order of the paths given: the shortest, then the first. */
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
  readonly files = new Map<string, FoundFile>();
  readonly problems: Problem[] = [];
  /** The real folders walked, and the plainest name under which each was: links in a circle only make longer ones. */
  readonly #folders = new Map<string, string>();
  #sliceEndMs = performance.now() + sliceMs;

  /** Takes in a file, or all that is below a folder. */
  async follow(path: string): Promise<void> {
    const found = this.#ask(path, () => ({ real: realpathSync(path), stats: statSync(path) }));
    if (found !== undefined) await this.#take(path, found.real, found.stats);
  }

  async followGlob(pattern: string): Promise<void> {
    const matches = await glob(pattern, { onlyFiles: false, expandDirectories: false });
    if (matches.length === 0)
      this.problems.push(wholeFileProblem(pattern, 'missing', 'no file has a name like that'));
    for (const match of matches.sort()) await this.follow(match.replace(/\/$/, ''));
  }

  async #take(path: string, real: string, stats: Stats): Promise<void> {
    if (stats.isDirectory()) return this.#walkFolder(path, real);
    if (!stats.isFile()) {
      this.problems.push(wholeFileProblem(path, 'skipped', `${nature(stats)}: not opened`));
      return;
    }
    const known = this.files.get(real);
    if (known === undefined || isPlainer(path, known.path))
      this.files.set(real, { path, size: stats.size, mtimeMs: stats.mtimeMs });
  }

  async #walkFolder(path: string, real: string): Promise<void> {
    const before = this.#folders.get(real);
    if (before !== undefined && !isPlainer(path, before)) return;
    this.#folders.set(real, path);
    for (const entry of this.#ask(path, () => readdirSync(path, { withFileTypes: true })) ?? []) {
      if (performance.now() > this.#sliceEndMs) await this.#yield();
      await this.#enter(entry, join(path, entry.name), join(real, entry.name));
    }
  }

  async #enter(entry: Dirent, path: string, real: string): Promise<void> {
    if (entry.isSymbolicLink()) {
      const found = this.#ask(path, () => ({ real: realpathSync(path), stats: statSync(path) }));
      if (found === undefined || (found.stats.isDirectory() && entry.name.startsWith('.'))) return;
      return this.#take(path, found.real, found.stats);
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

  async #yield(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceEndMs = performance.now() + sliceMs;
  }
}

function nature(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
