import { expect, test } from 'vitest';
import { timelineOf } from '../../../src/screen/change/timeline.ts';
import { loadRecords } from '../../query/load-records.ts';
import { incident } from '../incident.ts';
import { openScreen } from '../screen-script.ts';

const loaded = loadRecords(incident);

function axisOf(query: string): string | undefined {
  const screen = openScreen(loaded, 120, 40, query);
  screen.press('i');
  return screen
    .lines()
    .find((line) => line.includes('╵'))
    ?.replace('▲', ' ');
}

test('the bars of two queries stand on the same times, those of all events', () => {
  const all = axisOf('')?.match(/╵\d\d:\d\d/g);
  expect(all?.length).toBeGreaterThan(3);
  // Where the list stands a time may give way.
  for (const time of axisOf('kinesis')?.match(/╵\d\d:\d\d/g) ?? ['none']) expect(all).toContain(time);
});

test('a filter on time zooms in', () => {
  expect(axisOf('since:2026-03-04')).not.toContain('22:');
});

test('zoomed in, the bars stand on all of the stretch, whatever of it matches', () => {
  const screen = openScreen(loaded, 120, 40, 'time:2026-03-04T09:10Z..2026-03-04T09:20Z CreateStream');
  screen.press('i');
  const bars = timelineOf(screen.state())!;
  expect(bars.startMs).toBe(Date.UTC(2026, 2, 4, 9, 10));
  expect(bars.startMs + bars.total.length * bars.binMs).toBe(Date.UTC(2026, 2, 4, 9, 20));
});

test.each(['since:2025-01-01', '-time:2026-03-04T09:10Z..2026-03-04T09:20Z', 'since:09:10 | kinesis'])(
  'over no one stretch within the logs, %s, the bars stand on what matches',
  (query) => {
    const screen = openScreen(loaded, 120, 40, query);
    const { snapshot, question } = { ...screen.state().load, ...screen.state() };
    const bars = timelineOf(screen.state())!;
    expect(bars.startMs).toBeLessThanOrEqual(snapshot.timeMs[question.matches[0]!]!);
    expect(bars.total.reduce((sum, count) => sum + count)).toBe(question.matches.length);
  },
);

test('the mark of where the list is leaves no time cut', () => {
  const screen = openScreen(loaded);
  screen.press('i');
  for (let i = 0; i < 60; i++) {
    screen.press('h');
    const axis = screen.lines().find((line) => line.includes('▲'));
    expect(axis?.replace(/╵\d\d:\d\d|▲\d\d:\d\d/g, '').trim()).toMatch(/^▲?$/);
  }
});

test.each([
  ['', 'UTC', /^(?:\d\d-\d\d )?\d\d:[03]0$/],
  ['time:2026-03-04T09:14:10Z..2026-03-04T09:18:00Z', 'UTC', /:(?:00|15|30|45)$/],
  ['', 'Asia/Kolkata', /^(?:\d\d-\d\d )?\d\d:[03]0$/],
])('times along the bins of %j in %s are round', (query, zone, round) => {
  const screen = openScreen(loaded, 140, 40, query, { zone });
  screen.press('i');
  const axis = screen.lines().find((line) => line.includes('╵'))!;
  const times = [...axis.matchAll(/╵([\d:-]+(?: \d\d:\d\d)?)/g)].map(([, time]) => time);
  expect(times.length).toBeGreaterThan(1);
  for (const time of times) expect(time).toMatch(round);
});
