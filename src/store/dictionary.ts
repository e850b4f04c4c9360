import { isAscii } from 'node:buffer';
import { bytesOfValue, hashValue, notText, type PackedValues, valueIn } from '../decode/value-bytes.ts';
import type { CodeMap } from './code-map.ts';
import { firstSlot, nextSlot, widened } from './hash-slots.ts';
import type { PackedTexts } from './packed-texts.ts';

const leastSlots = 16;
/** Values whose strings are cut out of one string. */
const cutTogether = 256;
/** Values that become strings between two yields. */
const piece = 16 * cutTogether;

/**
 * The distinct values of one column over all decoders, as bytes (`value-bytes.ts`). Code 0 is the empty string. Strings are
 * made of them when they are asked for, those of the lowest codes first.
 */
export class Dictionary {
  /** Number of values. */
  length = 1;
  /** The values' bytes, one after the other in the order of their codes. */
  #bytes = Buffer.alloc(0);
  /** By code: where its bytes end. */
  #ends = new Uint32Array(leastSlots);
  /** Of `hash-slots.ts`; their numbers are codes. */
  #slots = new Uint32Array(leastSlots * 2);
  /** Number of leading bytes that are known to be those of well-formed texts. */
  #wellFormedLength = 0;
  /** Whether somebody was given the bytes as they stand. */
  #isHandedOut = false;
  /** The first values as strings. */
  readonly #texts: string[] = [''];

  /** The values by code. Always the same list, which is only appended to. */
  get values(): readonly string[] {
    if (this.#texts.length < this.length) this.#unpack();
    return this.#texts;
  }

  /** Makes the values in pieces: yields between them. */
  *prepareValues(): Generator<void, void> {
    for (; this.#texts.length < this.length; yield) this.#unpack(this.#texts.length + piece);
  }

  /** One value, without a string for each of the others. */
  valueAt(code: number): string {
    return this.#texts[code] ?? valueIn(this.#bytes, this.#ends[code - 1]!, this.#ends[code]!);
  }

  /** The values so far as bytes, where all of them are well-formed. */
  packed(): PackedTexts | undefined {
    const byteLength = this.#ends[this.length - 1]!;
    if (this.#bytes.subarray(this.#wellFormedLength, byteLength).includes(notText)) return undefined;
    this.#wellFormedLength = byteLength;
    this.#isHandedOut = true;
    return { bytes: this.#bytes, ends: this.#ends };
  }

  /** Takes in the values that a decoder numbers next, and puts the code of each on the decoder's map. */
  learn({ bytes, ends, hashes }: PackedValues, map: CodeMap): void {
    this.#reserve(bytes.length, ends.length);
    let start = 0;
    for (let i = 0; i < ends.length; i++) {
      const end = ends[i]!;
      map.push(this.#codeOf(bytes, start, end, hashes[i]!));
      start = end;
    }
  }

  /** The code of a value, or undefined when no event has it. */
  find(value: string): number | undefined {
    if (value === '') return 0;
    const bytes = bytesOfValue(value);
    const code = this.#slots[this.#slotOf(bytes, 0, bytes.length, hashValue(bytes, 0, bytes.length))]!;
    return code === 0 ? undefined : code;
  }

  #codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slot = this.#slotOf(bytes, start, end, hash);
    const known = this.#slots[slot]!;
    if (known !== 0) return known;
    const code = this.length++;
    const at = this.#ends[code - 1]!;
    for (let i = start; i < end; i++) this.#bytes[at + i - start] = bytes[i]!;
    this.#ends[code] = at + end - start;
    this.#slots[slot] = code;
    this.#slots[slot + 1] = hash;
    if (this.length * 3 > this.#slots.length) this.#slots = widened(this.#slots);
    return code;
  }

  /** The slot of a value, or the free one where it belongs. */
  #slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
      const code = slots[slot]!;
      if (code === 0) return slot;
      if (slots[slot + 1] === hash && this.#holds(code, bytes, start, end)) return slot;
    }
  }

  #holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#bytes;
    const at = this.#ends[code - 1]!;
    if (this.#ends[code]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (own[at + i - start] !== bytes[i]) return false;
    return true;
  }

  /** Makes room for that many more bytes and values. What `packed` gave stays as it was. */
  #reserve(byteLength: number, count: number): void {
    const bytes = this.#ends[this.length - 1]! + byteLength;
    if (bytes > this.#bytes.length)
      this.#bytes = Buffer.from(this.#widened(this.#bytes, Math.max(bytes, this.#bytes.length * 2)));
    const values = this.length + count;
    if (values > this.#ends.length)
      this.#ends = new Uint32Array(this.#widened(this.#ends, Math.max(values, this.#ends.length * 2) * 4));
  }

  /** A longer buffer with the same content. The old one is given back at once, unless somebody has it. */
  #widened({ buffer }: { readonly buffer: ArrayBuffer }, byteLength: number): ArrayBuffer {
    if (!this.#isHandedOut) return buffer.transfer(byteLength);
    const wider = new ArrayBuffer(byteLength);
    new Uint8Array(wider).set(new Uint8Array(buffer));
    return wider;
  }

  /**
   * Makes strings of the values that are none so far, until there are `count`. Cutting them out of one string takes a
   * fraction of the time that decoding each does.
   */
  #unpack(count = this.length): void {
    while (this.#texts.length < Math.min(count, this.length)) {
      const first = this.#texts.length;
      const last = Math.min(first + cutTogether, this.length);
      const start = this.#ends[first - 1]!;
      const bytes = this.#bytes.subarray(start, this.#ends[last - 1]);
      const together = isAscii(bytes) ? bytes.toString('latin1') : undefined;
      for (let code = first; code < last; code++) {
        const [from, to] = [this.#ends[code - 1]! - start, this.#ends[code]! - start];
        this.#texts.push(together?.slice(from, to) ?? valueIn(bytes, from, to));
      }
    }
  }
}
