/**
 * How many bytes and how much time a key takes, measured in a pseudo-terminal: from the moment the key is written to the
 * moment its frame has come whole. Prints a table of trailtui against the pagers and pickers that are installed.
 *
 *   node test/tools/measure-keys.ts [PATH]      PATH: what trailtui opens; samples without
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { builtProgram } from './built-program.ts';
import { createEmulator } from './emulator.ts';

type Program = {
  readonly name: string;
  readonly command: readonly string[];
  /** A text that says it is ready. */
  readonly ready: RegExp;
  /** Keys typed before measuring, each followed by quiet. */
  readonly before: readonly string[];
  /** What is measured: a name, the key pressed again and again, and one that undoes it, unmeasured. */
  readonly keys: readonly (readonly [what: string, key: string, undo?: string])[];
  readonly quit: string;
};

const root = join(import.meta.dirname, '..', '..');
const opened = process.argv[2] ?? join(root, 'samples');
const presses = 40;
const scratch = mkdtempSync(join(tmpdir(), 'trailtui-measure-'));
const listing = join(scratch, 'events.txt');

const down = '\x1b[B';
const up = '\x1b[A';
const program = builtProgram();
writeFileSync(
  listing,
  execFileSync(process.execPath, [program, '--print', opened], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);

const programs: readonly Program[] = [
  {
    name: 'trailtui, list and detail',
    command: [process.execPath, program, opened],
    ready: /→ \d\d:\d\d/,
    before: ['g'],
    keys: [
      ['down', down],
      ['page down', '\x1b[6~'],
      ['next failure', 'e'],
      ['idle', ''],
    ],
    quit: '\x03',
  },
  {
    name: 'trailtui, list alone',
    command: [process.execPath, program, opened],
    ready: /→ \d\d:\d\d/,
    before: ['g', 'f'],
    keys: [['down', down]],
    quit: '\x03',
  },
  {
    name: 'trailtui, scrolling up',
    command: [process.execPath, program, opened],
    ready: /→ \d\d:\d\d/,
    before: ['G', up.repeat(60)],
    keys: [['up', up]],
    quit: '\x03',
  },
  {
    name: 'trailtui, typing',
    command: [process.execPath, program, opened],
    ready: /→ \d\d:\d\d/,
    before: ['/'],
    keys: [['a letter', 'k', '\x7f']],
    quit: '\x03',
  },
  {
    name: 'less',
    command: ['less', '-S', listing],
    ready: /./,
    before: [],
    keys: [
      ['down', 'j'],
      ['page down', ' '],
    ],
    quit: 'q',
  },
  {
    name: 'fzf',
    command: ['sh', '-c', `fzf < ${listing}`],
    ready: />/,
    before: [],
    keys: [['up', up]],
    quit: '\x03',
  },
  {
    name: 'fzf with preview',
    command: ['sh', '-c', `fzf --preview 'echo {} | tr " " "\\n"' < ${listing}`],
    ready: />/,
    before: [],
    keys: [['up', up]],
    quit: '\x03',
  },
  { name: 'lnav', command: ['lnav', listing], ready: /./, before: [], keys: [['down', 'j']], quit: 'q' },
];

const quietMs = 120;

for (const [columns, rows] of [
  [160, 50],
  [80, 24],
] as const) {
  console.log(`\n${`${columns}×${rows}`.padEnd(42)}   bytes       p95        ms       p95   CPU ms`);
  for (const row of programs) {
    if (
      spawnSync('sh', ['-c', `command -v ${row.command[0] === 'sh' ? 'fzf' : row.command[0]}`]).status !== 0
    )
      continue;
    for (const line of await measureProgram(row, columns, rows)) console.log(line);
  }
}
rmSync(scratch, { recursive: true, force: true });

async function measureProgram(row: Program, columns: number, rows: number): Promise<string[]> {
  const { CI, NO_COLOR, TMUX, ...env } = process.env;
  const child = spawn(row.command[0]!, row.command.slice(1), {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color' } as { [name: string]: string },
  });
  const emulator = createEmulator(columns, rows);
  let isReady = false;
  let bytes = 0;
  let lastMs = performance.now();
  child.onData((data) => {
    bytes += Buffer.byteLength(data);
    lastMs = performance.now();
    // Only until it is ready: afterwards the emulator's work would be measured too.
    if (!isReady)
      void emulator.write(data).then(() => (isReady ||= row.ready.test(emulator.lines().join('\n'))));
  });
  const endMs = performance.now() + 30_000;
  while (!isReady && performance.now() < endMs) await new Promise((resolve) => setTimeout(resolve, 10));
  await quiet(() => lastMs);
  for (const keys of row.before) {
    child.write(keys);
    await quiet(() => lastMs);
  }
  const lines: string[] = [];
  for (const [what, key, undo] of row.keys) {
    const sizes: number[] = [];
    const times: number[] = [];
    const cpuBefore = cpuMs(child.pid);
    for (let i = 0; i < presses; i++) {
      bytes = 0;
      const startMs = performance.now();
      lastMs = startMs;
      if (key !== '') child.write(key);
      await quiet(() => lastMs);
      sizes.push(bytes);
      times.push(lastMs - startMs);
      if (undo !== undefined) {
        child.write(undo);
        await quiet(() => lastMs);
      }
    }
    const cells = [
      median(sizes, 0.5),
      median(sizes, 0.95),
      median(times, 0.5).toFixed(1),
      median(times, 0.95).toFixed(1),
      ((cpuMs(child.pid) - cpuBefore) / presses).toFixed(1),
    ];
    lines.push(
      `${`${row.name}: ${what}`.padEnd(42)}${cells.map((cell) => String(cell).padStart(8)).join('  ')}`,
    );
  }
  child.write(row.quit);
  child.kill();
  return lines;
}

/** Processor time that a process has taken: what a key costs even on a machine that is busy with other things. */
function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/** Fulfilled when nothing has come for a while. */
async function quiet(lastMs: () => number): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (performance.now() - lastMs() < quietMs);
}

function median(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
