import { visibleText } from '../screen/text/visible.ts';

const endingSignals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;

/** Exit code of a program that failed by its own fault, as in sysexits.h. */
const exitCodeOfFault = 70;

/** Exit code when the terminal is gone, as if ended by SIGHUP. */
export const exitCodeOfLostTerminal = 129;

/** Whatever ends the process calls `giveBack` first: a signal, an error that nobody caught, an exit. */
export function giveBackAtEnd(giveBack: () => void): void {
  for (const signal of endingSignals) {
    process.once(signal, () => {
      giveBack();
      // Ended by the same signal, so that a shell sees what happened.
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  }
  process.on('uncaughtException', (error) => {
    giveBack();
    process.stderr.write(`trailtui failed, and this is a fault of its own:\n${describeError(error)}\n`);
    process.exit(exitCodeOfFault);
  });
  process.on('exit', giveBack);
}

function describeError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.split('\n').map(visibleText).join('\n');
}
