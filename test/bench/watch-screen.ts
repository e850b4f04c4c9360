import { startInPty } from '../tools/pty-program.ts';
import { quantile } from './run-process.ts';

/** How quick the screen is. */
export type ScreenTimes = {
  /** From start to the newest events on the screen. */
  readonly firstEventsMs: number;
  /** From a key to the frame that shows what it did, with everything loaded. */
  readonly keyMs: readonly [median: number, p95: number];
  readonly letterMs: readonly [median: number, p95: number];
};

const size = { columns: 160, rows: 60 };
const presses = 40;

/** Opens a folder at a terminal of its own and presses keys. */
export async function watchScreen(program: string, folder: string): Promise<ScreenTimes> {
  // The first run after a build or an installation compiles what later ones find compiled: it is not the usual one.
  const before = await openScreen(program, folder);
  await quiet(() => before.screen.output().length, 2000);
  before.screen.type('\x03');
  await before.screen.exit;
  const { screen, firstEventsMs } = await openScreen(program, folder);

  await quiet(() => screen.output().length);
  const press = async (key: string): Promise<number> => {
    const before = screen.emulator.lines().join('\n');
    const fromMs = performance.now();
    screen.type(key);
    await screen.until((lines) => lines.join('\n') !== before, 'a change of the screen');
    const ms = performance.now() - fromMs;
    await quiet(() => screen.output().length, 60);
    return ms;
  };
  const downMs: number[] = [];
  await press('g');
  for (let i = 0; i < presses; i++) downMs.push(await press('\x1b[B'));
  const typedMs: number[] = [];
  await press('/');
  for (const letter of ['d', 'e', 's', 'c', 'r', 'i', 'b', 'e']) typedMs.push(await press(letter));
  screen.type('\x03');
  await screen.exit;
  return {
    firstEventsMs,
    keyMs: [quantile(downMs), quantile(downMs, 0.95)],
    letterMs: [quantile(typedMs), quantile(typedMs, 0.95)],
  };
}

/** A screen on which the newest events are, and how long that took. */
async function openScreen(program: string, folder: string) {
  const startMs = performance.now();
  const screen = startInPty([process.execPath, program, '--no-state', folder], size);
  const isEvent = (line: string) => /\d\d:\d\d:\d\d/.test(line);
  await screen.until((lines) => lines.filter(isEvent).length >= 15, 'the newest events');
  return { screen, firstEventsMs: performance.now() - startMs };
}

/** Fulfilled when nothing has been written for a while. */
async function quiet(length: () => number, forMs = 600): Promise<void> {
  let seen = -1;
  while (seen !== length()) {
    seen = length();
    await new Promise((resolve) => setTimeout(resolve, forMs));
  }
}
