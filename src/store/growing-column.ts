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

/** Codes of values. */
export type CodeArray = Uint16Array | Uint32Array;

/** Codes that fit into 16 bits. */
const narrowCodes = 2 ** 16;

/** A column of codes: of 16 bits each, until there are more values than that. Most columns have few. */
export class CodeColumn {
  #column: GrowingColumn<Uint16Array> | GrowingColumn<Uint32Array> = halfWordColumn();

  /** The codes, as `GrowingColumn.array` has them. */
  get array(): CodeArray {
    return this.#column.array;
  }

  /** Makes room for `capacity` entries, of which the first `used` are kept. */
  reserve(capacity: number, used: number): void {
    this.#column.reserve(capacity, used);
  }

  /** Makes the entries wide enough for codes below `codeCount`; the first `used` are kept. */
  widenFor(codeCount: number, used: number): void {
    const { array } = this.#column;
    if (codeCount <= narrowCodes || array instanceof Uint32Array) return;
    const wide = wordColumn();
    wide.reserve(array.length, 0);
    wide.array.set(array.subarray(0, used));
    this.#column = wide;
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
