import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { ThemeName } from '../../src/ui/theme.ts';
import { incident } from '../screen/incident.ts';
import { openInEmulator, type ScreenInEmulator } from '../tools/screen-in-emulator.ts';

// The whole program but for the terminal's modes, as a terminal shows it. Read the snapshots: they are what users see.

const folder = mkdtempSync(join(tmpdir(), 'trailtui-screens-'));
writeFileSync(join(folder, 'trail.json'), JSON.stringify({ Records: incident }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened: ScreenInEmulator[] = [];
afterEach(async () => {
  for (const screen of opened.splice(0)) await screen.quit();
});

/** The screen on the incident: a search for what was created, and the second of the matches. */
async function openSearch(
  columns: number,
  rows: number,
  theme: ThemeName = 'colour',
): Promise<ScreenInEmulator> {
  const screen = await openInEmulator({ columns, rows, theme, paths: [folder] });
  opened.push(screen);
  for (const keys of ['/', 'create', '\r', 'g', 'j']) await screen.type(keys);
  return screen;
}

/** A row with its looks written into it: `{bold|Help}`. */
function rowWithLooks(screen: ScreenInEmulator, row: number): string {
  let text = '';
  let current = '';
  for (const { character, look } of screen.emulator.cells(row)) {
    if (look !== current) text += `${current === '' ? '' : '}'}${look === '' ? '' : `{${look}|`}`;
    current = look;
    text += character;
  }
  return `${text}${current === '' ? '' : '}'}`.trimEnd();
}

test.each([
  [40, 10],
  [60, 20],
  [80, 24],
  [120, 40],
  [160, 50],
  [200, 60],
])('a search at %i×%i', async (columns, rows) => {
  const screen = await openSearch(columns, rows);
  await expect(`${screen.lines().join('\n')}\n`).toMatchFileSnapshot(`screens/${columns}x${rows}.txt`);
});

test.each(['colour', 'plain', 'high-contrast'] as const)('how a search looks in %s', async (theme) => {
  const screen = await openSearch(80, 24, theme);
  const rows = screen.lines().map((_, row) => rowWithLooks(screen, row));
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot(`screens/80x24 ${theme}.txt`);
});

describe('bytes', () => {
  test('of a step at 160×50 with the detail are at most 1,500, of the list alone 600, and without a key none', async () => {
    const screen = await openSearch(160, 50);
    await screen.type('X');
    await screen.type('g');
    screen.paintedBytes();
    const steps: number[] = [];
    for (let i = 0; i < 5; i++) {
      await screen.type('j');
      steps.push(screen.paintedBytes());
    }
    expect(steps.sort((a, b) => a - b)[2]).toBeLessThanOrEqual(1500);
    await screen.type('g');
    await screen.type('f');
    screen.paintedBytes();
    await screen.type('j');
    const alone = screen.paintedBytes();
    expect(alone).toBeGreaterThan(0);
    expect(alone).toBeLessThanOrEqual(600);
    await screen.type('\x1b[99~');
    expect(screen.paintedBytes()).toBe(0);
  });
});
