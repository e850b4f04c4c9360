import type { EventStore } from '../store/event-store.ts';

/** Shares of the bytes after which the number of events is foreseen. */
const shares = [0.02, 0.2];
/** Below this many bytes columns may well grow as they need to. */
const worthBytes = 8 * 2 ** 20;
const margin = 1.15;

/**
 * Makes room in the store for all events of a load once its first files tell how many there will be: growing by doubling
 * would copy whole columns, the last time half of them at once. Call it with the bytes done and the bytes found so far.
 */
export function roomAhead(store: EventStore): (bytesDone: number, bytesFound: number) => void {
  let next = 0;
  return (bytesDone, bytesFound) => {
    if (bytesFound < worthBytes || next === shares.length || bytesDone < bytesFound * shares[next]!) return;
    next++;
    store.reserve(Math.ceil(store.length * (bytesFound / bytesDone) * margin));
  };
}
