import { constants, gunzipSync } from 'node:zlib';
import { Gunzip } from 'fflate';
import { type Inflated, inflateEach, inflationCap, isOverCap, refused } from './inflated.ts';

/**
 * Inflates every member of a gzip file. Whole files go through zlib at full speed; of a file that is cut or damaged,
 * all that comes before the break in each member is kept. The same bytes always give the same result.
 */
export function inflateGzip(bytes: Uint8Array, maxInflatedBytes: number): Inflated {
  const cap = inflationCap(bytes.length, maxInflatedBytes);
  try {
    return inflateEach(bytes, cap, (rest, room) =>
      gunzipSync(rest, { maxOutputLength: room, chunkSize: outputSizeOf(rest, room), info: true }),
    );
  } catch (error) {
    if (isOverCap(error)) return refused(cap);
  }
  try {
    const inflated = gunzipSync(bytes, { maxOutputLength: cap, finishFlush: constants.Z_SYNC_FLUSH });
    return {
      bytes: inflated,
      damage: { kind: 'truncated', message: 'the gzip file is cut short: read up to the cut' },
    };
  } catch (error) {
    if (isOverCap(error)) return refused(cap);
  }
  return inflateDamaged(bytes, cap);
}

/** A first guess at the output's size: a gzip file ends with the length of its last member. */
function outputSizeOf(bytes: Uint8Array, cap: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 18 ? 0 : view.getUint32(bytes.length - 4, true);
  return Math.max(64 * 1024, Math.min(length + 64, cap, bytes.length * 40));
}

function inflateDamaged(bytes: Uint8Array, cap: number): Inflated {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let broken = false;
  for (let at = 0; at < bytes.length; ) {
    const part = inflateUpToBreak(bytes, at, cap - length);
    chunks.push(...part.chunks);
    length += part.length;
    if (length > cap) return refused(cap);
    if (part.breakAt === undefined) break;
    broken = true;
    at = nextMember(bytes, part.breakAt);
  }
  const message = broken
    ? 'the gzip data is damaged: read up to the damage'
    : 'the gzip checksum does not match: some bytes may be wrong';
  return { bytes: Buffer.concat(chunks, length), damage: { kind: 'corrupt', message } };
}

/** What a stream gave from `start` on, and the piece of input that broke it; undefined when it came to the end. */
type Part = {
  readonly chunks: readonly Uint8Array[];
  readonly length: number;
  readonly breakAt: number | undefined;
};

/** Bytes of input given at once: each try goes on in smaller pieces from where the one before broke. */
const pieceLengths = [16 * 1024, 1024, 64, 8] as const;

/**
 * Inflates with fflate, whose streams hand out what they have before they break. The output of the piece that holds the
 * break is lost, so that piece is given again in smaller ones.
 */
function inflateUpToBreak(bytes: Uint8Array, start: number, cap: number): Part {
  let part: Part = { chunks: [], length: 0, breakAt: start };
  for (const pieceLength of pieceLengths) {
    part = inflatePieces(bytes, start, cap, part.breakAt!, pieceLength);
    if (part.breakAt === undefined) break;
  }
  return part;
}

/** Inflates from `start` on, from `fineFrom` on in pieces of that length. */
function inflatePieces(
  bytes: Uint8Array,
  start: number,
  cap: number,
  fineFrom: number,
  pieceLength: number,
): Part {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((chunk) => {
    length += chunk.length;
    if (chunk.length > 0) chunks.push(chunk);
  });
  let at = start;
  try {
    while (at < bytes.length && length <= cap) {
      const end = at < fineFrom ? Math.min(at + pieceLengths[0], fineFrom) : at + pieceLength;
      stream.push(bytes.subarray(at, end), false);
      at = end;
    }
    return { chunks, length, breakAt: undefined };
  } catch {
    return { chunks, length, breakAt: at };
  }
}

/** Where the next gzip member may begin after a break: members are simply written one after another. */
function nextMember(bytes: Uint8Array, after: number): number {
  for (let i = after + 1; i + 10 < bytes.length; i++) {
    if (bytes[i] === 0x1f && bytes[i + 1] === 0x8b && bytes[i + 2] === 0x08 && (bytes[i + 3]! & 0xe0) === 0)
      return i;
  }
  return bytes.length;
}
