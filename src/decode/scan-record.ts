/**
 * The fast way from records to columns. The scan itself is WebAssembly (`wasm/record.ts`), over a window of the input that is
 * copied to its memory; here it is fed, asked, and its columns are taken out. It gives the same as
 * `summarize(JSON.parse(…))`, or nothing: whatever it is not sure of it leaves to the careful path, record by record.
 * `test/decode/scan-record.test.ts` holds the two to each other.
 */
import { BatchBuilder } from './batch-builder.ts';
import type { Dictionaries } from './dictionaries.ts';
import { MemoryAnswers } from './scan-answers.ts';
import { scannedColumns } from './scan-columns.ts';
import { createScanModule, type ScanModule } from './scan-module.ts';

/** Scans records into builders. Holds what it has learnt of values and keys from record to record. */
export class RecordScanner {
  /** The dictionaries that it codes values in. */
  readonly dictionaries: Dictionaries;
  /** A builder for the records of one file after the other: its columns have grown to what they need. */
  readonly builder: BatchBuilder;
  readonly #answers: MemoryAnswers;
  readonly #scanner: ScanModule;
  /** The input that the window shows [#start, #end) of, as far as #limit; undefined when it shows none. */
  #input: Uint8Array | undefined;
  #limit = 0;
  #start = 0;
  #end = 0;

  constructor(dictionaries: Dictionaries) {
    this.dictionaries = dictionaries;
    this.builder = new BatchBuilder(dictionaries);
    this.#answers = new MemoryAnswers(dictionaries, this.builder);
    this.#scanner = createScanModule(this.#answers);
    this.#answers.scanner = this.#scanner;
  }

  /**
   * Adds the records from `start` on, elements of an array or records one after the other, with their places counted
   * from `base` on. Stops at the first that it is not sure of or that is not followed as it should be; gives the offset
   * of that, or of what follows the last.
   */
  scanRecords(
    bytes: Uint8Array,
    start: number,
    limit: number,
    isInArray: boolean,
    base: number,
    into: BatchBuilder,
  ): number {
    const scanner = this.#scanner;
    const windowAt = scanner.windowAt.value;
    let at = start;
    while (at < limit && bytes[at] === 0x7b) {
      if (bytes !== this.#input || limit !== this.#limit || at < this.#start || at >= this.#end)
        this.#show(bytes, at, limit);
      this.#answers.into = into;
      const count = scanner.scanRecords(
        windowAt + at - this.#start,
        windowAt + this.#end - this.#start,
        isInArray,
        this.#end === limit,
      );
      const shift = this.#start - windowAt;
      into.addColumns(scannedColumns(scanner, count), shift - base);
      at = shift + scanner.stoppedAt.value;
      if (scanner.isCut.value === 0 && count < scanner.rowCapacity.value) break;
      // A record that does not fit into the window is for the careful path.
      if (scanner.isCut.value === 1 && at === this.#start) break;
      if (scanner.isCut.value === 1) this.#input = undefined;
    }
    if (bytes[at] !== 0x7b || at >= limit) this.#input = undefined;
    return at;
  }

  /** Moves the window over the input so that it begins at `start`. */
  #show(bytes: Uint8Array, start: number, limit: number): void {
    const { memory, windowAt, windowLength } = this.#scanner;
    const end = Math.min(limit, start + windowLength.value);
    const window = new Uint8Array(memory.buffer, windowAt.value, end - start + 1);
    window.set(bytes.subarray(start, end));
    window[end - start] = 0;
    this.#input = bytes;
    this.#limit = limit;
    this.#start = start;
    this.#end = end;
  }
}
