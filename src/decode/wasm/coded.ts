import { add, find } from './dictionary';
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
