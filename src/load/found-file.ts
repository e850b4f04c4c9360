/** A file to load. */
export type FoundFile = {
  /** The file as shown: as given, or below the folder that was given. */
  readonly path: string;
  /** Bytes on disk when it was found. */
  readonly size: number;
  /** When it was last changed, in ms since 1970 UTC. */
  readonly mtimeMs: number;
};

const nameTime = /_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_[^/\\]*$/;

/** The time that a file's events are near, in ms since 1970 UTC: from the name that S3 delivery gives, else when it was changed. */
function timeOfFile({ path, mtimeMs }: FoundFile): number {
  const parts = nameTime.exec(path);
  if (parts === null) return mtimeMs;
  const [year, month, day, hour, minute] = parts.slice(1).map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!);
}

/** The files in the order in which they are to be read: newest first. */
export function newestFirst(files: readonly FoundFile[]): FoundFile[] {
  return files
    .map((file) => ({ file, timeMs: timeOfFile(file) }))
    .sort((a, b) => b.timeMs - a.timeMs || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file }) => file);
}
