import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { builtProgram } from '../tools/built-program.ts';
import { type PtyOptions, type PtyProgram, startInPty } from '../tools/pty-program.ts';

const root = join(import.meta.dirname, '..', '..');
const failing = join(root, 'test', 'tools', 'failing-program.ts');

/** What the status line says once everything is loaded: from when to when. */
const loaded = /→ \d\d:\d\d UTC/;

const started: PtyProgram[] = [];
afterEach(() => {
  for (const program of started.splice(0)) program.kill('SIGKILL');
});

function start(command: readonly string[], options: PtyOptions = {}): PtyProgram {
  const program = startInPty(command, { cwd: root, ...options });
  started.push(program);
  return program;
}

/** The program on the samples, once it shows them. */
async function open(options: PtyOptions = {}): Promise<PtyProgram> {
  const program = start([process.execPath, builtProgram(), '--no-state', 'samples'], options);
  await program.untilText(loaded);
  return program;
}

/** Nothing that the program took is left in the terminal. */
function expectGivenBack(program: PtyProgram): void {
  expect(program.emulator.isAlternate()).toBe(false);
  expect(program.emulator.modes()).toEqual({ bracketedPaste: false, wraparound: true, mouse: false });
  const output = program.output();
  expect(output.lastIndexOf('\x1b[?25h')).toBeGreaterThan(output.lastIndexOf('\x1b[?25l'));
}

describe('the terminal is given back', () => {
  test('when the user quits', async () => {
    const program = await open();
    expect(program.emulator.isAlternate()).toBe(true);
    program.type('q');
    expect((await program.exit).exitCode).toBe(0);
    expectGivenBack(program);
  });

  test('at Ctrl-C', async () => {
    const program = await open();
    program.type('\x03');
    expect((await program.exit).exitCode).toBe(0);
    expectGivenBack(program);
  });

  test.each([
    ['SIGTERM', 15],
    ['SIGHUP', 1],
    ['SIGINT', 2],
  ])('at %s, and the signal is passed on', async (name, number) => {
    const program = await open();
    program.kill(name);
    expect((await program.exit).signal).toBe(number);
    expectGivenBack(program);
  });

  test.each([
    ['throw', 70, 'a fault with \\u001b]0;a title\\u0007 in it'],
    ['reject', 70, 'a promise that nobody kept'],
    ['exit', 3, ''],
  ])('at a fault (%s), which is told after it', async (how, code, told) => {
    const program = start([process.execPath, failing, how], { columns: 120 });
    await program.untilText('ready');
    program.type('x');
    expect((await program.exit).exitCode).toBe(code);
    expectGivenBack(program);
    expect(program.emulator.lines().join('\n')).toContain(told);
    expect(program.emulator.effects()).toEqual([]);
  });
});

test('a resize to a single cell and back leaves the screen as it was', async () => {
  const program = await open();
  const before = program.emulator.lines();
  program.resize(1, 1);
  program.resize(80, 24);
  expect(await program.until((lines) => lines.join('\n') === before.join('\n'))).toEqual(before);
});

test('a paste never runs keys', async () => {
  const program = await open();
  program.type('\x1b[200~q\rq\x03\x1b[201~');
  program.type('/');
  program.type('\x1b[200~kinesis\rcreate\x1b[201~');
  await program.untilText('kinesis create');
});

test('events come from standard input and keys from the terminal', async () => {
  const line = `cat samples/AWSLogs/*/CloudTrail/*/*/*/*/*.gz | head -c 100000 | "${process.execPath}" "${builtProgram()}" --no-state -`;
  const program = start(['bash', '-c', line]);
  await program.untilText(loaded);
  program.type('q');
  expect((await program.exit).exitCode).toBe(0);
  expectGivenBack(program);
});

test('with CI set it draws as ever', async () => {
  await open({ env: { CI: 'true' } });
});

test('with NO_COLOR no cell has a colour', async () => {
  const program = await open({ env: { NO_COLOR: '1' } });
  const looks = program.emulator
    .lines()
    .flatMap((_, row) => program.emulator.cells(row).map(({ look }) => look));
  expect(looks.filter((look) => /fg|bg/.test(look))).toEqual([]);
  expect(looks).toContain('inverse');
});

test('a terminal that knows nothing gets a table and no screen', async () => {
  const program = start([process.execPath, builtProgram(), '--limit', '3', 'samples'], {
    env: { TERM: 'dumb' },
  });
  expect((await program.exit).exitCode).toBe(0);
  expect(program.output()).not.toContain('\x1b[?1049h');
});
