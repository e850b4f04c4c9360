/** The kinds of arrays that columns are made of. */
export type Numbers = Float64Array | Uint32Array | Uint16Array;

const smallest = 1024;

/**
 * A column that only grows. Snapshots share `array` and know how many entries are theirs, so an entry never changes
 * once it is written. Room that is reserved but not written costs address space, not memory.
 */
export class GrowingColumn<T extends Numbers> {
  /** The entries, with room after them. Another array after a growth; those handed out before stay as they were. */
  array: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.array = make(0);
  }

  /** Makes room for `capacity` entries, of which the first `used` are kept. */
  reserve(capacity: number, used: number): void {
    if (capacity <= this.array.length) return;
    const wider = this.#make(Math.max(capacity, this.array.length * 2, smallest));
    wider.set(this.array.subarray(0, used));
    this.array = wider;
  }
}

/** An empty column of doubles. */
export function doubleColumn(): GrowingColumn<Float64Array> {
  return new GrowingColumn<Float64Array>((length) => new Float64Array(length));
}

/** An empty column of 16-bit words. */
export function halfWordColumn(): GrowingColumn<Uint16Array> {
  return new GrowingColumn<Uint16Array>((length) => new Uint16Array(length));
}

/** An empty column of 32-bit words. */
export function wordColumn(): GrowingColumn<Uint32Array> {
  return new GrowingColumn<Uint32Array>((length) => new Uint32Array(length));
}
