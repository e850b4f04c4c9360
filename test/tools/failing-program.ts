/**
 * Takes the terminal as trailtui does and then ends in the way that its argument names; for tests of endings that the
 * program itself has no fault to show.
 */
import { createTerminal } from '../../src/ui/terminal.ts';
import { openTerminalStreams } from '../../src/ui/terminal-streams.ts';

const terminal = createTerminal(openTerminalStreams()!);
terminal.listen({ input: fail, resized: () => {}, resumed: () => {} });
terminal.enter();
terminal.output.write('\x1b[Hready');

function fail(): void {
  switch (process.argv[2]) {
    case 'throw':
      throw new Error('a fault with \x1b]0;a title\x07 in it');
    case 'reject':
      void Promise.reject(new Error('a promise that nobody kept'));
      return;
    case 'exit':
      process.exit(3);
  }
}
