import type { Writable } from 'node:stream';
import type { Reach } from '../load/compiled-program.ts';
import { visibleText } from '../screen/text/visible.ts';

/** What the program is given by the process it runs in, or by a test. */
export type Io = {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: { readonly [name: string]: string | undefined };
  /** Called when what was asked for has been printed, or the screen has been opened. */
  readonly onReach?: ((reach: Reach) => void) | undefined;
};

/**
 * Writes pieces of text as fast as the stream takes them. Gives false, quietly, when the reader of a pipe has gone; what
 * else goes wrong is thrown.
 */
export async function writeAll(
  stream: Writable,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<boolean> {
  let failure: NodeJS.ErrnoException | undefined;
  let wake: (() => void) | undefined;
  const onDrain = () => wake?.();
  const onError = (error: NodeJS.ErrnoException) => {
    failure = error;
    wake?.();
  };
  stream.on('error', onError);
  stream.on('drain', onDrain);
  try {
    for await (const piece of pieces) {
      if (failure === undefined && !stream.write(piece)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (failure !== undefined || !stream.writableNeedDrain) resolve();
        });
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) await flushed(stream);
  } finally {
    stream.off('drain', onDrain);
    stream.off('error', onError);
    // A pipe that broke may report it once more for writes that were under way.
    stream.on('error', ignore);
  }
  if (failure === undefined) return true;
  if (failure.code === 'EPIPE' || failure.code === 'ERR_STREAM_DESTROYED') return false;
  throw failure;
}

function ignore(): void {}

/** Fulfilled when everything written so far has gone out or has failed. */
function flushed(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

/** Writes a line of our own words to standard error; what came from outside in it cannot work on the terminal. */
export function sayLine(stderr: Writable, line: string): void {
  stderr.write(`trailtui: ${line.split('\n').map(visibleText).join('\n')}\n`);
}
