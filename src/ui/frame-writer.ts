import type { Frame } from './frame.ts';
import { paintFrame } from './painter.ts';

/** Where painted bytes go: a stream that says when it is full. */
export type FrameOutput = {
  /** False when the bytes are kept waiting; `drain` tells the end of that. */
  write(bytes: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
};

/** What painting a frame took. */
export type PaintReport = {
  readonly byteLength: number;
  /** Time to find the bytes, and to hand them over; the latter is how long a slow line held the program. */
  readonly paintMs: number;
  readonly writeMs: number;
  /** Frames that were never painted because a newer one came before the output had drained. */
  readonly skipped: number;
};

/**
 * Paints frames on an output, each over the one before. Never queues:
 * while the output is full only the newest frame is kept.
 */
export type FrameWriter = {
  show(frame: Frame): void;
  /** The next frame is painted on a cleared screen: the terminal no longer shows what was painted. */
  forget(): void;
  /** True when the terminal shows the newest frame, or will once it has drained. */
  isCurrent(): boolean;
  /** Paints nothing from now on. */
  stop(): void;
  /** The newest frame handed in. */
  newest(): Frame | undefined;
};

/** A writer for an output on which nothing was painted yet. `onPaint` hears of each frame that changed something. */
export function createFrameWriter(
  output: FrameOutput,
  onPaint: (report: PaintReport) => void = () => {},
): FrameWriter {
  let painted: Frame | undefined;
  let newest: Frame | undefined;
  let isFull = false;
  let isStopped = false;
  let skipped = 0;

  const paint = (frame: Frame) => {
    const startMs = performance.now();
    const bytes = paintFrame(painted, frame);
    painted = frame;
    const paintedMs = performance.now();
    if (bytes === '') return;
    if (!output.write(bytes)) {
      isFull = true;
      output.once('drain', drained);
    }
    const report = {
      byteLength: Buffer.byteLength(bytes),
      paintMs: paintedMs - startMs,
      writeMs: performance.now() - paintedMs,
      skipped,
    };
    skipped = 0;
    onPaint(report);
  };
  const drained = () => {
    isFull = false;
    if (!isStopped && newest !== undefined && newest !== painted) paint(newest);
  };
  return {
    show(frame) {
      if (isFull && newest !== painted) skipped++;
      newest = frame;
      if (!isFull && !isStopped) paint(frame);
    },
    forget() {
      painted = undefined;
    },
    isCurrent: () => painted !== undefined,
    stop() {
      isStopped = true;
    },
    newest: () => newest,
  };
}
