import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'decode', 'wasm');

/** The compiler's options for the byte scanner. */
export const scannerOptions: readonly string[] = [
  'src/decode/wasm/record.ts',
  ...['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='],
];

/** A hash of all that the compiled scanner is made from: tells whether it was compiled since its sources changed. */
export function hashScannerSources(): string {
  const hash = createHash('sha256').update(scannerOptions.join(' '));
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
