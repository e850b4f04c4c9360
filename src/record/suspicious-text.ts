import type { Json, JsonObject } from './json.ts';

/**
 * Characters that a log has no honest use for, and that change what a reader sees: controls other than tab and
 * line ends, marks of writing direction, characters without width, tag characters.
 */
const suspicious =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/;

/** Whether a text holds control, direction or zero-width characters. */
export function isSuspiciousText(text: string): boolean {
  return suspicious.test(text);
}

/** Whether any string of a value, keys included, holds control, direction or zero-width characters. */
export function holdsSuspiciousText(value: Json | undefined): boolean {
  // A stack of our own: records nest as deep as an intruder likes.
  const waiting: (Json | undefined)[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      if (suspicious.test(next)) return true;
    } else if (typeof next === 'object' && next !== null) {
      const isList = Array.isArray(next);
      for (const key in next) {
        if (!isList && suspicious.test(key)) return true;
        waiting.push((next as JsonObject)[key]);
      }
    }
  }
  return false;
}
