/**
 * Compiles the byte scanner, `src/decode/wasm`, and writes it to `src/decode/scanner-wasm.ts`, from where it is loaded: a
 * checkout and the published program need no compiler. Run by `npm run scanner`, after a change of its sources.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileScanner } from './compile-scanner.ts';
import { hashScannerSources } from './scanner-sources.ts';

const { wasm, messages } = await compileScanner();
if (wasm === undefined) {
  process.stderr.write(messages);
  process.exit(1);
}
const lines =
  Buffer.from(wasm)
    .toString('base64')
    .match(/.{1,100}/g) ?? [];
writeFileSync(
  join(import.meta.dirname, '..', 'decode', 'scanner-wasm.ts'),
  `/** What it was compiled from, as \`hashScannerSources\` has it. */
export const scannerSources = '${hashScannerSources()}';

/** The compiled byte scanner, as base64. Made from \`decode/wasm\` by \`npm run scanner\`. */
export const scannerWasm =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`,
);
process.stdout.write(`${wasm.length} bytes\n`);
