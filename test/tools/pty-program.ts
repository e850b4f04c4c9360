import { spawn } from '@lydell/node-pty';
import { createEmulator, type Emulator } from './emulator.ts';

/** A program running in a pseudo-terminal, with what its terminal shows. */
export type PtyProgram = {
  readonly emulator: Emulator;
  readonly pid: number;
  /** Types bytes. */
  type(bytes: string): void;
  resize(columns: number, rows: number): void;
  /** The lines of the screen, once they pass the test. Rejected, with the screen, when they do not in time. */
  until(passes: (lines: string[]) => boolean, what?: string): Promise<string[]>;
  /** The lines of the screen, once that text stands among them. */
  untilText(text: string | RegExp): Promise<string[]>;
  /** Every byte that came so far. */
  output(): string;
  kill(signal: string): void;
  /** Fulfilled when it has ended. */
  readonly exit: Promise<{ readonly exitCode: number; readonly signal: number | undefined }>;
};

/** How a program is started. */
export type PtyOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: { readonly [name: string]: string | undefined };
  readonly cwd?: string;
};

const patienceMs = 15_000;

/** Starts a program at a terminal of its own: 80×24 unless said otherwise. */
export function startInPty(command: readonly string[], options: PtyOptions = {}): PtyProgram {
  const { columns = 80, rows = 24 } = options;
  const child = spawn(command[0]!, command.slice(1), {
    name: options.env?.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: options.cwd ?? process.cwd(),
    env: terminalEnv(options.env),
  });
  const emulator = createEmulator(columns, rows);
  const waiting = new Set<() => void>();
  let output = '';
  let written = Promise.resolve();
  child.onData((bytes) => {
    output += bytes;
    written = emulator.write(bytes).then(() => {
      for (const check of waiting) check();
    });
  });
  const exit = new Promise<{ exitCode: number; signal: number | undefined }>((resolve) => {
    child.onExit(({ exitCode, signal }) => void written.then(() => resolve({ exitCode, signal })));
  });

  const until = (passes: (lines: string[]) => boolean, what = 'the screen that was expected') =>
    new Promise<string[]>((resolve, reject) => {
      const check = () => {
        const lines = emulator.lines();
        if (passes(lines)) finish(() => resolve(lines));
      };
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        waiting.delete(check);
        settle();
      };
      const timer = setTimeout(
        () => finish(() => reject(new Error(`${what} did not come:\n${emulator.lines().join('\n')}`))),
        patienceMs,
      );
      waiting.add(check);
      check();
    });

  return {
    emulator,
    pid: child.pid,
    type: (bytes) => child.write(bytes),
    resize(nextColumns, nextRows) {
      emulator.resize(nextColumns, nextRows);
      child.resize(nextColumns, nextRows);
    },
    until,
    untilText: (text) =>
      until(
        (lines) => lines.some((line) => (typeof text === 'string' ? line.includes(text) : text.test(line))),
        `“${text}”`,
      ),
    output: () => output,
    kill: (signal) => child.kill(signal),
    exit,
  };
}

/** The environment of a user at a terminal, without what would betray the one that the tests run in. */
function terminalEnv(changes: PtyOptions['env'] = {}): { [name: string]: string } {
  const own = [
    'CI',
    'NO_COLOR',
    'FORCE_COLOR',
    'TMUX',
    'SSH_TTY',
    'SSH_CONNECTION',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'VITEST',
    'NODE_ENV',
    'NODE_OPTIONS',
  ];
  const env = { ...process.env, TERM: 'xterm-256color', ...changes };
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && (entry[0] in changes || !own.includes(entry[0])),
    ),
  );
}
