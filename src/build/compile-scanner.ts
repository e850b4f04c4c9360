import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { scannerOptions } from './scanner-sources.ts';

/** What compiling gave: the module, or what the compiler has to say. */
export type CompiledScanner = { readonly wasm: Uint8Array | undefined; readonly messages: string };

/** Compiles the byte scanner from its sources, `src/decode/wasm`. The same sources give the same bytes. */
export async function compileScanner(): Promise<CompiledScanner> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [...scannerOptions, ...['--baseDir', join(import.meta.dirname, '..', '..'), '--outFile', 'scanner.wasm']],
    {
      writeFile(_name, contents) {
        if (typeof contents !== 'string') wasm = contents;
      },
    },
  );
  return { wasm: error === null ? wasm : undefined, messages: stderr.toString() };
}
