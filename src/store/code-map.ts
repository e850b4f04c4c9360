import type { CodeArray } from './code-column.ts';

/** From one decoder's codes to the store's: each decoder numbers values in the order in which it met them. */
export class CodeMap {
  /** The store's code by the decoder's; code 0 is 0 everywhere. */
  codes = new Uint32Array(16);
  #length = 1;

  /** Learns what the decoder's next code stands for. */
  push(code: number): void {
    if (this.#length === this.codes.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.codes);
      this.codes = wider;
    }
    this.codes[this.#length++] = code;
  }

  /** Writes the store's codes for a decoder's column to `into`, from `at` on. */
  translate(codes: Uint32Array, into: CodeArray, at: number): void {
    const map = this.codes;
    for (let i = 0; i < codes.length; i++) into[at + i] = map[codes[i]!]!;
  }
}
