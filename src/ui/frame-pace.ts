/** When the next frame may be drawn. */
export type FramePace = {
  /** Milliseconds to wait from now on; 0: at once. */
  delayMs(nowMs: number): number;
  /** A frame was handed to the terminal, which took so long to take it. */
  painted(nowMs: number, writeMs: number): void;
};

// On a slow line eight frames a second are plenty: what comes in between is never drawn.
const leanGapMs = 125;
// A terminal that takes a frame's few hundred bytes only after so long is at the end of a slow line.
const slowWriteMs = 60;
const slowWritesInARow = 2;
// So many fast ones in a row, and the line is fast again.
const fastWritesInARow = 40;

/** At once while the line is fast; with pauses when it is slow or when `lean` asks for that. */
export function createFramePace(lean: boolean): FramePace {
  let isSlow = false;
  let inARow = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    delayMs: (nowMs) => (lean || isSlow ? Math.max(0, lastMs + leanGapMs - nowMs) : 0),
    painted(nowMs, writeMs) {
      lastMs = nowMs;
      const contradicts = writeMs > slowWriteMs !== isSlow;
      inARow = contradicts ? inARow + 1 : 0;
      if (inARow < (isSlow ? fastWritesInARow : slowWritesInARow)) return;
      isSlow = !isSlow;
      inARow = 0;
    },
  };
}
