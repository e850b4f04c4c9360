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
const isLoaded = (lines: string[]) =>
  /^ samples · .* → .* UTC/.test(lines[0]!) && !lines[0]!.includes('left');
await program.until(isLoaded, 'the end of loading');
program.type('/');
program.type('alice create');
await program.until((lines) => lines.some((line) => /alice create .*\d of \d,\d/.test(line)));
program.type('\r');
program.type('ge'); // the first failure from the top
await program.until((lines) => lines.some((line) => /▸.*✗/.test(line)));
await program.until((lines) => lines.some((line) => /channelName/.test(line)));

mkdirSync(folder, { recursive: true });
for (const [name, palette] of Object.entries(palettes)) {
  writeFileSync(join(folder, `screen-${name}.svg`), svgOfScreen(program.emulator, columns, rows, palette));
}
program.type('\x03');
await program.exit;
