import { expect, test } from 'vitest';
import { loadRecords } from '../query/load-records.ts';
import { openScreen } from './screen-script.ts';

const members = (count: number, name: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, i]));

function records(count: number, request: number, response: number) {
  return loadRecords(
    Array.from({ length: count }, (_, i) => ({
      eventName: 'PutItem',
      eventTime: new Date(Date.UTC(2026, 2, 1, 9, 0, i)).toISOString(),
      requestParameters: members(request, 'asked'),
      responseElements: members(response, 'answered'),
    })),
  );
}

test.each([
  ['many events', 40, 20, 20, 2],
  ['one event', 1, 20, 20, 4],
  ['a short request', 40, 1, 20, 3],
  ['one event with a short request', 1, 1, 20, 7],
] as const)(
  'at 80×24 the response shows lines of what it holds: %s',
  (_, events, request, response, least) => {
    const lines = openScreen(records(events, request, response), 80, 24).lines();
    expect(lines.filter((line) => line.includes('answered')).length).toBeGreaterThanOrEqual(least);
    expect(lines.some((line) => line.includes('asked0'))).toBe(true);
  },
);

test('at 80×24 the list stays where it is, and its rows, while letters are typed', () => {
  const screen = openScreen(records(40, 20, 20), 80, 24);
  const title = () => screen.lines().findIndex((line) => line.startsWith(' ── PutItem'));
  const before = title();
  screen.press('/ "09" "zzz"');
  screen.press('Ctrl-U');
  expect(title()).toBe(before);
});
