/** How long this thread is kept busy before others get their turn. */
const sliceMs = 8;

/** Work done in slices on the calling thread, so that keys and frames come in between. */
export type Steps = {
  /** Says that there is something to do. */
  wake(): void;
  /** Nothing more is done. */
  stop(): void;
};

/** Calls `step` again and again, in slices, until it says that there is nothing left; from then on when woken. */
export function runInSlices(step: () => boolean): Steps {
  let scheduled: NodeJS.Immediate | undefined;
  let stopped = false;

  function slice(): void {
    scheduled = undefined;
    const endMs = performance.now() + sliceMs;
    while (!stopped) {
      if (!step()) return;
      if (performance.now() > endMs) break;
    }
    wake();
  }

  function wake(): void {
    if (!stopped) scheduled ??= setImmediate(slice);
  }

  return {
    wake,
    stop() {
      stopped = true;
      if (scheduled !== undefined) clearImmediate(scheduled);
    },
  };
}
