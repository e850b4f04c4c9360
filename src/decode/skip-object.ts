/**
 * The end of the object or array that opens at `start`: one past its closing bracket, or -1 when `end` comes first.
 * Only counts brackets and steps over strings: whether it is JSON is for `JSON.parse` to say.
 */
export function skipObject(bytes: Uint8Array, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0x22) {
      i = skipString(bytes, i, end) - 1;
      if (i < 0) return -1;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++;
    } else if (byte === 0x7d || byte === 0x5d) {
      if (--depth === 0) return i + 1;
    }
  }
  return -1;
}

/** The end of the string whose quote stands at `start`: one past its closing quote, or -1 when `end` comes first. */
export function skipString(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0x22) return i + 1;
    if (byte === 0x5c) i++;
  }
  return -1;
}

/** The first byte from `start` on that is not white space; `end` when there is none. */
export function skipSpace(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(bytes[i]!)) i++;
  return i;
}

/** Whether a byte is white space to JSON. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
