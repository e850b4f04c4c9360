/**
 * Draws the pictures in the README: starts the built program on the samples in a pseudo-terminal, presses keys, and writes
 * what the terminal shows.
 *
 *   node test/tools/render-svg.ts FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from './built-program.ts';
import { startInPty } from './pty-program.ts';
import { palettes, svgOfScreen } from './svg-of-screen.ts';

const folder = process.argv[2] ?? '.github';
const columns = 132;
const rows = 38;

const program = startInPty([process.execPath, builtProgram(), 'samples', '--no-state'], {
  columns,
  rows,
  cwd: join(import.meta.dirname, '..', '..'),
});
await program.untilText('samples');
program.type('/');
program.type('kinesis create');
await program.untilText('kinesis create');
program.type('\r');
program.type('\x1b[A');
await program.until((lines) => lines.some((line) => /Request/.test(line)));
await program.until((lines) => !lines.some((line) => /loading/i.test(line)));

mkdirSync(folder, { recursive: true });
for (const [name, palette] of Object.entries(palettes)) {
  writeFileSync(join(folder, `screen-${name}.svg`), svgOfScreen(program.emulator, columns, rows, palette));
}
program.type('\x03');
await program.exit;
