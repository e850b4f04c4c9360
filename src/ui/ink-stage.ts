import { EventEmitter } from 'node:events';
import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';

/**
 * Ink, drawing into memory. Ink lays the tree out and gives every frame whole; what of it goes to the terminal, and when,
 * is for the painter to say, and keys never pass through Ink.
 */
export type InkStage = {
  /** The whole frame that the tree draws now: rows apart by newlines, looks as SGR sequences. */
  draw(tree: ReactNode): string;
  /** The next trees are drawn on so many cells. */
  resize(columns: number, rows: number): void;
  close(): void;
};

/** A stage of that many cells on which nothing is drawn yet. */
export function createInkStage(columns: number, rows: number): InkStage {
  let frame = '';
  const output = Object.assign(new EventEmitter(), {
    columns,
    rows,
    isTTY: true,
    write(text: string): boolean {
      frame = text;
      return true;
    },
  });
  let instance: Instance | undefined;
  return {
    draw(tree) {
      if (instance === undefined) {
        instance = startInk(tree, output);
        // Ink ends quietly when a component fails: that is a fault like any other.
        instance.waitUntilExit().catch((fault) =>
          queueMicrotask(() => {
            throw fault;
          }),
        );
      } else {
        instance.rerender(tree);
      }
      return frame;
    },
    resize(nextColumns, nextRows) {
      output.columns = nextColumns;
      output.rows = nextRows;
      output.emit('resize');
    },
    close() {
      instance?.unmount();
    },
  };
}

/** `debug` makes Ink write each frame whole and at once; the rest keeps its hands off the process. */
function startInk(tree: ReactNode, output: object): Instance {
  return render(tree, {
    stdout: output as NodeJS.WriteStream,
    stdin: silentInput() as NodeJS.ReadStream,
    debug: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
}

/** A keyboard on which nobody types. */
function silentInput(): object {
  const nothing = () => {};
  return Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode: nothing,
    setEncoding: nothing,
    read: () => null,
    ref: nothing,
    unref: nothing,
    resume: nothing,
    pause: nothing,
  });
}
