import nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Has Node keep what it compiles of this thread's modules: in `$NODE_COMPILE_CACHE`, else in `$XDG_CACHE_HOME/trailtui`, else
 * in `~/.cache/trailtui`, which is its user's alone. Node would take a folder of the system's for temporary files, where
 * others could have put something for us to run. Does nothing where there is no such folder to be had.
 */
export function enableCompileCache(): void {
  const { env } = process;
  try {
    let folder = env.NODE_COMPILE_CACHE;
    if (!folder) {
      folder = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'trailtui');
      makeFolder(folder);
    }
    nodeModule.enableCompileCache?.(folder);
  } catch {
    // A home that cannot be written to: compiled anew in every run.
  }
}
