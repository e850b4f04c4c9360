// The worker's file: what it does, it does in `serve-tasks.ts`. Each thread has to ask for the compile cache itself, before
// its modules are compiled.
import nodeModule from 'node:module';

nodeModule.enableCompileCache?.();
import('./serve-tasks.ts');
