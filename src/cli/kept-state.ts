import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../load/make-folder.ts';
import type { Effect } from '../screen/effect.ts';

/**
 * What is kept between runs, for its owner alone: marks with their notes, recent queries, hints already given. A file each,
 * `{"version":1,"value":…}`, so that two programs running at once lose little to each other.
 */
export type KeptState = {
  /** What was kept under a name, or undefined: nothing, or nothing that can be read. Not yet checked in shape. */
  readonly read: (name: KeptName) => unknown;
  /** Keeps a value. What goes wrong is passed over: the work at hand matters more than its history. */
  readonly keep: (name: KeptName, value: unknown) => void;
};

/** What can be kept. */
export type KeptName = Extract<Effect, { kind: 'keep' }>['name'];

const version = 1;

/** The state in `$XDG_STATE_HOME/trailtui`, else `~/.local/state/trailtui`. */
export function keptStateIn(env: { readonly [name: string]: string | undefined }): KeptState {
  const base = env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state');
  const folder = join(base, 'trailtui');
  return {
    read: (name) => {
      try {
        const file = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
        return file?.version === version ? file.value : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (name, value) => {
      try {
        makeFolder(folder);
        const file = join(folder, `${name}.json`);
        // Renamed into place, so that a crash leaves the old file or the new one, whole.
        writeFileSync(`${file}.new`, `${JSON.stringify({ version, value })}\n`, { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        // A full disk or a home that may not be written to.
      }
    },
  };
}

/** Nothing is kept and nothing was: `--no-state`. */
export const noKeptState: KeptState = { read: () => undefined, keep: () => {} };

/** The marks that were kept: notes by the identity of the record. Entries of another shape are passed over. */
export function keptMarks(state: KeptState): ReadonlyMap<string, string> {
  const entries = listOf(state.read('marks'));
  return new Map(
    entries.filter(
      (entry): entry is [string, string] =>
        Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string',
    ),
  );
}

/** The recent queries that were kept, the newest first. */
export function keptQueries(state: KeptState): readonly string[] {
  return listOf(state.read('queries')).filter((query) => typeof query === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
