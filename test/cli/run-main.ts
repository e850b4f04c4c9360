import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/cli/streams.ts';

/** How the program ended, and all that it wrote. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** What a test says of the surroundings; by default nothing is a terminal, and standard input is empty. */
export type Around = {
  readonly stdin?: string | Uint8Array | 'terminal';
  /** Width of the terminal that standard output is. */
  readonly terminalColumns?: number;
  readonly env?: { readonly [name: string]: string };
};

/** Runs the program in this process, on this thread. */
export async function run(args: readonly string[], around: Around = {}): Promise<Ran> {
  const { stdin = '', terminalColumns } = around;
  const stdout = collector();
  const stderr = collector();
  const io: Io = {
    stdin:
      stdin === 'terminal'
        ? Object.assign(Readable.from([]), { isTTY: true })
        : Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]),
    stdout:
      terminalColumns === undefined
        ? stdout.stream
        : Object.assign(stdout.stream, { isTTY: true, columns: terminalColumns }),
    stderr: stderr.stream,
    env: { XDG_CONFIG_HOME: '/dev/null', XDG_STATE_HOME: '/dev/null', ...around.env },
  };
  const code = await main(['--threads', '0', ...args], io);
  return { code, out: stdout.text(), err: stderr.text() };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString() };
}
