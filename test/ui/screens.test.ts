import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type EmulatedOptions, openInEmulator, type ScreenInEmulator } from '../tools/screen-in-emulator.ts';

// The real screen on the sample incident, as a terminal shows it. Read the snapshots: they are what users see.

const samples = join(import.meta.dirname, '..', '..', 'samples');
const opened: ScreenInEmulator[] = [];
afterEach(async () => {
  for (const screen of opened.splice(0)) await screen.quit();
});

async function open(options: Omit<EmulatedOptions, 'paths'>): Promise<ScreenInEmulator> {
  const screen = await openInEmulator({ paths: [samples], ...options });
  opened.push(screen);
  return screen;
}

function picture(screen: ScreenInEmulator): string {
  return `\n${screen.lines().join('\n')}\n`;
}

const sizes = [
  [40, 10],
  [60, 20],
  [80, 24],
  [120, 40],
  [160, 50],
  [200, 60],
] as const;

describe.each(sizes)('at %i×%i', (columns, rows) => {
  test('a search for kinesis create, and a step down', async () => {
    const screen = await open({ columns, rows });
    await screen.type('/');
    await screen.type('kinesis create');
    await screen.type('\r');
    await screen.type('\x1b[A');
    await expect(picture(screen)).toMatchFileSnapshot(`screens/search-${columns}x${rows}.txt`);
  });
});

test('boxes, panes and prompts at 100×30', async () => {
  const screen = await open({ columns: 100, rows: 30 });
  const show = async (name: string, keys: string, back = '\x1b') => {
    await screen.type(keys);
    await expect(picture(screen)).toMatchFileSnapshot(`screens/${name}.txt`);
    await screen.type(back);
    // A lone Esc counts only after a while, but any key after it settles what it was.
    await screen.type('\x1b[99~');
  };
  await show('help', '?');
  await show('facet', 'F');
  await show('summary', 'D');
  await show('problems', '!');
  await show('palette', ':');
  await show('raw', '\tr', 'r');
});

test('without colour the same is told by signs and attributes', async () => {
  const colour = await open({ columns: 100, rows: 30 });
  const plain = await open({ columns: 100, rows: 30, theme: 'plain' });
  expect(plain.lines()).toEqual(colour.lines());
  const looks = plain.lines().flatMap((_, row) => plain.emulator.cells(row).map(({ look }) => look));
  expect(looks.filter((look) => /fg|bg/.test(look))).toEqual([]);
});
