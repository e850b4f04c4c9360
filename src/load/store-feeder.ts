import type { Decoded } from '../decode/batch.ts';
import { releaseBatch } from '../decode/release.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { runInSlices } from './steps.ts';

/** The shortest time between the ends of two snapshots while files load. */
const restMs = 50;
/** And no shorter than this many times what the last one took, so that snapshots never take most of the time. */
const restFactor = 4;

/** Appends what was decoded to the store and prepares snapshots of it, all in slices. */
export type StoreFeeder = {
  /** The newest snapshot that is ready. */
  snapshot(): Snapshot;
  /** Fulfilled when it is appended, and its batches' memory given back. Rejected when there is no room for it. */
  append(decoded: Decoded): Promise<void>;
  /** A snapshot of everything appended so far. Rejected when it was stopped, or when there is no room for one. */
  settle(): Promise<Snapshot>;
  stop(): void;
};

type Waiter = { readonly resolve: (snapshot: Snapshot) => void; readonly reject: (error: unknown) => void };
type Job = {
  readonly decoded: Decoded;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * A feeder of this store. `watched` tells whether anybody looks at snapshots before the end; `onSnapshot` is called
 * with each new one.
 */
export function feedStore(store: EventStore, watched: () => boolean, onSnapshot: () => void): StoreFeeder {
  let newest = store.snapshot();
  let jobs: Job[] = [];
  let at = 0;
  let fresh = false;
  let preparing: { readonly steps: Generator<void, Snapshot>; readonly since: number } | undefined;
  let restUntilMs = 0;
  let waiters: Waiter[] = [];
  let full: unknown;
  let stopped: Error | undefined;
  let alarm: NodeJS.Timeout | undefined;

  const steps = runInSlices(() => {
    if (at < jobs.length) {
      appendNext();
      return true;
    }
    if (preparing === undefined && !startPreparing()) return false;
    prepareOn();
    return true;
  });

  function appendNext(): void {
    const { decoded, resolve, reject } = jobs[at++]!;
    if (at === jobs.length) {
      jobs = [];
      at = 0;
    }
    // After a batch that found no room, later ones of its decoder would count in values that never arrived.
    if (full !== undefined && decoded.batches.length > 0) {
      reject(full);
      return;
    }
    fresh = true;
    try {
      store.append(decoded);
      decoded.batches.forEach(releaseBatch);
      resolve();
    } catch (error) {
      full = error;
      reject(error);
    }
  }

  function startPreparing(): boolean {
    const asked = waiters.length > 0;
    if (!asked && !(fresh && watched())) return false;
    const now = performance.now();
    if (!asked && now < restUntilMs) {
      alarm ??= setTimeout(() => {
        alarm = undefined;
        steps.wake();
      }, restUntilMs - now).unref();
      return false;
    }
    fresh = false;
    preparing = { steps: store.prepareSnapshot(), since: now };
    return true;
  }

  function prepareOn(): void {
    const { steps: pieces, since } = preparing!;
    let step: IteratorResult<void, Snapshot>;
    try {
      step = pieces.next();
    } catch (error) {
      preparing = undefined;
      for (const { reject } of takeWaiters()) reject(error);
      return;
    }
    if (!step.done) return;
    preparing = undefined;
    const now = performance.now();
    restUntilMs = now + Math.max(restMs, (now - since) * restFactor);
    const changed = step.value !== newest;
    newest = step.value;
    if (changed) onSnapshot();
    if (fresh) return;
    for (const { resolve } of takeWaiters()) resolve(newest);
  }

  function takeWaiters(): readonly Waiter[] {
    const taken = waiters;
    waiters = [];
    return taken;
  }

  return {
    snapshot: () => newest,
    append(decoded) {
      if (stopped !== undefined) return Promise.reject(stopped);
      // A file of many documents is many steps.
      const parts = decoded.batches.map((batch) => ({ batches: [batch], reports: [], problems: [] }));
      const all = [...parts, { ...decoded, batches: [] }];
      const done = Promise.all(
        all.map(
          (part) => new Promise<void>((resolve, reject) => jobs.push({ decoded: part, resolve, reject })),
        ),
      );
      steps.wake();
      return done.then(() => undefined);
    },
    settle() {
      if (stopped !== undefined) return Promise.reject(stopped);
      fresh = true;
      const settled = new Promise<Snapshot>((resolve, reject) => waiters.push({ resolve, reject }));
      steps.wake();
      return settled;
    },
    stop() {
      steps.stop();
      clearTimeout(alarm);
      stopped = new Error('loading was stopped');
      for (const { reject } of [...jobs.splice(at), ...takeWaiters()]) reject(stopped);
    },
  };
}
