/** Writes the parts of README.md that the tables of the code say. Run by `npm run docs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshReadme } from './readme.ts';

const file = join(import.meta.dirname, '..', '..', 'README.md');
writeFileSync(file, refreshReadme(readFileSync(file, 'utf8')));
