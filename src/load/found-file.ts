/** A file to load, as it is named: as given, or below the folder that was given. */
export type NamedFile = { readonly path: string };

/** A file to load and what the disk says of it. */
export type FoundFile = NamedFile & {
  /** Bytes on disk when it was found. */
  readonly size: number;
  /** When it was last changed, in ms since 1970 UTC. */
  readonly mtimeMs: number;
};

const stampInName = /_(\d{8}T\d{4}Z)_/;

/** The time in a name that S3 delivery gives, `…_20260301T0910Z_….json.gz`: later ones sort after earlier ones. Undefined in other names. */
function stampOf(path: string): string | undefined {
  // Only the name is searched: of twenty thousand paths that is quick.
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return stampInName.exec(name)?.[1];
}

/** The time that a file's events are near, in ms since 1970 UTC: from its name, else when it was changed. */
function timeOfFile({ path, mtimeMs }: FoundFile): number {
  const stamp = stampOf(path);
  if (stamp === undefined) return mtimeMs;
  const part = (start: number, end: number) => Number(stamp.slice(start, end));
  return Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(9, 11), part(11, 13));
}

/** The files in the order in which they are to be read: newest first. */
export function newestFirst(files: readonly FoundFile[]): FoundFile[] {
  return files
    .map((file) => ({ file, timeMs: timeOfFile(file) }))
    .sort((a, b) => b.timeMs - a.timeMs || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file }) => file);
}

/** Up to so many files that are the newest by their names alone, and the others. */
export function splitNewest(
  files: readonly NamedFile[],
  most: number,
): { readonly newest: readonly NamedFile[]; readonly others: readonly NamedFile[] } {
  const stamped = files.flatMap((file) => {
    const stamp = stampOf(file.path);
    return stamp === undefined ? [] : [{ file, stamp }];
  });
  stamped.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  const newest = new Set(stamped.slice(0, most).map(({ file }) => file));
  return { newest: [...newest], others: files.filter((file) => !newest.has(file)) };
}
