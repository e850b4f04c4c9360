import { statSync } from 'node:fs';
import { type Problem, wholeFileProblem } from '../decode/problem.ts';
import type { FoundFile, NamedFile } from './found-file.ts';
import { reasonOf } from './reason.ts';
import { takeTurns } from './take-turns.ts';

/** What the disk says of files, and what is wrong with those that it says nothing of. */
export type Measured = { readonly files: readonly FoundFile[]; readonly problems: readonly Problem[] };

/** Asks the disk how large files are and how old, until it is stopped. Lets others run in between; never throws. */
export async function measureFiles(
  named: readonly NamedFile[],
  isStopped: () => boolean = () => false,
): Promise<Measured> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const turn = takeTurns();
  for (const { path } of named) {
    await turn();
    if (isStopped()) break;
    try {
      const { size, mtimeMs } = statSync(path);
      files.push({ path, size, mtimeMs });
    } catch (error) {
      problems.push(wholeFileProblem(path, 'unreadable', reasonOf(error)));
    }
  }
  return { files, problems };
}

/** How large a file is, in bytes; 0 when the disk does not say. */
export function sizeOnDisk({ path }: NamedFile): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
