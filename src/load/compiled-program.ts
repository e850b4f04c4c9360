import { lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import zlib from 'node:zlib';

/**
 * Node keeps compiled what of a module is compiled when it is loaded; functions are compiled when they are first called,
 * anew in every run, which was a quarter of the time to the first frame. What is kept here holds those as well.
 */

/** How far a run came whose functions are kept: into printing, or into the screen, which has far more of them. */
export type Reach = 'print' | 'screen';

/** A program that was loaded from a file. */
export type CompiledProgram = {
  /** What it exports. */
  readonly exports: unknown;
  /** Keeps its functions that were called so far for later runs, unless a run that came as far kept them before. */
  keep(reach: Reach): void;
};

const reaches: readonly Reach[] = ['print', 'screen'];
/** What stands before the code: a checksum of it, and how far the run came. */
const headBytes = 8;

/** Loads a program: a file of ASCII with one CommonJS wrapper function. */
export function loadCompiled(file: string): CompiledProgram {
  const source = readFileSync(file);
  const keptFile = fileOfKept(source);
  const kept = readKept(keptFile);
  const script = new Script(source.toString('latin1'), { filename: file, cachedData: kept?.code });
  const isKept = kept !== undefined && script.cachedDataRejected === false;
  let keptReach = isKept ? kept.reach : -1;
  const module = { exports: {} };
  const wrapper = script.runInThisContext() as (...parts: unknown[]) => void;
  wrapper(module.exports, nodeModule.createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep(reach) {
      const index = reaches.indexOf(reach);
      if (keptFile === undefined || index <= keptReach) return;
      keptReach = index;
      writeKept(keptFile, script.createCachedData(), index);
    },
  };
}

/** Beside what Node keeps, in a folder for this version of Node and this user; undefined where Node keeps nothing. */
function fileOfKept(source: Uint8Array): string | undefined {
  // Both are younger than the oldest Node that this runs on.
  const folder = nodeModule.getCompileCacheDir?.();
  const checksum = zlib.crc32?.(source);
  if (folder === undefined || checksum === undefined) return undefined;
  return join(folder, `trailtui-${checksum.toString(16)}`);
}

function readKept(file: string | undefined): { readonly code: Buffer; readonly reach: number } | undefined {
  if (file === undefined) return undefined;
  try {
    // Where `$NODE_COMPILE_CACHE` names a folder that is shared, somebody else could have put it there.
    const { uid, mode } = lstatSync(file);
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o22) !== 0)) return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(headBytes);
    return bytes.readUInt32LE(0) === zlib.crc32(code) ? { code, reach: bytes.readUInt32LE(4) } : undefined;
  } catch {
    return undefined; // nothing was kept, or no more than a part of a head
  }
}

function writeKept(file: string, code: Buffer, reach: number): void {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(zlib.crc32(code), 0);
  head.writeUInt32LE(reach, 4);
  try {
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, Buffer.concat([head, code]), { mode: 0o600 });
    renameSync(whole, file);
  } catch {
    // A full disk, or a folder that may not be written to: the next run compiles again.
  }
}
