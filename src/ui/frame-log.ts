import { appendFileSync } from 'node:fs';
import type { PaintReport } from './frame-writer.ts';

/** Writes down what each frame took, for measuring. */
export type FrameLog = {
  readonly keyPressed: () => void;
  /** The frame was laid out and drawn into memory. */
  readonly drawn: (drawMs: number) => void;
  /** The frame was painted on the terminal. */
  readonly painted: (report: PaintReport) => void;
};

/**
 * A line of JSON for each painted frame: `bytes`, `drawMs` (state to text), `paintMs` (text to bytes), `writeMs`, `keyMs`
 * (from the first key that the frame answers until it was written; absent when no key asked for it) and `skipped` frames.
 */
export function createFrameLog(path: string): FrameLog {
  let keyAt: number | undefined;
  let drawMs = 0;
  return {
    keyPressed() {
      keyAt ??= performance.now();
    },
    drawn(ms) {
      drawMs = ms;
    },
    painted({ byteLength, paintMs, writeMs, skipped }) {
      const keyMs = keyAt === undefined ? undefined : rounded(performance.now() - keyAt);
      keyAt = undefined;
      const line = {
        bytes: byteLength,
        drawMs: rounded(drawMs),
        paintMs: rounded(paintMs),
        writeMs: rounded(writeMs),
        keyMs,
        skipped,
      };
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    },
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
