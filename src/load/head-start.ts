/** How long it takes to show the first events, with code that runs for the first time. */
const firstFrameMs = 100;

/**
 * The time in which nothing is begun that would hold up the first events: no further workers, no questions to the disk
 * about all the other files.
 */
export type HeadStart = {
  /** Fulfilled when it is over. */
  readonly over: Promise<void>;
  /** Says that the first events are there, or that there will be none. `watched`: somebody has yet to draw them. */
  end(watched: boolean): void;
  /** Keeps the process alive no longer. One that is not over by then never is. */
  stop(): void;
};

/** A head start that lasts until it is ended. */
export function giveHeadStart(): HeadStart {
  const { promise, resolve } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  return {
    over: promise,
    end(watched) {
      if (watched) timer ??= setTimeout(resolve, firstFrameMs);
      else resolve();
    },
    stop: () => clearTimeout(timer),
  };
}
