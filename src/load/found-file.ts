import { sep } from 'node:path';

/** A file to load, as it is named: as given, or below the folder that was given. */
export type NamedFile = { readonly path: string };

/** A file to load and what the disk says of it. */
export type FoundFile = NamedFile & {
  /** Bytes on disk when it was found. */
  readonly size: number;
  /** When it was last changed, in ms since 1970 UTC. */
  readonly mtimeMs: number;
};

const stampPattern = /^\d{8}T\d{4}Z$/;
const stampLength = '20260301T0910Z'.length;

/**
 * The time in a name that S3 delivery gives, `…_20260301T0910Z_….json.gz`:
 * later ones sort after earlier ones. Undefined in other names.
 */
function stampOf(path: string): string | undefined {
  // Without a search by pattern, which takes ten times as long: there can be very many files.
  const end = path.indexOf('Z_', path.lastIndexOf(sep) + 1) + 1;
  if (path[end - stampLength - 1] !== '_') return undefined;
  const stamp = path.slice(end - stampLength, end);
  return stampPattern.test(stamp) ? stamp : undefined;
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

/** The day in a file's name, as 20260301; NaN in names without a time. */
export function dayOfFile({ path }: NamedFile): number {
  return Number(stampOf(path)?.slice(0, '20260301'.length) ?? Number.NaN);
}

/** Bytes on disk that tens of events come from, and those that are decoded while nobody would notice. */
const [enoughBytes, briefBytes] = [16 * 1024, 128 * 1024];

/** How many of the first files hold the first events to be seen: none where they would take more than a moment. */
export function headLength(files: readonly FoundFile[]): number {
  let bytes = 0;
  let count = 0;
  while (count < files.length && bytes < enoughBytes) bytes += files[count++]!.size;
  return bytes > briefBytes ? 0 : count;
}

/** Up to so many files that are the newest by their names alone, and the others. */
export function splitNewest(
  files: readonly NamedFile[],
  most: number,
): { readonly newest: readonly NamedFile[]; readonly others: readonly NamedFile[] } {
  // Few of many, kept in order, the newest last. From the end where the newer ones are, few are kept in vain.
  const kept: { readonly file: NamedFile; readonly stamp: string }[] = [];
  const [first, last] = [files[0], files.at(-1)].map((file) => stampOf(file?.path ?? '') ?? '');
  for (const file of first! > last! ? files : files.toReversed()) {
    const stamp = stampOf(file.path);
    if (stamp === undefined || (kept.length === most && stamp <= kept[0]!.stamp)) continue;
    let place = kept.length;
    while (place > 0 && kept[place - 1]!.stamp > stamp) place--;
    kept.splice(place, 0, { file, stamp });
    if (kept.length > most) kept.shift();
  }
  const newest = new Set(kept.map(({ file }) => file));
  return { newest: [...newest].reverse(), others: files.filter((file) => !newest.has(file)) };
}
