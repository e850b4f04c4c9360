import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtProgram } from '../tools/built-program.ts';
import { hasTmux, openTmuxShell, type TmuxShell } from '../tools/tmux.ts';
import { isNamedKey, type Journey, journeys, keyCount, keysInWords } from './journeys.ts';

// From opening the sample incident to each of its answers, with the keys that the README of the samples lists.

const root = join(import.meta.dirname, '..', '..');
const mostKeys = 15;

describe.skipIf(!hasTmux)('in a terminal of 160×50', () => {
  let shell: TmuxShell;
  beforeEach(async () => {
    shell = await openTmuxShell(160, 50);
  });
  afterEach(() => shell.close());

  test.each(journeys)('question $question is answered', { timeout: 60_000 }, async (journey) => {
    shell.run(`cd '${root}'; "${process.execPath}" "${builtProgram()}" --no-state samples`);
    await shell.untilText(/→ \d\d:\d\d UTC/);
    await press(shell, journey);
    const missing = (screen: string) => {
      const lines = screen.split('\n');
      return journey.answers.filter((answer) => !lines.some((line) => answer.test(line)));
    };
    const screen = await shell
      .until((now) => missing(now).length === 0)
      .catch((error: Error) => error.message);
    expect(missing(screen), screen).toEqual([]);
  });
});

test('no answer takes more keys than one has patience for', () => {
  expect(journeys.filter((journey) => keyCount(journey) > mostKeys)).toEqual([]);
});

test('the README of the samples lists the keys of every journey, and how many they are', () => {
  const rows = readFileSync(join(root, 'samples', 'README.md'), 'utf8').matchAll(
    /^\| (\d+) \|.*\| (.+?) \|$/gm,
  );
  const listed = [...rows].map(([, question, keys]) => `${question}: ${keys}`);
  expect(listed).toEqual(
    journeys.map((journey) => `${journey.question}: ${keyCount(journey)}: \`${keysInWords(journey)}\``),
  );
});

async function press(shell: TmuxShell, { keys }: Journey): Promise<void> {
  for (const key of keys) {
    if (key instanceof RegExp) await shell.untilText(key);
    else if (isNamedKey(key)) shell.press(key);
    else shell.type(key);
  }
}
