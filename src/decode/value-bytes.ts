/**
 * Values as bytes. Most values that are new come once: as bytes they cross threads in one piece and are compared without
 * becoming strings, which is left to whoever looks at them.
 *
 * A value's bytes are its text in UTF-8. Half a surrogate pair, which JSON can hold and UTF-8 cannot, makes it the byte
 * 0xff, which UTF-8 never has, and its JSON. So two values are equal exactly when their bytes are.
 */

/** Values one after the other. */
export type PackedValues = {
  readonly bytes: Uint8Array;
  /** Where each value ends in `bytes`; the next one begins there. */
  readonly ends: Uint32Array;
  /** A hash of each, as `hashValue` gives it. */
  readonly hashes: Uint32Array;
};

/** The first byte of a value that is no well-formed text. No other has it anywhere. */
export const notText = 0xff;
const backslash = 0x5c;
const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

/** A hash of the value that stands at [start, end): 32 bits, unsigned. Decoders and the store must make the same (FNV-1a). */
export function hashValue(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, hashFactor);
  return finished(hash);
}

/** Lets all bits of the last bytes tell in the low ones. */
function finished(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The bytes of a value. */
export function bytesOfValue(text: string): Uint8Array {
  if (text.isWellFormed()) return Buffer.from(text);
  return Buffer.concat([Buffer.of(notText), Buffer.from(JSON.stringify(text))]);
}

/** The value that stands at [start, end). */
export function valueIn(bytes: Buffer, start: number, end: number): string {
  if (bytes[start] === notText && start < end) return JSON.parse(bytes.toString('utf8', start + 1, end));
  return bytes.toString('utf8', start, end);
}

/** Collects values until they are taken. */
export class ValuePacker {
  /** Number of values collected. */
  length = 0;
  #bytes = Buffer.alloc(0);
  #byteLength = 0;
  #ends = new Uint32Array(0);
  #hashes = new Uint32Array(0);

  /** Adds a value. */
  add(text: string): void {
    // Three bytes are the most that a unit of UTF-16 takes.
    this.#reserve(text.length * 3);
    const start = this.#byteLength;
    let end = start;
    if (text.isWellFormed()) {
      end += this.#bytes.write(text, start);
    } else {
      const bytes = bytesOfValue(text);
      this.#reserve(bytes.length);
      this.#bytes.set(bytes, start);
      end += bytes.length;
    }
    this.#close(hashValue(this.#bytes, start, end), end);
  }

  /**
   * Adds the value of the JSON string whose content stands at [start, end). Adds nothing and gives false when that is not the
   * value itself: where it has escapes, or bytes beyond ASCII.
   */
  addPlain(json: Uint8Array, start: number, end: number): boolean {
    this.#reserve(end - start);
    const to = this.#bytes;
    let at = this.#byteLength;
    let hash = hashStart;
    for (let from = start; from < end; from++, at++) {
      const byte = json[from]!;
      // Bytes beyond ASCII may be no UTF-8, and then stand for other text than they are.
      if (byte >= 0x80 || byte === backslash) return false;
      to[at] = byte;
      hash = Math.imul(hash ^ byte, hashFactor);
    }
    this.#close(finished(hash), at);
    return true;
  }

  /** The values collected since the last time. They stand in memory that the next value may be written to. */
  take(): PackedValues {
    const taken = {
      bytes: this.#bytes.subarray(0, this.#byteLength),
      ends: this.#ends.subarray(0, this.length),
      hashes: this.#hashes.subarray(0, this.length),
    };
    this.length = this.#byteLength = 0;
    return taken;
  }

  #close(hash: number, end: number): void {
    this.#ends[this.length] = end;
    this.#hashes[this.length++] = hash;
    this.#byteLength = end;
  }

  #reserve(byteLength: number): void {
    if (this.#byteLength + byteLength > this.#bytes.length) {
      const wider = Buffer.allocUnsafeSlow(Math.max(1024, (this.#byteLength + byteLength) * 2));
      wider.set(this.#bytes.subarray(0, this.#byteLength));
      this.#bytes = wider;
    }
    if (this.length < this.#ends.length) return;
    this.#ends = grown(this.#ends);
    this.#hashes = grown(this.#hashes);
  }
}

function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(Math.max(16, words.length * 2));
  wider.set(words);
  return wider;
}
