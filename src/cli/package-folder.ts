import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The folder that the package stands in: above `dist` once built, above `src/cli` before. */
function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** The version of the package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The sample incident that ships with the package: relative where that is shorter to read. */
export function samplesFolder(): string {
  const folder = join(packageFolder(), 'samples');
  const fromHere = relative(process.cwd(), folder);
  return fromHere !== '' && fromHere.length < folder.length && !fromHere.startsWith('..') ? fromHere : folder;
}
