/** How long it takes to show the first events, with code that runs for the first time. */
const firstFrameMs = 60;

/**
 * The time in which nothing is begun that would hold up the first events: no workers but for one that decodes these
 * themselves, no questions to the disk about all the other files.
 */
export type HeadStart = {
  /** Fulfilled when one worker may be started. */
  readonly oneWorker: Promise<void>;
  /** Fulfilled when it is over. */
  readonly over: Promise<void>;
  /** Says that the first events are left to a worker. */
  leaveToWorker(): void;
  /** Says that the first events are there, or that there will be none. `watched`: somebody has yet to draw them. */
  end(watched: boolean): void;
  /** Keeps the process alive no longer. One that is not over by then never is. */
  stop(): void;
};

/** A head start that lasts until it is ended. */
export function giveHeadStart(): HeadStart {
  const oneWorker = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    oneWorker.resolve();
    over.resolve();
  };
  return {
    oneWorker: oneWorker.promise,
    over: over.promise,
    leaveToWorker: oneWorker.resolve,
    end(watched) {
      if (watched) timer ??= setTimeout(finish, firstFrameMs);
      else finish();
    },
    stop: () => clearTimeout(timer),
  };
}
