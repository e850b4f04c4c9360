import { describe, expect, test } from 'vitest';
import { loadRecords } from '../query/load-records.ts';
import { hostileRecords } from './hostile-records.ts';
import { incident } from './incident.ts';
import { openScreen } from './screen-script.ts';

// Read these: they are what users see.

const loaded = loadRecords(incident);

function picture(columns: number, rows: number, keys: string, events = loaded): string {
  const screen = openScreen(events, columns, rows);
  screen.press(keys);
  return `\n${screen.lines().join('\n')}\n`;
}

describe.each([
  [80, 24],
  [160, 50],
  [60, 20],
] as const)('at %i×%i', (columns, rows) => {
  test.each([
    ['a search', 'g j j / "create"'],
    ['a denied call with a filter', 'g j j j + c'],
    ['the parameters', 'g j j enter j j'],
    ['counts', 'F'],
    ['help', '?'],
  ])('%s', async (name, keys) => {
    await expect(picture(columns, rows, keys)).toMatchFileSnapshot(`pictures/${columns}x${rows} ${name}.txt`);
  });
});

test.each([
  ['an error at its place', '/ "event:Create since:soon"'],
  ['nothing matches', '/ "nothinglikethis" enter'],
  ['completions', '/ "service:ki" tab'],
  ['a summary', 'D'],
  ['a session', 'g j j a S'],
  ['a comparison', 'g j j m j d'],
  ['the timeline', 'i'],
  ['the palette', ': "mark"'],
  ['the raw record', 'g j j r enter'],
  ['context', '/ "kinesis" enter \\'],
])('at 100×30: %s', async (name, keys) => {
  await expect(picture(100, 30, keys)).toMatchFileSnapshot(`pictures/100x30 ${name}.txt`);
});

test('wide screens show the top values beside the list', async () => {
  await expect(picture(200, 50, 'g j')).toMatchFileSnapshot('pictures/200x50 top values.txt');
});

test('hostile text is shown as escapes', async () => {
  await expect(picture(100, 30, 'g enter', loadRecords(hostileRecords))).toMatchFileSnapshot(
    'pictures/100x30 hostile.txt',
  );
});

test('nothing loaded says what there is to do', async () => {
  await expect(picture(80, 24, '', loadRecords([]))).toMatchFileSnapshot('pictures/80x24 nothing.txt');
});
