import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, parseTime } from '../../src/record/time.ts';

const morning = Date.UTC(2026, 2, 1, 9, 15, 7);

test.each([
  ['2026-03-01T09:15:07Z', morning],
  ['2026-03-01T09:15:07.25Z', morning + 250],
  ['2026-03-01T09:15:07.123456789Z', morning + 123],
  ['2026-03-01 09:15:07', morning],
  ['2026-03-01 09:15:07.000 UTC', morning],
  ['2026-03-01T09:15:07', morning],
  ['2026-03-01T10:15:07+01:00', morning],
  ['2026-03-01T01:15:07-0800', morning],
  ['2026-03-01T11:15:07+02', morning],
  ['2026-03-01, 09:15:07 AM', morning],
  ['2026-03-01 09:15', morning - 7000],
  [' 2026-03-01T09:15:07Z ', morning],
  ['1772356507', morning],
  ['1772356507.0', morning],
  ['1772356507000', morning],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['2000-02-29T23:59:59Z', Date.UTC(2000, 1, 29, 23, 59, 59)],
  ['1969-12-31T23:59:59Z', -1000],
])('reads %s', (text, timeMs) => {
  expect(parseTime(text)).toBe(timeMs);
});

test.each([
  '',
  'yesterday',
  '2018-05-25:17:06Z',
  '2025-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-03-00T00:00:00Z',
  '2026-03-01T24:00:00Z',
  '2026-03-01T00:60:00Z',
  '2026-03-01T00:00:60Z',
  '2026-03-01T09:15:0xZ',
  '2026/03/01T09:15:00Z',
  '{{next_log_timestamp()}}',
  '2026-03-01 13:00:00 PM',
  '2026-03-01T09:15:07+24:00',
])('takes %j for no time', (text) => {
  expect(parseTime(text)).toBeNaN();
});

test('agrees with the calendar on every day of four centuries', () => {
  for (let timeMs = Date.UTC(1900, 0, 1, 12, 34, 56); timeMs < Date.UTC(2300, 0, 1); timeMs += 86_400_000) {
    const text = formatTime(timeMs);
    if (parseTime(text) !== timeMs) expect.fail(`${text} is read as ${parseTime(text)}`);
  }
});

test.each([
  [morning, '2026-03-01T09:15:07Z'],
  [morning + 250, '2026-03-01T09:15:07.250Z'],
  [Number.NaN, ''],
  [9e15, ''],
])('writes %d as %j', (timeMs, text) => {
  expect(formatTime(timeMs)).toBe(text);
});

test('a time is written as Date writes it, without a fraction of zero, from day to day', () => {
  const times = fc.integer({ min: Date.UTC(-1, 0), max: Date.UTC(12_000, 0) });
  const nearby = fc.integer({ min: -100_000, max: 100_000 });
  fc.assert(
    fc.property(times, fc.array(nearby), fc.constantFrom(1, 1000), (timeMs, steps, unit) => {
      for (const step of [0, ...steps]) {
        const at = Math.floor(timeMs / unit) * unit + step * unit;
        expect(formatTime(at)).toBe(new Date(at).toISOString().replace('.000Z', 'Z'));
      }
    }),
  );
});
