import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder for its user alone, and the folders above it that are missing. Throws where that cannot be. Node's own way to
 * make several at once never returns where a folder that exists takes no others and says that there is none: `/proc`.
 */
export function makeFolder(folder: string): void {
  try {
    makeOne(folder);
  } catch (failure) {
    const above = dirname(folder);
    if (codeOf(failure) !== 'ENOENT' || above === folder) throw failure;
    makeFolder(above);
    makeOne(folder);
  }
}

/** Makes one folder, unless there is something of that name. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (failure) {
    if (codeOf(failure) !== 'EEXIST') throw failure;
  }
}

function codeOf(failure: unknown): string | undefined {
  return (failure as NodeJS.ErrnoException).code;
}
