/** What a file's first bytes say it is. `text` is everything that is none of the others: JSON, CSV, prose. */
export type ByteKind = 'gzip' | 'zip' | 'zstd' | 'tar' | 'parquet' | 'utf16le' | 'utf16be' | 'text';

const magics: readonly (readonly [ByteKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]], // a zip without members
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['utf16le', [0xff, 0xfe]],
  ['utf16be', [0xfe, 0xff]],
];

/** What the bytes are, by their content alone: names and extensions are never asked. */
export function sniff(bytes: Uint8Array): ByteKind {
  for (const [kind, magic] of magics) if (magic.every((byte, i) => bytes[i] === byte)) return kind;
  if (isTar(bytes)) return 'tar';
  return utf16WithoutMark(bytes) ?? 'text';
}

/** `ustar` stands at 257 in every tar since 1988. */
function isTar(bytes: Uint8Array): boolean {
  return [0x75, 0x73, 0x74, 0x61, 0x72].every((byte, i) => bytes[257 + i] === byte);
}

/** UTF-16 whose byte-order mark was lost: a bracket beside a zero byte. */
function utf16WithoutMark(bytes: Uint8Array): ByteKind | undefined {
  const isBracket = (byte: number | undefined) => byte === 0x7b || byte === 0x5b;
  if (isBracket(bytes[0]) && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf16le';
  if (bytes[0] === 0 && isBracket(bytes[1]) && bytes[2] === 0 && bytes[3] !== 0) return 'utf16be';
  return undefined;
}
