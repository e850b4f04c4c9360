import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The script of the built program. `npm test` has built it; run another way, it is built when a source is newer. */
export function builtProgram(): string {
  const script = join(root, 'dist', 'trailtui.js');
  if (!existsSync(script) || statSync(script).mtimeMs < newestSourceMs()) {
    execFileSync(process.execPath, [join(root, 'src', 'build', 'build.ts')], { stdio: 'pipe' });
  }
  return script;
}

function newestSourceMs(): number {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  return Math.max(
    ...files
      .filter((file) => file.isFile())
      .map((file) => statSync(join(file.parentPath, file.name)).mtimeMs),
  );
}
