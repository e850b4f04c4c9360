import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Where libraries are slow to load or slow at work, what the published
 * program has in their place. Fails when one has changed.
 */
export const quickLibraries: Plugin = {
  name: 'quick libraries',
  setup(bundle) {
    const source = join(import.meta.dirname, '..');

    // Ink measures every text and takes it apart in every frame: half of a frame's time went into that.
    bundle.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      isOfPackage(importer) ? { path: join(source, 'screen', 'text', 'quick-width.ts') } : undefined,
    );
    bundle.onResolve({ filter: /^@alcalzone\/ansi-tokenize$/ }, ({ importer }) =>
      isOfPackage(importer) ? { path: join(source, 'ui', 'quick-tokens.ts') } : undefined,
    );

    const importOf = (name: string, file: string) =>
      `import { ${name} } from ${JSON.stringify(join(source, file))};`;
    const ignorable = '/^\\p{Default_Ignorable_Code_Point}+$/u.test(character.value)';
    bundle.onLoad({ filter: /[/\\]ink[/\\]build[/\\]output\.js$/ }, ({ path }) => ({
      contents: changed(path, [
        ['export default class Output', `${importOf('rememberRows', 'ui/row-output.ts')}\nclass Output`],
        [`!${ignorable}`, `!(character.value > '\\x7f' && ${ignorable})`],
        ['//# sourceMappingURL', 'export default rememberRows(Output);\n//# sourceMappingURL'],
      ]),
    }));
    bundle.onLoad({ filter: /[/\\]ink[/\\]build[/\\]sanitize-ansi\.js$/ }, ({ path }) => ({
      contents: changed(path, [
        ['const sgrParametersRegex', `${importOf('isClean', 'ui/clean-text.ts')}\nconst sgrParametersRegex`],
        ['if (!hasAnsi', 'if (isClean(text)) return text;\nif (!hasAnsi'],
      ]),
    }));

    // Ink waits for its developer tools before anything else of it is there, if only they are asked for. They are not.
    bundle.onLoad({ filter: /[/\\]ink[/\\]build[/\\]reconciler\.js$/ }, ({ path }) => ({
      contents: changed(path, [
        ["await import('./devtools.js')", 'undefined'],
        ['await loadPackageJson()', '{}'],
      ]),
    }));

    // V8 takes 20 ms to make this one, which most logs never need.
    const emoji = '/^\\p{RGI_Emoji}$/v';
    bundle.onLoad({ filter: /[/\\]string-width[/\\]index\.js$/ }, ({ path }) => ({
      contents: changed(path, [
        [
          `const rgiEmojiRegex = ${emoji};`,
          `let made; const rgiEmojiRegex = { test: text => (made ??= ${emoji}).test(text) };`,
        ],
      ]),
    }));

    // Tables are drawn on demand, and what they hash with loads all of OpenSSL.
    bundle.onLoad({ filter: /[/\\]ink-table[/\\]dist[/\\]index\.js$/ }, ({ path }) => ({
      contents: changed(path, [
        ['const object_hash_1 = require("object-hash");', ''],
        ['(0, object_hash_1.sha1)(row)', 'require("object-hash").sha1(row)'],
      ]),
    }));

    // Ink's layout fetches its WebAssembly from a data URL, for which Node loads an HTTP client, and waits for it.
    bundle.onLoad({ filter: /[/\\]yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/ }, ({ path }) => ({
      contents: changed(path, [
        ['wrapAssembly(await loadYoga())', 'wrapAssembly(yoga)'],
        [
          'const Yoga',
          `const yoga = {
             instantiateWasm(imports, done) {
               const { wasm } = loadYoga;
               const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
               done(instance);
               return instance.exports;
             },
           };
           loadYoga(yoga);
           const Yoga`,
        ],
      ]),
    }));
    bundle.onLoad({ filter: /[/\\]yoga-wasm-base64-esm\.js$/ }, ({ path }) => {
      const wasm = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(readFileSync(path, 'utf8'))?.[1];
      if (wasm === undefined) throw new Error(`${path} has no WebAssembly`);
      return {
        contents: changed(path, [
          [wasm, ''],
          [
            'export default loadYoga',
            `loadYoga.wasm = Buffer.from('${wasm}', 'base64');\nexport default loadYoga`,
          ],
        ]),
      };
    });
  },
};

/** A source with some texts changed, each of which must be there. */
function changed(path: string, changes: readonly (readonly [before: string, after: string])[]): string {
  return changes.reduce(
    (text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`${path} has no ${before.slice(0, 60)}`);
      return text.replace(before, () => after);
    },
    readFileSync(path, 'utf8'),
  );
}

function isOfPackage(file: string): boolean {
  return /[/\\]node_modules[/\\]/.test(file);
}
