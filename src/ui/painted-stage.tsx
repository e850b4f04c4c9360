import { ScreenBox } from './components/screen-box.tsx';
import { readFrame } from './frame.ts';
import type { FrameLog } from './frame-log.ts';
import { createFrameWriter, type PaintReport } from './frame-writer.ts';
import { createInkStage } from './ink-stage.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';
import type { Theme } from './theme.ts';

/** Pictures laid out by Ink, painted on the terminal with the fewest bytes. */
export function createPaintedStage(
  terminal: Terminal,
  theme: Theme,
  onPaint: (report: PaintReport) => void,
  frameLog: FrameLog | undefined,
): Stage {
  const { columns, rows } = terminal.size();
  const ink = createInkStage(columns, rows);
  const writer = createFrameWriter(terminal.output, (report) => {
    frameLog?.painted(report);
    onPaint(report);
  });
  let size = { columns, rows };
  return {
    show(picture) {
      const startMs = performance.now();
      if (picture.columns !== size.columns || picture.rows !== size.rows) {
        size = { columns: picture.columns, rows: picture.rows };
        ink.resize(size.columns, size.rows);
        writer.forget();
      }
      const text = ink.draw(<ScreenBox picture={picture} theme={theme} />);
      const frame = readFrame(text, picture.columns, picture.rows, picture.cursor, writer.newest());
      frameLog?.drawn(performance.now() - startMs);
      writer.show(frame);
    },
    forget: writer.forget,
    close() {
      writer.stop();
      ink.close();
    },
  };
}
