import { expect, test } from 'vitest';
import { createFramePace } from '../../src/ui/frame-pace.ts';

test('a fast line is never waited for', () => {
  const pace = createFramePace(false);
  for (let ms = 0; ms < 100; ms += 10) pace.painted(ms, 1);
  expect(pace.delayMs(91)).toBe(0);
});

test('lean draws a first frame at once and the next after a pause', () => {
  const pace = createFramePace(true);
  expect(pace.delayMs(1000)).toBe(0);
  pace.painted(1000, 1);
  expect(pace.delayMs(1025)).toBe(100);
  expect(pace.delayMs(2000)).toBe(0);
});

test('a line that takes frames slowly gets fewer, until it has been fast for a while', () => {
  const pace = createFramePace(false);
  pace.painted(0, 200);
  expect(pace.delayMs(0)).toBe(0);
  pace.painted(0, 200);
  expect(pace.delayMs(0)).toBe(125);
  for (let i = 0; i < 39; i++) pace.painted(0, 1);
  expect(pace.delayMs(0)).toBe(125);
  pace.painted(0, 1);
  expect(pace.delayMs(0)).toBe(0);
});
