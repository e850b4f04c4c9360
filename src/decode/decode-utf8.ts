/** Half of the longest string that the engine makes. */
const maxTextBytes = 256 * 1024 * 1024;

/**
 * The bytes as text. Bytes that are not UTF-8 become U+FFFD. What is longer than any string can be is cut, and so found
 * broken by whoever parses it.
 */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString('utf8', start, Math.min(end, start + maxTextBytes));
}

/** The place's bytes as a few dozen characters of text, for a problem's excerpt. */
export function excerptOf(bytes: Uint8Array, offset: number): string {
  return decodeUtf8(bytes, offset, Math.min(bytes.length, offset + 60));
}

/** Whether the text stands in the bytes, between `start` and `end`. */
export function holds(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).indexOf(text);
  return at !== -1;
}
