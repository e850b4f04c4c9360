import { entryOf } from './coded';
import { guessPlace, holdsBytes, lengthOf } from './dictionary';
import { fail } from './failure';
import { walkColon, walkPlainString } from './walk';

/** The key that was read last. */
export let key: usize = 0;

/** Says what comes before the next key: another key, or the head of a chain where an object begins. */
export function goOnAfter(entry: usize): void {
  key = entry;
}

/**
 * Reads the key whose quote stands at `at`, up to where its value begins. Keys come in the same order from record to record:
 * the one that came after the last key last time is tried first. An entry's bytes hold the closing quote too.
 */
export function readKey(map: u32, at: usize): usize {
  if (load<u8>(at) !== 0x22) return fail(at);
  const before = key;
  const guess: usize = load<u32>(guessPlace(before));
  if (guess !== 0 && holdsBytes(guess, at + 1)) {
    key = guess;
    return walkColon(at + 1 + lengthOf(guess));
  }
  const end = walkPlainString(at);
  if (end === 0) return 0;
  key = entryOf(map, at + 1, end);
  store<u32>(guessPlace(before), key);
  return walkColon(end);
}
