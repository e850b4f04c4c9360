import { type PackedTexts, smallLetters } from '../store/packed-texts.ts';
import type { ColumnValues } from '../store/snapshot.ts';
import { fold } from './value-predicate.ts';

/** Values that are folded between two yields. */
const piece = 1 << 13;

/** The values of a list in small letters, as bytes of their own; in pieces of a few milliseconds. */
export function* foldPacked(
  { valueAt, valueCount }: ColumnValues,
  packed: PackedTexts,
): Generator<void, PackedTexts> {
  const byteLength = packed.ends[valueCount - 1]!;
  let bytes = Buffer.allocUnsafeSlow(byteLength);
  const ends = new Uint32Array(valueCount);
  let end = 0;
  for (let code = 1; code < valueCount; code++) {
    const [from, to] = [packed.ends[code - 1]!, packed.ends[code]!];
    if (foldBytes(packed.bytes, from, to, bytes, end)) {
      end += to - from;
    } else {
      const folded = Buffer.from(fold(valueAt(code)));
      // The small letters may take more bytes than the large ones.
      const room = end + folded.length + byteLength - to;
      if (room > bytes.length) bytes = Buffer.from(bytes.buffer.transfer(room + (room >>> 3)));
      bytes.set(folded, end);
      end += folded.length;
    }
    ends[code] = end;
    if (code % piece === 0) yield;
  }
  return { bytes, ends };
}

/** The bytes that begin U+0080 to U+00BF, which have no small letters, and U+00C0 to U+00FF. */
const [latinSigns, latinLetters] = [0xc2, 0xc3];
/** Of the latter the second bytes of the large letters, and of the multiplication sign among them. */
const [firstLarge, lastLarge, times] = [0x80, 0x9e, 0x97];

/** Folds text in ASCII and Latin-1 byte by byte; false for other text. */
function foldBytes(bytes: Uint8Array, from: number, to: number, into: Uint8Array, at: number): boolean {
  for (let i = from; i < to; i++, at++) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      into[at] = smallLetters[byte]!;
      continue;
    }
    if (byte !== latinSigns && byte !== latinLetters) return false;
    const next = bytes[++i]!;
    const isLarge = byte === latinLetters && next >= firstLarge && next <= lastLarge && next !== times;
    into[at++] = byte;
    into[at] = isLarge ? next + 0x20 : next;
  }
  return true;
}
