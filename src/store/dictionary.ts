/** The distinct values of one column over all decoders. Code 0 is the empty string. */
export class Dictionary {
  /** Values by code. Only appended to: a snapshot remembers how many are its own. */
  readonly values: string[] = [''];
  readonly #codes = new Map([['', 0]]);

  /** The code of a value; the next free one when it is new. */
  codeOf(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.#codes.set(value, code);
    this.values.push(value);
    return code;
  }

  /** The code of a value, or undefined when no event has it. */
  find(value: string): number | undefined {
    return this.#codes.get(value);
  }
}

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
  translate(codes: Uint32Array, into: Uint32Array, at: number): void {
    const map = this.codes;
    for (let i = 0; i < codes.length; i++) into[at + i] = map[codes[i]!]!;
  }
}
