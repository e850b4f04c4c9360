import { readFileSync, type Stats, statSync } from 'node:fs';

// A list is read again only when its file has changed: a query is asked at every letter, and a pipe gives its lines once.
const known = new Map<string, { readonly stamp: string; readonly lines: readonly string[] }>();

/** The lines of a list of indicators, trimmed, without empty ones; undefined when it cannot be read. */
export function readList(path: string): readonly string[] | undefined {
  try {
    const stamp = stampOf(statSync(path));
    if (stamp === undefined) return undefined;
    const remembered = known.get(path);
    if (remembered?.stamp === stamp) return remembered.lines;
    const lines = readFileSync(path, 'utf8').split('\n');
    const list = lines.map((line) => line.trim()).filter((line) => line !== '');
    known.set(path, { stamp, lines: list });
    return list;
  } catch {
    return undefined;
  }
}

/** What changes with what a file holds; undefined for what is no list: a folder, a terminal. */
function stampOf(stats: Stats): string | undefined {
  if (stats.isFIFO()) return 'pipe';
  return stats.isFile() ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : undefined;
}
