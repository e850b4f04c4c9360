import type { Mend } from './file-records.ts';
import { quoteName } from './lenient-string.ts';
import { quoteLength, skipWord } from './lenient-text.ts';

/**
 * What is wrong with the quotes of a key that is a single word, as
 * `looseKeyAt` finds it. Empty when they are both there and plain.
 */
export function mendsOfKey(bytes: Uint8Array, start: number, limit: number): Mend[] {
  const mends: Mend[] = [];
  const opening = quoteLength(bytes, start);
  const end = skipWord(bytes, start + opening, limit);
  const closing = quoteLength(bytes, end);
  if (opening === 0)
    mends.push({ what: closing > 0 ? 'a missing opening quote' : 'a key without quotes', offset: start });
  else if (closing === 0) mends.push({ what: 'a missing closing quote', offset: end });
  if (opening > 0 && bytes[start] !== 0x22) mends.push({ what: quoteName(bytes, start), offset: start });
  if (closing > 0 && bytes[end] !== 0x22) mends.push({ what: quoteName(bytes, end), offset: end });
  return mends;
}
