import { join } from 'node:path';
import { loadCompiled } from '../load/compiled-program.ts';

/** By then the first frames are drawn, and nobody waits for the moment that keeping takes. */
const keepAfterMs = 1500;

/** Runs the program: from its sources, or as it was built, with what was compiled in earlier runs. */
export async function runProgram(running: NodeJS.Process): Promise<void> {
  if (import.meta.url.endsWith('.ts')) {
    const { runProcess } = await import('./main.ts');
    return runProcess(running);
  }
  const { exports, keep } = loadCompiled(join(import.meta.dirname, 'program.cjs'));
  const { runProcess } = exports as typeof import('./main.ts');
  await runProcess(running, (reach) => {
    if (reach === 'screen') setTimeout(keep, keepAfterMs, reach).unref();
    else keep(reach);
  });
}
