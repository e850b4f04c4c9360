import { exitCodeOfLostTerminal, giveBackAtEnd } from './endings.ts';
import type { FrameOutput } from './frame-writer.ts';
import { stopProcess } from './stop-process.ts';
import type { TerminalStreams } from './terminal-streams.ts';

/** A terminal as the screen needs it: modes that are taken and given back, bytes in, bytes out. */
export type Terminal = {
  readonly output: FrameOutput;
  /** Its size now, in cells. */
  size(): { readonly columns: number; readonly rows: number };
  /** Takes the screen: alternate screen, raw keys, bracketed paste. Harmless when taken already. */
  enter(): void;
  /**
   * Gives everything back as it was found. `keepKeys` leaves keys coming, for a
   * program that only shows something plainly. Harmless when given back already.
   */
  leave(keepKeys?: boolean): void;
  /** Stops the process as Ctrl-Z does; `resumed` is called when it goes on. */
  suspend(): void;
  /** Who hears of the terminal. One at a time. */
  listen(listeners: TerminalListeners): void;
};

/** What the terminal calls back with. */
export type TerminalListeners = {
  readonly input: (bytes: Uint8Array) => void;
  readonly resized: () => void;
  /** The process was stopped and goes on: the screen is taken again and shows nothing of what was painted. */
  readonly resumed: () => void;
};

/** How the terminal is taken. */
export type TerminalOptions = {
  /** Lines follow each other, as a screen reader reads them: no alternate screen, the cursor stays. */
  readonly spoken?: boolean;
};

// Alternate screen, bracketed paste, no wrapping at the margin; the cursor is hidden until a frame shows it. On leaving
// also the end of a synchronized update, of margins and of colours that an ending may have cut in two.
const paintedModes = [
  '\x1b[?1049h\x1b[?2004h\x1b[?7l\x1b[?25l',
  '\x1b[?2026l\x1b[r\x1b[m\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l',
] as const;
const spokenModes = ['\x1b[?2004h', '\x1b[m\x1b[?2004l'] as const;

/** The real terminal. From here on, whatever ends the process gives the screen back first. */
export function createTerminal({ input, output }: TerminalStreams, options: TerminalOptions = {}): Terminal {
  const [enterSequence, leaveSequence] = options.spoken ? spokenModes : paintedModes;
  let listeners: TerminalListeners | undefined;
  let isEntered = false;
  let isSuspended = false;
  let isResuming = false;
  let isLost = false;

  const setRaw = (isRaw: boolean) => {
    try {
      input.setRawMode(isRaw);
    } catch {
      isLost = true;
    }
  };
  const enter = () => {
    if (isEntered || isLost) return;
    isEntered = true;
    setRaw(true);
    input.resume();
    input.ref();
    output.write(enterSequence);
  };
  const leave = (keepKeys = false) => {
    if (isEntered && !isLost) output.write(leaveSequence);
    isEntered = false;
    if (keepKeys || isLost) return;
    setRaw(false);
    input.pause();
    // A paused terminal may go on waiting for a last key: it must not keep a program alive that is done.
    input.unref();
  };
  const suspend = () => {
    isSuspended = true;
    leave();
    stopProcess(resume);
  };
  const resume = () => {
    isSuspended = false;
    // Whoever stopped us, the shell had the terminal in between, and its modes are the shell's.
    isEntered = false;
    setRaw(false);
    enter();
    // The window may have changed without our being told: Node learns its size by this signal.
    isResuming = true;
    process.kill(process.pid, 'SIGWINCH');
  };
  const takeSize = () => {
    if (isResuming) listeners?.resumed();
    else listeners?.resized();
    isResuming = false;
  };
  const lose = () => {
    isLost = true;
    process.exit(exitCodeOfLostTerminal);
  };

  input.on('data', (bytes: Uint8Array) => listeners?.input(bytes));
  for (const event of ['end', 'close', 'error']) input.on(event, lose);
  output.on('error', lose);
  // Not the stream's own event, which is left out when the size is what it was before: the window may have been smaller
  // in between, and what it showed is gone.
  process.on('SIGWINCH', takeSize);
  process.on('SIGTSTP', suspend);
  process.on('SIGCONT', () => {
    if (!isSuspended) resume();
  });
  giveBackAtEnd(leave);

  return {
    output,
    size: () => ({ columns: Math.max(1, output.columns), rows: Math.max(1, output.rows) }),
    enter,
    leave,
    suspend,
    listen(next) {
      listeners = next;
    },
  };
}
