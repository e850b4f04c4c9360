/** Folders that are still to be opened, by the days that they are named for. */
export type DatedFolders = {
  add(folder: NamedFolder): void;
  /** The latest of the days; undefined when no folder is left. */
  latestDay(): number | undefined;
  /** Takes out those of a day. */
  take(day: number): readonly NamedFolder[];
};

/** A folder to be opened. */
export type NamedFolder = {
  /** The name under which it was found, and its real one. */
  readonly path: string;
  readonly real: string;
  /** The last day that it is named for, as 20260301: `…/2026/03` ends on 20260399; or `noDay`. */
  readonly day: number;
};

/** No folders. */
export function noFolders(): DatedFolders {
  const byDay = new Map<number, NamedFolder[]>();
  return {
    add(folder) {
      const others = byDay.get(folder.day);
      if (others === undefined) byDay.set(folder.day, [folder]);
      else others.push(folder);
    },
    latestDay: () => (byDay.size === 0 ? undefined : Math.max(...byDay.keys())),
    take(day) {
      const folders = byDay.get(day) ?? [];
      byDay.delete(day);
      return folders;
    },
  };
}

/** The day of folders that have none: they are opened before all others. */
export const noDay = Number.POSITIVE_INFINITY;

/** What of a day is not known yet: that of a month, and month and day of a year. */
const [anyDay, anyMonth] = [99, 9999];

/** The last day that a folder of that name is for, in a folder whose last day is `day`: year, month, day, one in the other. */
export function dayOfFolder(name: string, day: number): number {
  const number = /^\d+$/.test(name) ? Number(name) : Number.NaN;
  if (day === noDay) return /^[12]\d{3}$/.test(name) ? number * 10_000 + anyMonth : day;
  if (!(number < anyDay)) return day;
  if (day % 10_000 === anyMonth) return day - anyMonth + number * 100 + anyDay;
  return day % 100 === anyDay ? day - anyDay + number : day;
}
