import { expect, test } from 'vitest';
import { pictureOf } from '../../../src/screen/draw.ts';
import { loadSamples } from '../../query/samples.ts';
import { openScreen } from '../screen-script.ts';

// The summary on screens that it does not fit on: everything in it can be scrolled to.

const samples = loadSamples();

test.each([
  [60, 20],
  [80, 24],
  [100, 30],
  [200, 60],
])('at %i×%i every row of the summary comes into sight, and the last one stays', (columns, rows) => {
  const screen = openScreen(samples, columns, rows);
  const seen = new Set<string>();
  const look = () => {
    for (const line of screen.lines())
      for (const [, name] of line.matchAll(/│ +([\w:. ()/-]+?) +\|/g)) seen.add(name!);
  };
  screen.press('D');
  look();
  const isWhole = () => !screen.lines().some((line) => line.includes('more below'));
  for (let i = 0; i < 60 && !isWhole(); i++) {
    screen.press('down');
    look();
  }
  expect(isWhole()).toBe(true);
  const kinds =
    columns < 100
      ? ['mgmt reads', 'data: kinesisvideo', 'other']
      : ['management reads', 'data events: kinesisvideo', 'other events'];
  for (const name of [...kinds, 'PutObject', 'NoSuchKey']) expect([...seen]).toContain(name);
  const { top } = screen.state().popup!;
  screen.press('down pagedown G');
  expect(screen.state().popup!.top).toBe(top);
  screen.press('g');
  expect(screen.state().popup!.top).toBe(0);
});

test('columns are as wide when some of their rows are scrolled away', () => {
  const screen = openScreen(samples, 80, 24);
  screen.press('D');
  const widths = () => {
    const { overlay } = pictureOf(screen.state());
    return overlay!.body.flatMap((part) =>
      part.kind === 'table' && 'recorded' in part.rows[0]!
        ? [Math.max(...part.rows.map((row) => row.recorded!.length))]
        : [],
    );
  };
  screen.press('j j j');
  const [all] = widths();
  screen.press('j j j j j j');
  expect(widths()).toEqual([all]);
});
