/**
 * The fast way from records to columns. The scan itself is WebAssembly (`wasm/record.ts`), over a window of the input that is
 * copied, or inflated, to its memory; here it is fed, asked, and its columns are taken out. It gives the same as
 * `summarize(JSON.parse(…))`, or nothing: whatever it is not sure of it leaves to the careful path, record by record.
 * `test/decode/scan-record.test.ts` holds the two to each other.
 */

import { summarize } from '../record/summarize.ts';
import { BatchBuilder } from './batch-builder.ts';
import { hashBytes } from './content-hash.ts';
import type { Dictionaries } from './dictionaries.ts';
import { Gunzipper } from './gunzipper.ts';
import { readElement } from './read-plainly.ts';
import { MemoryAnswers } from './scan-answers.ts';
import { scannedColumns } from './scan-columns.ts';
import { createScanModule, type ScanModule } from './scan-module.ts';

const openBrace = 0x7b;
/** How a trail file begins that has records, and how it ends after them. */
const trailStart = '{"Records":[{';
const trailEnd = /^\][ \t\r\n]*\}[ \t\r\n]*$/;

/** Scans records into builders. Holds what it has learnt of values and keys from record to record. */
export class RecordScanner {
  /** The dictionaries that it codes values in. */
  readonly dictionaries: Dictionaries;
  /** A builder for the records of one file after the other: its columns have grown to what they need. */
  readonly builder: BatchBuilder;
  readonly #answers: MemoryAnswers;
  readonly #scanner: ScanModule;
  readonly #gunzipper = new Gunzipper();
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
    while (at < limit && bytes[at] === openBrace) {
      if (bytes !== this.#input || limit !== this.#limit || at < this.#start || at >= this.#end)
        this.#show(bytes, at, limit);
      const shift = this.#start - windowAt;
      const count = this.#scan(
        at - shift,
        this.#end - shift,
        isInArray,
        this.#end === limit,
        shift - base,
        into,
      );
      at = shift + scanner.stoppedAt.value;
      if (scanner.isCut.value === 0 && count < scanner.rowCapacity.value) break;
      // A record that does not fit into the window is for the careful path.
      if (scanner.isCut.value === 1 && at === this.#start) break;
      if (scanner.isCut.value === 1) this.#input = undefined;
    }
    if (bytes[at] !== openBrace || at >= limit) this.#input = undefined;
    return at;
  }

  /**
   * Adds the records of a gzip file that holds a trail file as CloudTrail delivers it. It is inflated into the window piece by
   * piece: no more of it is unpacked at a time than the processor's caches hold. Gives the length of the trail file;
   * undefined when anything is otherwise, or that is more than `maxLength`: what was added does not hold then.
   */
  scanTrailFile(gzip: Uint8Array, maxLength: number, into: BatchBuilder): number | undefined {
    if (!this.#gunzipper.open(gzip)) return undefined;
    try {
      return this.#scanInflated(maxLength, into);
    } finally {
      this.#gunzipper.close();
    }
  }

  /** The same for the file that the gunzipper has open. */
  #scanInflated(maxLength: number, into: BatchBuilder): number | undefined {
    const { rowCapacity, isCut, stoppedAt, windowAt, windowLength } = this.#scanner;
    this.#input = undefined;
    const start = windowAt.value;
    let shift = -start; // from addresses to places in the trail file
    let at = start;
    let end = this.#inflateAfter(at, at);
    if (this.#answers.textIn(at, at + trailStart.length) !== trailStart) return undefined;
    at += trailStart.length - 1;
    while (end !== undefined && shift + end <= maxLength) {
      const { isAtEnd } = this.#gunzipper;
      const count = this.#scan(at, end, true, isAtEnd, shift, into);
      at = stoppedAt.value;
      if (count === rowCapacity.value) continue;
      const next = isCut.value === 0 ? this.#parseRecord(at, end, shift, into) : undefined;
      if (next !== undefined) {
        at = next;
        continue;
      }
      if (isAtEnd) return trailEnd.test(this.#answers.textIn(at, end)) ? shift + end : undefined;
      if (at === start && end === start + windowLength.value) return undefined;
      shift += at - start;
      end = this.#inflateAfter(at, end);
      at = start;
    }
    return undefined;
  }

  /** Scans [at, end) of the memory into the builder; the shift leads from addresses to places in the document. */
  #scan(
    at: number,
    end: number,
    isInArray: boolean,
    isLast: boolean,
    shift: number,
    into: BatchBuilder,
  ): number {
    this.#answers.into = into;
    const count = this.#scanner.scanRecords(at, end, isInArray, isLast);
    into.addColumns(scannedColumns(this.#scanner, count), shift);
    return count;
  }

  /** Adds a record that the scan is not sure of. Gives where the next one begins or the array ends; undefined for no record. */
  #parseRecord(at: number, end: number, shift: number, into: BatchBuilder): number | undefined {
    const { buffer } = this.#scanner.memory;
    const element = readElement(new Uint8Array(buffer), at, end);
    if (element === undefined) return undefined;
    into.add(summarize(element.record), at + shift, element.end + shift);
    into.contentHash[into.length - 1] = hashBytes(new DataView(buffer), at, element.end);
    return element.next;
  }

  /** Moves [at, end) of the memory to where the window begins, and inflates what comes next behind it. Gives its new end. */
  #inflateAfter(at: number, end: number): number | undefined {
    const { memory, windowAt, windowLength } = this.#scanner;
    const window = new Uint8Array(memory.buffer, windowAt.value, windowLength.value + 1);
    window.copyWithin(0, at - windowAt.value, end - windowAt.value);
    const kept = end - at;
    const length = this.#gunzipper.read(window.subarray(kept, windowLength.value));
    if (length === undefined) return undefined;
    window[kept + length] = 0;
    return windowAt.value + kept + length;
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
