// The worker's file: what it does, it does in `serve-tasks.ts`, once built with what was compiled in earlier runs.
import { join } from 'node:path';
import { enableCompileCache } from './compile-cache.ts';

/** By then the worker has done what it does again and again, and the first events are shown. */
const keepAfterMs = 400;

// Each thread has to ask for the compile cache itself.
enableCompileCache();
if (import.meta.url.endsWith('.ts')) {
  import('./serve-tasks.ts');
} else {
  import('./compiled-program.ts').then(({ loadCompiled }) => {
    const { keep } = loadCompiled(join(import.meta.dirname, 'tasks.cjs'));
    setTimeout(keep, keepAfterMs, 'print').unref();
  });
}
