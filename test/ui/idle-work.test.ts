import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createIdleWork } from '../../src/ui/idle-work.ts';

/** Pieces that count how many of them were done. */
function* countPieces(done: { pieces: number }, count: number): Generator<void, void> {
  for (let i = 0; i < count; i++) {
    done.pieces++;
    yield;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setTimeout(1);
}

test('idle work is done to its end, and then what was begun later', async () => {
  const work = createIdleWork();
  const [first, second] = [{ pieces: 0 }, { pieces: 0 }];
  work.begin(countPieces(first, 3));
  work.begin(countPieces(second, 2));
  await until(() => second.pieces === 2);
  expect(first.pieces).toBe(3);
  work.stop();
});

test('idle work rests when a key comes, and goes on when none has come for a moment', async () => {
  const work = createIdleWork();
  const done = { pieces: 0 };
  work.keyPressed();
  work.begin(countPieces(done, 3));
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  expect(done.pieces).toBe(0);
  await until(() => done.pieces === 3);
  work.stop();
});

test('idle work that was stopped does nothing more', async () => {
  const work = createIdleWork();
  const done = { pieces: 0 };
  work.stop();
  work.begin(countPieces(done, 3));
  work.keyPressed();
  for (let turn = 0; turn < 3; turn++) await setImmediate();
  expect(done.pieces).toBe(0);
});
