/** Calls are no closer together than this. */
const pauseMs = 50;

/** Tells listeners that something changed, at most some 20 times a second, and always once after the last change. */
export type Announcer = {
  /** Something changed. What is `urgent` is told without a pause, and never within this call either. */
  readonly change: (urgent?: boolean) => void;
  /** Adds a listener; gives what takes it away again. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether anybody listens. */
  readonly isHeard: () => boolean;
  /** Tells nothing any more, not even what changed before. */
  readonly stop: () => void;
};

/** An announcer without listeners. */
export function announcer(): Announcer {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;

  function announce(): void {
    timer = undefined;
    lastMs = performance.now();
    for (const listener of [...listeners]) listener();
  }

  return {
    change(urgent = false) {
      if (listeners.size === 0) return;
      if (urgent) {
        clearTimeout(timer);
        timer = setTimeout(announce);
      }
      timer ??= setTimeout(announce, Math.max(0, lastMs + pauseMs - performance.now()));
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    isHeard: () => listeners.size > 0,
    stop() {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
