import { add, find, holdsBytes, lengthOf } from './dictionary';
import { learn } from './imports';
import { extraAt } from './layout';

/** The entry of bytes in a map; JavaScript is asked for what it does not know. */
export function entryOf(map: u32, start: usize, end: usize): usize {
  const length = u32(end - start);
  const known = find(map, start, length);
  if (known !== 0) return known;
  store<u32>(extraAt, 0);
  const value = learn(map, start, end);
  return add(map, start, length, value, load<u32>(extraAt));
}

/** The same, with a guess that is kept at an address: values come in runs. */
export function entryGuessed(map: u32, start: usize, end: usize, guessPlace: usize): usize {
  const guess: usize = load<u32>(guessPlace);
  if (guess !== 0 && lengthOf(guess) === u32(end - start) && holdsBytes(guess, start)) return guess;
  const entry = entryOf(map, start, end);
  store<u32>(guessPlace, entry);
  return entry;
}
