import { asList, type Json, type JsonObject } from './json.ts';

/**
 * Characters that a log has no honest use for, and that change what a reader sees: controls other than tab and
 * line ends, marks of writing direction, characters without width, tag characters.
 */
const suspicious =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/;

/** Whether any string of a value, keys included, holds control, direction or zero-width characters. */
export function holdsSuspiciousText(value: Json | undefined): boolean {
  const deep: Json[] = [];
  let found = holdsSuspicious(value, 0, deep);
  // What lies deeper than the stack should go waits in a list: records nest as deep as an intruder likes.
  while (!found && deep.length > 0) found = holdsSuspicious(deep.pop(), 0, deep);
  return found;
}

const maxDepth = 100;

function holdsSuspicious(value: Json | undefined, depth: number, deep: Json[]): boolean {
  if (typeof value === 'string') return suspicious.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (depth === maxDepth) {
    deep.push(value);
    return false;
  }
  if (Array.isArray(value)) {
    return asList(value).some((element) => holdsSuspicious(element, depth + 1, deep));
  }
  for (const key of Object.keys(value)) {
    if (suspicious.test(key) || holdsSuspicious((value as JsonObject)[key], depth + 1, deep)) return true;
  }
  return false;
}
