import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hostileRecords } from '../screen/hostile-records.ts';
import { openInEmulator } from '../tools/screen-in-emulator.ts';

// What attackers write into a log, a file name and a query: the terminal must obey none of it, and the analyst see it all.

const folder = mkdtempSync(join(tmpdir(), 'trailtui-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostileName = 'a\x1b]0;title\x07\x1b[31mb\u202ec.json';
mkdirSync(join(folder, 'logs'));
writeFileSync(join(folder, 'logs', 'trail.json'), JSON.stringify({ Records: hostileRecords }));
writeFileSync(join(folder, 'logs', hostileName), 'not json \x1b[2J');

test('hostile text in every field, file name and query has no effect on the terminal and is seen as escapes', async () => {
  const screen = await openInEmulator({ columns: 160, rows: 50, paths: [join(folder, 'logs')] });
  const seen = new Set<string>();
  const look = () => {
    for (const line of screen.lines()) seen.add(line);
    expect(screen.emulator.isAlternate()).toBe(false);
  };
  await screen.type('g');
  for (const _ of hostileRecords) {
    look();
    await screen.type('j');
  }
  for (const keys of [
    'F',
    '\x1b\x1b[99~',
    '!',
    '\x1b\x1b[99~',
    'D',
    '\x1b\x1b[99~',
    'r',
    'r',
    'gm',
    'f',
    'f',
  ]) {
    await screen.type(keys);
    look();
  }
  await screen.type('/\x1b[200~\x1b]0;pasted\x07\u202ekin\x1b[201~');
  look();
  expect(screen.emulator.effects()).toEqual([]);
  const text = [...seen].join('\n');
  for (const shown of [
    '\\u001b]52;c;aGVsbG8=\\u0007',
    'Success\\rDenied!',
    '\\u202e',
    '\\u200b',
    '\\u0000\\u0008\\u007f\\u009b',
    '\\ud800 lone',
  ]) {
    expect(text).toContain(shown);
  }
  expect(text).toContain('a\\u001b]0;title\\u0007\\u001b[31mb\\u202ec.json');
  await screen.quit();
});

test('a copy keeps the exact value', async () => {
  const screen = await openInEmulator({
    columns: 160,
    rows: 50,
    paths: [join(folder, 'logs', 'trail.json')],
  });
  const before = { ...process.env };
  for (const name of ['TMUX', 'DISPLAY', 'WAYLAND_DISPLAY']) delete process.env[name];
  await screen.type('g');
  await screen.type('yy');
  await screen.type('\x1b[99~');
  Object.assign(process.env, before);
  expect(screen.copies.length).toBe(1);
  const copied = JSON.parse(screen.copies[0]!);
  expect(hostileRecords.map((record) => JSON.stringify(record.eventName))).toContain(
    JSON.stringify(copied.eventName),
  );
  await screen.quit();
});
