import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The names, versions and licence texts of the packages that these files belong to, as one text.
 *
 * @param files Paths relative to `root`, as esbuild lists them.
 */
export function licencesOf(files: readonly string[], root: string): string {
  const folders = new Set(files.map(packageFolderOf).filter((folder) => folder !== undefined));
  const parts = [...folders].sort().map((folder) => licenceOf(join(root, folder)));
  return `trailtui contains code of these packages, under their own licences.\n\n${parts.join('\n')}`;
}

/** The innermost package that a file belongs to; undefined for a file of our own. */
function packageFolderOf(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function licenceOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$|-)/i.test(name));
  const text =
    file === undefined
      ? `Licence: ${about.license ?? 'not stated'}`
      : readFileSync(join(folder, file), 'utf8');
  const title = `${about.name} ${about.version}${about.license === undefined ? '' : ` (${about.license})`}`;
  return `${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n${text.trim()}\n`;
}
