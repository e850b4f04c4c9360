import { execFileSync, spawnSync } from 'node:child_process';

/** A shell in tmux, on a server of its own: a real terminal with job control. */
export type TmuxShell = {
  /** Types text as it is. */
  type(text: string): void;
  /** Presses keys by tmux's names: `Enter`, `C-z`, `Down`. */
  press(...keys: string[]): void;
  /** Types a command line and presses Enter. */
  run(line: string): void;
  screen(): string;
  /** The screen, once it passes the test. Rejected, with the screen, when it does not in time. */
  until(passes: (screen: string) => boolean, what?: string): Promise<string>;
  untilText(text: string | RegExp): Promise<string>;
  resize(columns: number, rows: number): void;
  /** Runs tmux itself: `show-buffer`. */
  tmux(...command: string[]): string;
  /** Ends the server and everything in it. */
  close(): void;
};

/** True when tmux is installed. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

const patienceMs = 15_000;
const pollMs = 20;
let count = 0;

/** A shell with the prompt `$ ` that has started and waits. */
export async function openTmuxShell(columns: number, rows: number): Promise<TmuxShell> {
  const socket = `trailtui-test-${process.pid}-${++count}`;
  const tmux = (...command: string[]) =>
    execFileSync('tmux', ['-L', socket, ...command], { encoding: 'utf8' });
  const { CI, NO_COLOR, TMUX, VITEST, NODE_ENV, NODE_OPTIONS, SSH_CONNECTION, SSH_TTY, ...env } = process.env;
  execFileSync(
    'tmux',
    [
      '-L',
      socket,
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-x',
      String(columns),
      '-y',
      String(rows),
      'env PS1="$ " bash --norc --noprofile -i',
      ';',
      'set-option',
      '-g',
      'escape-time',
      '0',
      ';',
      'set-option',
      '-g',
      'status',
      'off',
      ';',
      'set-option',
      '-g',
      'default-terminal',
      'tmux-256color',
    ],
    { env: { ...env, LC_ALL: 'C.UTF-8', PS1: '$ ' } },
  );
  const screen = () => tmux('capture-pane', '-p');
  const until = async (passes: (screen: string) => boolean, what = 'the screen that was expected') => {
    const end = Date.now() + patienceMs;
    for (;;) {
      const now = screen();
      if (passes(now)) return now;
      if (Date.now() > end) throw new Error(`${what} did not come:\n${now}`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  };
  const shell: TmuxShell = {
    type: (text) => void tmux('send-keys', '-l', text),
    press: (...keys) => void tmux('send-keys', ...keys),
    run(line) {
      shell.type(line);
      shell.press('Enter');
    },
    screen,
    until,
    untilText: (text) =>
      until((now) => (typeof text === 'string' ? now.includes(text) : text.test(now)), `“${text}”`),
    resize: (nextColumns, nextRows) =>
      void tmux('resize-window', '-x', String(nextColumns), '-y', String(nextRows)),
    tmux,
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
  try {
    await shell.untilText(/^\$/);
  } catch (failure) {
    shell.close();
    throw failure;
  }
  return shell;
}
