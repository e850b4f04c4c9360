import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { builtProgram } from '../tools/built-program.ts';
import { hasTmux, openTmuxShell, type TmuxShell } from '../tools/tmux.ts';

// The program that users install, in a terminal that users have. Skipped where there is no tmux.

const root = join(import.meta.dirname, '..', '..');
const trailtui = `"${process.execPath}" "${builtProgram()}" --no-state`;

/** What the status line says once everything is loaded: from when to when. */
const loaded = /→ \d\d:\d\d UTC/;

const shells: TmuxShell[] = [];
afterEach(() => {
  for (const shell of shells.splice(0)) shell.close();
});

async function openShell(columns: number, rows: number): Promise<TmuxShell> {
  const shell = await openTmuxShell(columns, rows);
  shells.push(shell);
  shell.run(`cd '${root}'; clear`);
  return shell;
}

/** What `stty -a` says, by way of the screen. */
async function modesOf(shell: TmuxShell): Promise<string> {
  shell.run('clear; stty -a | tr -d "\\n"; echo " end"');
  const screen = await shell.untilText(/ end$/m);
  // The prompt after it may have come by then, or not.
  const modes = screen.slice(0, screen.indexOf(' end'));
  return modes.replace(/rows \d+; columns \d+;/, '').replace(/\s+/g, ' ');
}

/** The process id of what runs in the shell. */
function childOf(shell: TmuxShell): number {
  const pid = shell.tmux('display-message', '-p', '#{pane_pid}').trim();
  return Number(execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }));
}

describe.skipIf(!hasTmux)('in tmux', () => {
  test.each([
    [160, 50],
    [80, 24],
  ])(
    'a search at %i×%i shows the matching events, and both panes the selected one',
    async (columns, rows) => {
      const shell = await openShell(columns, rows);
      shell.run(`${trailtui} samples`);
      await shell.untilText(loaded);
      shell.type('/kinesis create');
      await shell.untilText('kinesis create');
      shell.press('Enter');
      shell.press('Down');
      const screen = await shell.until(
        (now) => /Request/.test(now) && /Response/.test(now) && /Create/.test(now),
      );
      const times = screen.split('\n').filter((line) => /^.{0,3}\s*\d\d:\d\d:\d\d/.test(line));
      expect(times.length).toBeGreaterThan(3);
      expect(times.filter((line) => !/kinesis/i.test(line) || !/create/i.test(line))).toEqual([]);
      shell.press('C-c');
      await shell.untilText(/^\$$/m);
    },
  );

  test('after Ctrl-Z and fg the screen is back, and the shell had its own in between', async () => {
    const shell = await openShell(100, 30);
    const before = await modesOf(shell);
    shell.run(`clear; ${trailtui} samples`);
    const shown = await shell.untilText(loaded);
    shell.press('C-z');
    await shell.untilText('Stopped');
    expect(await modesOf(shell)).toBe(before);
    shell.resize(90, 28);
    shell.resize(100, 30);
    shell.run('fg');
    expect(await shell.until((now) => now === shown)).toBe(shown);
    shell.press('Down');
    shell.press('q');
    await shell.untilText(/^\$$/m);
    expect(await modesOf(shell)).toBe(before);
  });

  test.each(['C-c', 'TERM', 'HUP', 'INT', 'STOP'])(
    'the modes of the terminal are the same before and after %s',
    async (ending) => {
      const shell = await openShell(100, 30);
      const before = await modesOf(shell);
      shell.run(`clear; ${trailtui} samples`);
      await shell.untilText(loaded);
      if (ending.startsWith('C-')) {
        shell.press(ending);
      } else {
        process.kill(childOf(shell), `SIG${ending}`);
        if (ending === 'STOP') {
          await shell.untilText('Stopped');
          shell.run('fg');
          await shell.untilText(loaded);
          shell.press('C-c');
        }
      }
      await shell.untilText(/^\$$/m);
      expect(await modesOf(shell)).toBe(before);
    },
  );

  test.each([
    ['in its default configuration', []],
    ['with set-clipboard on', ['set-option', '-s', 'set-clipboard', 'on']],
  ])('a copy arrives in the buffer of tmux %s', async (_, settings) => {
    const shell = await openShell(100, 30);
    if (settings.length > 0) shell.tmux(...settings);
    shell.run(`${trailtui} samples`);
    await shell.untilText(loaded);
    shell.type('yy');
    await shell.untilText('copied');
    expect(JSON.parse(shell.tmux('show-buffer'))).toHaveProperty('eventID');
    shell.press('C-c');
  });

  test('a terminal that is gone takes the program with it', async () => {
    const shell = await openShell(100, 30);
    shell.run(`${trailtui} samples`);
    await shell.untilText(loaded);
    const child = childOf(shell);
    expect(existsSync(`/proc/${child}`)).toBe(true);
    shell.close();
    await expect.poll(() => existsSync(`/proc/${child}`), { timeout: 10_000 }).toBe(false);
  });

  test('a printed table goes through head and less', async () => {
    const shell = await openShell(100, 30);
    shell.run(`clear; ${trailtui} samples | head -3; echo "status $?"`);
    await shell.untilText('status 0');
    shell.run(`clear; ${trailtui} samples | less -S`);
    await shell.untilText('TIME');
    shell.press('q');
    await shell.untilText(/^\$$/m);
  });
});
