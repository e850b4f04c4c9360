import { expect, test } from 'vitest';
import { loadRecords } from '../query/load-records.ts';
import { openScreen } from './screen-script.ts';

// Logs of several years: a day alone would be a day of any of them.

const times = ['2014-03-06T17:10:34Z', '2019-07-10T11:54:33Z', '2022-12-23T19:26:54Z'];
const loaded = loadRecords(
  times.map((eventTime, i) => ({ eventName: i === 1 ? 'PutItem' : 'GetItem', eventTime })),
);

test('counts give the years of first and last, and times of day once these are of one year', () => {
  const screen = openScreen(loaded, 160, 50);
  screen.press('g F');
  const lineOf = (value: string) => screen.lines().find((line) => line.includes(`│    ${value} `));
  expect(lineOf('GetItem')).toMatch(/ 2014-03-06 +2022-12-23 /);
  screen.press('j enter g F');
  expect(lineOf('PutItem')).toMatch(/ 07-10 11:54:33 07-10 11:54:33 /);
});

test.each([
  [160, / 2014-03-06 17:10:34 /],
  [60, / 2014-03-06 17:10:34 /],
  [40, / 03-06 17:10:34 /],
])('at %i columns a list in another order than that of time names %s', (columns, time) => {
  const screen = openScreen(loaded, columns, 30);
  screen.press('g s');
  expect(screen.lines().join('\n')).toMatch(time);
});

test('times along the bins are dates with their years', () => {
  const screen = openScreen(loaded, 160, 50);
  screen.press('i');
  const axis = screen.lines().find((line) => line.includes('╵'))!;
  const labels = axis.match(/╵\S+/g)!;
  expect(labels.length).toBeGreaterThan(2);
  for (const label of labels) expect(label).toMatch(/^╵20(?:1[4-9]|2[0-2])-\d\d-\d\d$/);
});

/** What stands above times, on a screen that has only the last of several days in sight. */
function headingOf(years: readonly number[], columns: number): string {
  const records = years.flatMap((year) =>
    Array.from({ length: 40 }, (_, i) => ({
      eventName: 'GetItem',
      eventTime: `${year}-03-0${1 + (i >> 4)}T09:00:${10 + i}Z`,
    })),
  );
  const lines = openScreen(loadRecords(records), columns, 24).lines();
  return lines
    .find((line) => line.includes(' EVENT '))!
    .trim()
    .split(' ')[0]!;
}

test.each([
  [[2026], 80, '03-03'],
  [[2025, 2026], 80, '2026-03-03'],
  [[2025], 80, '2025-03-03'],
  [[2025], 40, '03-03'],
])('above the times of events of %j at %i columns stands %s, in 2026', (years, columns, day) => {
  expect(headingOf(years, columns)).toBe(day);
});
