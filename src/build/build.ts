/**
 * Makes `dist/`, the published program: `trailtui.js` and `worker.js` with the pieces they share, `program.cjs` and
 * `tasks.cjs`, which these run, the licences of what they contain, the manual page, and completions for shells. Run by
 * `npm run build`.
 */
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { packageVersion } from '../cli/package-folder.ts';
import { completionScripts } from './completions.ts';
import { licencesOf } from './licences.ts';
import { manualPage } from './manual-page.ts';
import { quickLibraries } from './quick-libraries.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none', // their texts are in THIRD-PARTY-LICENSES
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** What starts the program and its workers: modules, small ones. */
const starts = build({
  ...shared,
  entryPoints: ['src/cli/trailtui.ts', 'src/load/worker.ts'],
  outdir: dist,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  splitting: true,
  format: 'esm',
  external: ['./main.ts', './serve-tasks.ts'], // only run from the sources
});

/** All the rest: scripts, since of a script can be kept what was compiled in earlier runs. */
const scripts = build({
  ...shared,
  entryPoints: { program: 'src/cli/main.ts', tasks: 'src/load/serve-tasks.ts' },
  outdir: dist,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  charset: 'ascii',
  banner: {
    js: '(function(exports,require,module,__filename,__dirname){const fileUrl=require("node:url").pathToFileURL(__filename).href;',
  },
  footer: { js: '})' },
  define: {
    'import.meta.url': 'fileUrl',
    'import.meta.dirname': '__dirname',
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'Intl.Segmenter': 'LateSegmenter',
  },
  inject: ['src/build/late-segmenter.ts'],
  plugins: [quickLibraries],
});

const built = await Promise.all([starts, scripts]).catch(() => process.exit(1)); // what went wrong has been told
const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const outputs = built.flatMap(({ metafile }) => Object.keys(metafile.outputs));

chmodSync(join(dist, 'trailtui.js'), 0o755);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES'), licencesOf([...new Set(inputs)], root));
writeFileSync(join(dist, 'trailtui.1'), manualPage(packageVersion()));
mkdirSync(join(dist, 'completions'), { recursive: true });
for (const [file, script] of Object.entries(completionScripts)) {
  writeFileSync(join(dist, 'completions', file), script());
}

// Pieces of earlier builds go last, so that a program that is running finds its own for as long as can be.
const made = new Set(outputs.map((file) => basename(file)));
for (const file of readdirSync(dist)) {
  if (file.endsWith('.js') && !made.has(file)) rmSync(join(dist, file));
}
