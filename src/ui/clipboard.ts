import { spawn } from 'node:child_process';
import type { Message } from '../screen/state.ts';
import { sizeText } from '../screen/text/size-text.ts';

/** What decides by which way a copy goes: the environment and the platform. */
export type ClipboardWorld = {
  readonly env: { readonly [name: string]: string | undefined };
  readonly platform: string;
  /** Runs a program with the text as its input; true when it ended well. */
  readonly run: (command: readonly string[], input: string) => Promise<boolean>;
  /** Sends bytes to the terminal, past the frames. */
  readonly send: (bytes: string) => void;
};

// Terminals drop longer OSC 52 sequences, in part or whole: refuse rather than cut.
const largestEncoded = 74_000;

/**
 * Puts the text on the clipboard and tells by which way it went. Never rejects. Within tmux only tmux itself gets through
 * to the terminal; over SSH only the terminal is near the user; else the desktop's own tool is surest.
 *
 * @param waysOut What to do instead with a text that is too large.
 */
export async function copyText(
  text: string,
  what: string,
  waysOut: string,
  world: ClipboardWorld,
): Promise<Message> {
  const size = sizeText(Buffer.byteLength(text));
  const encodedLength = 4 * Math.ceil(Buffer.byteLength(text) / 3);
  const isTooLarge = encodedLength > largestEncoded;
  for (const route of routesFor(world)) {
    if (route.byTerminal && isTooLarge) continue;
    if (!(await world.run(route.command, text))) continue;
    return isTooLarge && world.env.TMUX
      ? warn(`${what} (${size}) is in tmux's buffer only, too large for the terminal's clipboard: ${waysOut}`)
      : tell(`${what} copied to ${route.to} (${size})`);
  }
  if (isTooLarge) return warn(`${what} is too large for the terminal's clipboard (${size}): ${waysOut}`);
  world.send(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`);
  return tell(`${what} sent to the terminal's clipboard (${size})`);
}

/** A program that takes a copy. */
export type CopyRoute = {
  readonly command: readonly string[];
  /** Where the text then is, in words. */
  readonly to: string;
  /** True when it hands the text on to the terminal, which takes only so much. */
  readonly byTerminal?: boolean;
};

/** The programs to try, in this order. When none is left, the terminal is asked. */
export function routesFor({ env, platform }: Pick<ClipboardWorld, 'env' | 'platform'>): CopyRoute[] {
  if (env.TMUX) {
    return [
      {
        command: ['tmux', 'load-buffer', '-w', '-'],
        to: "tmux's buffer and the terminal's clipboard",
        byTerminal: true,
      },
      { command: ['tmux', 'load-buffer', '-'], to: "tmux's buffer: paste it there with prefix ]" },
    ];
  }
  if (env.SSH_TTY || env.SSH_CONNECTION) return [];
  const to = 'the clipboard';
  if (platform === 'darwin') return [{ command: ['pbcopy'], to }];
  if (env.WSL_DISTRO_NAME) return [{ command: ['clip.exe'], to }];
  return [
    ...(env.WAYLAND_DISPLAY ? [{ command: ['wl-copy'], to }] : []),
    ...(env.DISPLAY
      ? [
          { command: ['xclip', '-selection', 'clipboard'], to },
          { command: ['xsel', '-ib'], to },
        ]
      : []),
  ];
}

/** The real world. */
export function clipboardWorld(send: (bytes: string) => void): ClipboardWorld {
  return { env: process.env, platform: process.platform, run: runProgram, send };
}

function runProgram(command: readonly string[], input: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Its output is let go: wl-copy and xclip stay in the background and would hold it open.
    const child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'ignore', 'ignore'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function tell(text: string): Message {
  return { text, tone: 'plain' };
}

function warn(text: string): Message {
  return { text, tone: 'warning' };
}
