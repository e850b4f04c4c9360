import { asObject, type Json } from './json.ts';

/** What AWS did to a value before it wrote it down. */
export type CutMark = 'hidden' | 'truncated';

/** AWS cuts userAgent and errorMessage at this many bytes. */
const longestTextBytes = 1024;
const cutTexts = new Set(['userAgent', 'errorMessage']);
const hiddenText =
  /^(?:HIDDEN_DUE_TO_SECURITY_REASONS|<?sensitiveDataRemoved>?|\(hidden\)|\*{3,}|<?REDACTED>?|\[?REDACTED\]?)$/i;

/**
 * Whether AWS hid or cut the value of a key: placeholders such as `HIDDEN_DUE_TO_SECURITY_REASONS`; texts as long
 * as AWS lets them be; parameters left out because they were larger than 100 KB. Undefined for a value that is whole.
 *
 * @param key The key that the value stands under; only `userAgent` and `errorMessage` are cut by length.
 */
export function cutMarkOf(key: string, value: Json | undefined): CutMark | undefined {
  if (typeof value === 'string') {
    if (hiddenText.test(value)) return 'hidden';
    return cutTexts.has(key) && isAsLongAsAllowed(value) ? 'truncated' : undefined;
  }
  const object = asObject(value);
  return object !== undefined && object.omitted === true && object.originalSize !== undefined
    ? 'truncated'
    : undefined;
}

function isAsLongAsAllowed(text: string): boolean {
  // Three bytes short of the limit may be all that was left of a character that did not fit.
  return text.length > 256 && new TextEncoder().encode(text).length >= longestTextBytes - 3;
}
