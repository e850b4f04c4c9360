import { describe, expect, test } from 'vitest';
import { type ClipboardWorld, copyText } from '../../src/ui/clipboard.ts';

const waysOut = 'p prints it';

/** A world in which some programs work, and what it was asked to do. */
function worldWith(env: ClipboardWorld['env'], working: readonly string[] = [], platform = 'linux') {
  const ran: string[] = [];
  const sent: string[] = [];
  const world: ClipboardWorld = {
    env,
    platform,
    run: async (command) => {
      ran.push(command.join(' '));
      return working.includes(command.join(' '));
    },
    send: (bytes) => void sent.push(bytes),
  };
  return { world, ran, sent };
}

describe('a copy', () => {
  test('within tmux goes through tmux, which alone reaches the terminal', async () => {
    const { world, ran, sent } = worldWith({ TMUX: '/tmp/x', SSH_TTY: '/dev/pts/1' }, [
      'tmux load-buffer -w -',
    ]);
    const { text } = await copyText('x'.repeat(1234), 'event', waysOut, world);
    expect(text).toBe("event copied to tmux's buffer and the terminal's clipboard (1.2 kB)");
    expect([ran, sent]).toEqual([['tmux load-buffer -w -'], []]);
  });

  test('within an old tmux reaches its buffer at least', async () => {
    const { world } = worldWith({ TMUX: '/tmp/x' }, ['tmux load-buffer -']);
    expect((await copyText('abc', 'value', waysOut, world)).text).toBe(
      "value copied to tmux's buffer: paste it there with prefix ] (3 B)",
    );
  });

  test('over SSH is sent to the terminal, and no more is claimed than that', async () => {
    const { world, ran, sent } = worldWith({ SSH_CONNECTION: '1 2 3 4', DISPLAY: ':0' }, [
      'xclip -selection clipboard',
    ]);
    const { text } = await copyText('é\n', 'value', waysOut, world);
    expect(text).toBe("value sent to the terminal's clipboard (3 B)");
    expect([ran, sent]).toEqual([[], [`\x1b]52;c;${Buffer.from('é\n').toString('base64')}\x07`]]);
  });

  test.each([
    [{ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'linux', 'wl-copy'],
    [{ DISPLAY: ':0' }, 'linux', 'xsel -ib'],
    [{}, 'darwin', 'pbcopy'],
    [{ WSL_DISTRO_NAME: 'Ubuntu' }, 'linux', 'clip.exe'],
  ])('on a desktop (%o, %s) is done by %s', async (env, platform, command) => {
    const { world, sent } = worldWith(env, [command], platform);
    expect((await copyText('abc', 'value', waysOut, world)).text).toBe('value copied to the clipboard (3 B)');
    expect(sent).toEqual([]);
  });

  test('with no program that works is sent to the terminal', async () => {
    const { world, ran, sent } = worldWith({ DISPLAY: ':0' });
    expect((await copyText('abc', 'value', waysOut, world)).text).toContain(
      "sent to the terminal's clipboard",
    );
    expect([ran.length, sent.length]).toEqual([2, 1]);
  });

  test('too large for the terminal is refused and never cut', async () => {
    const { world, sent } = worldWith({ SSH_TTY: '/dev/pts/1' });
    const message = await copyText('x'.repeat(60_000), 'event', waysOut, world);
    expect(message).toEqual({
      text: "event is too large for the terminal's clipboard (60 kB): p prints it",
      tone: 'warning',
    });
    expect(sent).toEqual([]);
  });

  test('too large for the terminal stays in the buffer of tmux, and a way out is named', async () => {
    const working = ['tmux load-buffer -w -', 'tmux load-buffer -'];
    const { world, ran } = worldWith({ TMUX: '/tmp/x' }, working);
    expect(await copyText('x'.repeat(1_000_000), 'value', waysOut, world)).toEqual({
      text: "value (1.0 MB) is in tmux's buffer only, too large for the terminal's clipboard: p prints it",
      tone: 'warning',
    });
    expect(ran).toEqual(['tmux load-buffer -']);
  });
});
