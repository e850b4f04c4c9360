import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

/** A record as JSON gives it: the tests look at it key by key. */
// biome-ignore lint/suspicious/noExplicitAny: a record is whatever AWS wrote
export type AnyRecord = any;

/** A data file of the samples. */
export type DataFile = {
  /** Path below the samples folder, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** The text of the file, unpacked as far as it goes. */
  readonly text: string;
};

/** The data files below a samples folder, by path. */
export function dataFilesIn(folder: string): DataFile[] {
  return ['AWSLogs', 'pasted'].flatMap((top) =>
    readdirSync(join(folder, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => {
        const bytes = readFileSync(path);
        const packed = bytes[0] === 0x1f;
        const text = packed ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
        return { path: path.slice(folder.length + 1), bytes, text: text.toString() };
      }),
  );
}

/** Whether a file's JSON breaks off, as in the download that was cut short. */
export function breaksOff({ text }: DataFile): boolean {
  return text.startsWith('{"Records":') && !text.endsWith(']}');
}

/** The records of each whole trail file, in the order they stand there. */
export function recordsByFile(files: readonly DataFile[]): AnyRecord[][] {
  return files
    .filter((file) => file.text.startsWith('{"Records":') && !breaksOff(file))
    .map((file) => JSON.parse(file.text).Records);
}
