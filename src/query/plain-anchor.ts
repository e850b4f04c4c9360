/**
 * Characters that JSON as it is written escapes only as `\uXXXX`, if at all: ASCII but for controls, quotation marks,
 * backslash and slash.
 */
const plainRun = /[ !#-.0-[\]-~]+/g;

/** The longest run of plain characters: a record without it, and without `\u`, cannot hold the text. */
export function anchorOf(text: string): string {
  return (text.match(plainRun) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    '',
  );
}

/**
 * A function that tells whether `\u` stands in a record. The next place of it in a document is remembered, so that
 * records asked about in order cost one native search through the document.
 */
export function unicodeEscapeFinder(): (bytes: Uint8Array, start: number, end: number) => boolean {
  let known: Buffer = Buffer.alloc(0);
  let from = 0;
  let next = 0;
  return (bytes, start, end) => {
    const same =
      known.buffer === bytes.buffer && known.byteOffset === bytes.byteOffset && known.length === bytes.length;
    if (!same) known = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (!same || start < from || start > next) {
      from = start;
      const place = known.indexOf('\\u', start, 'latin1');
      next = place < 0 ? bytes.length : place;
    }
    return next < end - 1;
  };
}
