import type { PackedValues } from './value-bytes.ts';

/**
 * Cuts columns out of one buffer, so that a batch crosses threads as a single transfer. Take the widest first: doubles, then
 * words and packed values, then half words. Each then stands at a multiple of its width.
 */
export class ColumnPool {
  readonly #buffer: ArrayBuffer;
  #offset = 0;

  /** @param byteLength Of all columns that will be taken. */
  constructor(byteLength: number) {
    this.#buffer = new ArrayBuffer(byteLength);
  }

  /** A copy of these as a column of doubles. */
  takeFloats(values: ArrayLike<number>): Float64Array {
    const column = new Float64Array(this.#buffer, this.#offset, values.length);
    column.set(values);
    this.#offset += column.byteLength;
    return column;
  }

  /** A copy of these as a column of words. */
  takeWords(values: ArrayLike<number>): Uint32Array {
    const column = new Uint32Array(this.#buffer, this.#offset, values.length);
    column.set(values);
    this.#offset += column.byteLength;
    return column;
  }

  /** A copy of packed values; what comes next stands at a multiple of four bytes again. */
  takeValues({ bytes, ends, hashes }: PackedValues): PackedValues {
    const column = new Uint8Array(this.#buffer, this.#offset, bytes.length);
    column.set(bytes);
    this.#offset += Math.ceil(bytes.length / 4) * 4;
    return { bytes: column, ends: this.takeWords(ends), hashes: this.takeWords(hashes) };
  }

  /** A copy of these as a column of half words. */
  takeHalves(values: ArrayLike<number>): Uint16Array {
    const column = new Uint16Array(this.#buffer, this.#offset, values.length);
    column.set(values);
    this.#offset += column.byteLength;
    return column;
  }
}

/** Number of words that packed values take in a pool. */
export function poolWordsOf({ bytes, ends }: PackedValues): number {
  return ends.length * 2 + Math.ceil(bytes.length / 4);
}
