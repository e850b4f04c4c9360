import { openSync } from 'node:fs';
import { ReadStream, type WriteStream } from 'node:tty';

/** The two ends of a terminal: where keys come from and where frames go. */
export type TerminalStreams = { readonly input: ReadStream; readonly output: WriteStream };

/**
 * Standard output, and standard input or, when data comes in there, the terminal that controls the process.
 * Undefined when there is no terminal to type at.
 */
export function openTerminalStreams(): TerminalStreams | undefined {
  if (!process.stdout.isTTY) return undefined;
  if (process.stdin.isTTY) return { input: process.stdin, output: process.stdout };
  try {
    return { input: new ReadStream(openSync('/dev/tty', 'r')), output: process.stdout };
  } catch {
    return undefined;
  }
}
