import { readFileSync } from 'node:fs';

/** The lines of a list of indicators, trimmed, without empty ones; undefined when it cannot be read. */
export function readList(path: string): readonly string[] | undefined {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  } catch {
    return undefined;
  }
}
