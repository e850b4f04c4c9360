import { type GrowingColumn, halfWordColumn, wordColumn } from './growing-column.ts';

/** Codes by event or by identity: as narrow as those that the column holds allow. */
export type CodeArray = Uint16Array | Uint32Array;

/** Number of codes that 16 bits tell apart. */
const narrowCodes = 2 ** 16;

/**
 * A column of codes that only grows: of 16 bits each, until there are more values than these tell apart. Most columns have
 * few, and a million events take 2 MB less for each that stays narrow.
 */
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
