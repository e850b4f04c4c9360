/** UTF-16 made UTF-8, and the way back to places in the file. */
export type Utf16 = {
  readonly bytes: Uint8Array;
  /** The offset in the UTF-16 bytes of an offset in the UTF-8 bytes. */
  readonly placeOf: (offset: number) => number;
};

/** Bytes turned at once: far below the longest string that the engine makes. */
const pieceLength = 64 * 1024 * 1024;

/** Turns UTF-16 into UTF-8, piece by piece, so that no string is too long for the engine. */
export function readUtf16(bytes: Uint8Array, bigEndian: boolean): Utf16 {
  const decoder = new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le', { ignoreBOM: true });
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const end = Math.min(at + pieceLength, bytes.length);
    pieces.push(Buffer.from(decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length })));
  }
  const utf8 = Buffer.concat(pieces);
  return { bytes: utf8, placeOf: createPlaces(utf8) };
}

/** Counts UTF-16 units along the UTF-8 bytes, going on from where the last question ended. */
function createPlaces(utf8: Uint8Array): (offset: number) => number {
  let at = 0;
  let place = 0;
  return (offset) => {
    if (offset < at) at = place = 0;
    for (; at < offset; at++) {
      const byte = utf8[at]!;
      if ((byte & 0xc0) !== 0x80) place += byte >= 0xf0 ? 4 : 2;
    }
    return place;
  };
}
