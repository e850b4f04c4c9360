import { runInSlices } from '../load/steps.ts';

// After this long without a key nobody is typing.
const quietMs = 150;

/** Work that is done in slices while nobody types. */
export type IdleWork = {
  /** Begins work that is cut into pieces of a few milliseconds; more of it may be begun later. */
  begin(pieces: Iterator<void, void>): void;
  /** Says that a key came, of which more will follow: the work rests until none has come for a moment. */
  keyPressed(): void;
  /** Does nothing more. */
  stop(): void;
};

/** Nothing to do yet. */
export function createIdleWork(): IdleWork {
  const begun: Iterator<void, void>[] = [];
  let restTimer: NodeJS.Timeout | undefined;

  /** Does a piece; false when there is none to do now. */
  function step(): boolean {
    const [pieces] = begun;
    if (restTimer !== undefined || pieces === undefined) return false;
    if (pieces.next().done) begun.shift();
    return true;
  }

  const slices = runInSlices(step);

  return {
    begin(pieces) {
      begun.push(pieces);
      slices.wake();
    },
    keyPressed() {
      clearTimeout(restTimer);
      restTimer = setTimeout(() => {
        restTimer = undefined;
        slices.wake();
      }, quietMs).unref();
    },
    stop() {
      clearTimeout(restTimer);
      slices.stop();
    },
  };
}
