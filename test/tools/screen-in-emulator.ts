import './ink-for-require.ts';
import { EventEmitter } from 'node:events';
import { startLoading } from '../../src/load/start-loading.ts';
import { runScreen } from '../../src/ui/run-screen.ts';
import type { Terminal, TerminalListeners } from '../../src/ui/terminal.ts';
import type { ThemeName } from '../../src/ui/theme.ts';
import { createEmulator, type Emulator } from './emulator.ts';

/** The whole screen running in this process, on an emulated terminal. */
export type ScreenInEmulator = {
  readonly emulator: Emulator;
  /** Types bytes as one read, and waits until what came of it is drawn. */
  type(bytes: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  lines(): string[];
  /** Bytes painted since the last call. */
  paintedBytes(): number;
  /** What was put on the clipboard by way of the terminal. */
  readonly copies: string[];
  readonly exported: object[];
  readonly kept: Map<string, unknown>;
  /** Ends it, if the user has not. */
  quit(): Promise<void>;
  /** Fulfilled when the user has quit. */
  readonly done: Promise<void>;
};

/** What the screen opens on. */
export type EmulatedOptions = {
  readonly columns: number;
  readonly rows: number;
  readonly paths: readonly string[];
  readonly query?: string;
  readonly theme?: ThemeName;
};

/** Loads everything, then opens the screen on it. */
export async function openInEmulator(options: EmulatedOptions): Promise<ScreenInEmulator> {
  const loading = startLoading({
    paths: options.paths,
    threads: 0,
    keepDuplicates: false,
    maxInflatedBytes: 2 ** 30,
    stdin: undefined,
  });
  await loading.done;
  const emulator = createEmulator(options.columns, options.rows);
  let size = { columns: options.columns, rows: options.rows };
  let listeners: TerminalListeners | undefined;
  let written = Promise.resolve();
  let painted = 0;
  const copies: string[] = [];
  const exported: object[] = [];
  const kept = new Map<string, unknown>();
  const terminal: Terminal = {
    output: Object.assign(new EventEmitter(), {
      write(bytes: string) {
        painted += Buffer.byteLength(bytes);
        const copy = /\x1b\]52;c;([^\x07]*)\x07/.exec(bytes);
        if (copy !== null) copies.push(Buffer.from(copy[1]!, 'base64').toString());
        else written = emulator.write(bytes);
        return true;
      },
    }),
    size: () => size,
    enter: () => {},
    leave: () => {},
    suspend: () => setImmediate(() => listeners?.resumed()),
    listen(next) {
      listeners = next;
    },
  };
  const done = runScreen({
    loading,
    start: {
      settings: {
        title: 'samples',
        zone: 'UTC',
        nowMs: Date.UTC(2026, 2, 5),
        command: 'samples',
        readList: () => undefined,
      },
      query: options.query ?? '',
      marks: new Map(),
      queries: [],
    },
    terminal,
    theme: options.theme ?? 'colour',
    exportEvents: async (effect) => {
      exported.push(effect);
      return { text: `written to ${effect.path}`, tone: 'plain' };
    },
    keep: (name, value) => kept.set(name, value),
  });
  /** Records are read and frames drawn in turns of the event loop: waits until nothing more is painted for some. */
  const settle = async () => {
    for (let quiet = 0, last = -1; quiet < 3; quiet = painted === last ? quiet + 1 : 0) {
      last = painted;
      await new Promise((resolve) => setTimeout(resolve, 0));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await written;
  };
  await settle();
  painted = 0;
  return {
    emulator,
    async type(bytes) {
      listeners?.input(Buffer.from(bytes));
      await settle();
    },
    async resize(columns, rows) {
      size = { columns, rows };
      emulator.resize(columns, rows);
      listeners?.resized();
      await settle();
    },
    lines: () => emulator.lines(),
    paintedBytes() {
      const bytes = painted;
      painted = 0;
      return bytes;
    },
    copies,
    exported,
    kept,
    async quit() {
      listeners?.input(Buffer.from('\x03'));
      await done;
      await loading.close();
    },
    done,
  };
}
