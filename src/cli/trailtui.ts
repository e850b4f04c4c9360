#!/usr/bin/env node
// The first file that runs, on whatever Node the user has: plain syntax, nothing imported but what every Node can read, and
// the rest of the program only once this Node is known to run it.
import { enableCompileCache } from '../load/compile-cache.ts';

const oldestNode = 22;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  process.stderr.write(
    `trailtui needs Node ${oldestNode} or newer, and this is Node ${process.versions.node}: https://nodejs.org has it\n`,
  );
  process.exitCode = 2;
} else {
  const { env } = process;
  env.NODE_ENV = 'production'; // before React is imported; in the bundle it is settled already
  enableCompileCache();
  import('./run-program.ts').then(({ runProgram }) => runProgram(process));
}
