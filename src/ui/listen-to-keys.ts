import type { Key } from '../screen/key.ts';
import { decodeInput, decodeTimeout, startOfInput } from './input-decoder.ts';

/** Feeds bytes through the decoder and keeps its time-outs. */
export type KeyListener = {
  readonly read: (bytes: Uint8Array) => void;
  readonly close: () => void;
};

/** Calls back with the keys of each read at once, in order. */
export function listenToKeys(onKeys: (keys: readonly Key[]) => void): KeyListener {
  let state = startOfInput;
  let timer: NodeJS.Timeout | undefined;
  let check: NodeJS.Immediate | undefined;

  const settle = () => {
    const decoded = decodeTimeout(state);
    state = decoded.state;
    if (decoded.keys.length > 0) onKeys(decoded.keys);
  };
  const stopWaiting = () => {
    clearTimeout(timer);
    clearImmediate(check);
  };
  return {
    read(bytes) {
      stopWaiting();
      const decoded = decodeInput(state, bytes);
      state = decoded.state;
      if (decoded.timeoutMs !== undefined) {
        timer = setTimeout(() => {
          // Bytes that came while the program was busy wait to be read: they get their turn first.
          check = setImmediate(settle);
        }, decoded.timeoutMs);
      }
      if (decoded.keys.length > 0) onKeys(decoded.keys);
    },
    close: stopWaiting,
  };
}
