/**
 * Makes `dist/`, the published program: `trailtui.js`, `worker.js`, the pieces they share, the licences of what they
 * contain, the manual page, and completions for shells. Run by `npm run build`.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { packageVersion } from '../cli/package-folder.ts';
import { completionScripts } from './completions.ts';
import { licencesOf } from './licences.ts';
import { manualPage } from './manual-page.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/trailtui.ts', 'src/load/worker.ts'],
  outdir: dist,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none', // their texts are in THIRD-PARTY-LICENSES
  metafile: true,
  logLevel: 'warning',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    // Ink's layout fetches its WebAssembly from a data URL where there is a fetch, and Node loads an HTTP client for that.
    fetch: 'undefined',
    'Intl.Segmenter': 'LateSegmenter',
  },
  inject: ['src/build/late-segmenter.ts'],
  plugins: [
    {
      // Only asked for when DEV is set, which the line above rules out, and needs a package that is not there.
      name: 'without the developer tools of Ink',
      setup: (bundle) =>
        bundle.onLoad({ filter: /[/\\]ink[/\\]build[/\\]devtools\.js$/ }, () => ({ contents: '' })),
    },
    {
      // Ink measures every text and takes it apart in every frame: half of a frame's time went into that.
      name: 'quick measuring and remembered tokens for Ink',
      setup: (bundle) => {
        bundle.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
          isOfPackage(importer) ? { path: join(root, 'src', 'screen', 'quick-width.ts') } : undefined,
        );
        bundle.onResolve({ filter: /^@alcalzone\/ansi-tokenize$/ }, ({ importer }) =>
          isOfPackage(importer) ? { path: join(root, 'src', 'ui', 'quick-tokens.ts') } : undefined,
        );
      },
    },
    {
      name: 'the emoji of string-width only once they are needed',
      setup: (bundle) =>
        bundle.onLoad({ filter: /[/\\]string-width[/\\]index\.js$/ }, ({ path }) => ({
          contents: madeWhenTested(readFileSync(path, 'utf8'), 'rgiEmojiRegex', '/^\\p{RGI_Emoji}$/v'),
        })),
    },
  ],
  // ink-table and what it needs are CommonJS, and ask for their parts by require.
  banner: {
    js: 'import{createRequire as trailtuiRequire}from"node:module";const require=trailtuiRequire(import.meta.url);',
  },
}).catch(() => process.exit(1)); // what went wrong has been told

chmodSync(join(dist, 'trailtui.js'), 0o755);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES'), licencesOf(Object.keys(metafile.inputs), root));
writeFileSync(join(dist, 'trailtui.1'), manualPage(packageVersion()));
mkdirSync(join(dist, 'completions'), { recursive: true });
for (const [file, script] of Object.entries(completionScripts)) {
  writeFileSync(join(dist, 'completions', file), script());
}

// Pieces of earlier builds go last, so that a program that is running finds its own for as long as can be.
const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of readdirSync(dist)) {
  if (file.endsWith('.js') && !made.has(file)) rmSync(join(dist, file));
}

/** The source with a regular expression made when it is first tested: some take V8 20 ms to make. */
function madeWhenTested(source: string, name: string, expression: string): string {
  const declaration = `const ${name} = ${expression};`;
  if (!source.includes(declaration)) throw new Error(`there is no ${declaration}`);
  return source.replace(
    declaration,
    () => `let ${name}Made; const ${name} = { test: text => (${name}Made ??= ${expression}).test(text) };`,
  );
}

function isOfPackage(file: string): boolean {
  return /[/\\]node_modules[/\\]/.test(file);
}
