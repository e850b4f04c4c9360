import { expect, test } from 'vitest';
import { clockFor, durationText } from '../../../src/screen/text/clock.ts';

test.each([
  ['UTC', '2026-03-04T23:30:05Z', '2026-03-04 23:30:05'],
  ['Europe/Berlin', '2026-03-04T23:30:05Z', '2026-03-05 00:30:05'],
  // The hour that summer time leaves out.
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29 01:59:59'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00:00'],
  ['Asia/Kathmandu', '2026-03-04T18:15:00Z', '2026-03-05 00:00:00'],
  ['UTC', '1969-12-31T23:59:59Z', '1969-12-31 23:59:59'],
])('in %s, %s is shown as %s', (zone, time, shown) => {
  const clock = clockFor(zone);
  const timeMs = Date.parse(time);
  expect(`${clock.date(timeMs)} ${clock.time(timeMs)}`).toBe(shown);
});

test('days change at midnight of the zone', () => {
  const clock = clockFor('Europe/Berlin');
  const midnight = Date.parse('2026-03-04T23:00:00Z');
  expect(clock.dayOf(midnight) - clock.dayOf(midnight - 1)).toBe(1);
});

test('times that no calendar holds do not throw', () => {
  const clock = clockFor('UTC');
  expect(clock.date(9e15)).toMatch(/^\?/);
  expect(clock.time(9e15)).toMatch(/^\?/);
});

test.each([
  [12_000, '12 s'],
  [8 * 60_000, '8 min'],
  [2 * 3_600_000 + 5 * 60_000, '2 h 5 min'],
  [26 * 3_600_000, '1 d 2 h'],
])('%i ms is %s', (lengthMs, text) => {
  expect(durationText(lengthMs)).toBe(text);
});
