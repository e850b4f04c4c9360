import { type PackedValues, ValuePacker } from './value-bytes.ts';

/** The values of one column that a decoder has seen, numbered in the order in which they came. Code 0 is the empty string. */
export class NumberedValues {
  readonly #codes = new Map<string, number>();
  #count = 1;
  readonly #fresh = new ValuePacker();

  /** The code of a value; the next free one when it is new. */
  codeOf(value: string): number {
    if (value === '') return 0;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.add(value);
    this.#codes.set(value, code);
    return code;
  }

  /** A code of its own for a value, for those who remember it themselves. */
  add(value: string): number {
    if (value === '') return 0;
    this.#fresh.add(value);
    return this.#count++;
  }

  /**
   * The same for the value of the JSON string whose content stands at [start, end); undefined when that must be decoded
   * first: then nothing was added.
   */
  addPlain(json: Uint8Array, start: number, end: number): number | undefined {
    if (start === end) return 0;
    return this.#fresh.addPlain(json, start, end) ? this.#count++ : undefined;
  }

  /** The values that are new since the last call, as `ValuePacker` gives them; undefined when there are none. */
  takeFresh(): PackedValues | undefined {
    return this.#fresh.length === 0 ? undefined : this.#fresh.take();
  }
}
