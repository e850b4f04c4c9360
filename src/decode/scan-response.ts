import { issuedKeyOf, issuedKeyParents } from '../record/issued-key.ts';
import type { Json } from '../record/json.ts';
import { readResponseKeys } from '../record/summary-sources.ts';
import { ByteDictionary, unknown } from './byte-dictionary.ts';
import { scanSpace, scanString, scanValue } from './scan-json.ts';
import { textOf } from './text.ts';

const ignored = 0;
const isRead = 1;

/**
 * Scans responseElements for the few keys that a summary reads: answers to sign-ins, which decide about the outcome and
 * are left to the careful path, and the access key that a call handed out.
 */
export class ResponseScan {
  /** After a scan: where the value stands when it is an object, else -1. */
  start = -1;
  end = -1;
  readonly #keys = new ByteDictionary();
  /** The key and value of an object that may hold an issued key, JSON as written; empty when there is none. */
  #issued = '';

  /** Forgets the last record. */
  reset(): void {
    this.start = this.end = -1;
    this.#issued = '';
  }

  /** The access key that the call handed out, else empty. */
  issuedKey(): string {
    return this.#issued === ''
      ? ''
      : issuedKeyOf({ responseElements: JSON.parse(`{${this.#issued}}`) as Json });
  }

  /** The whole value, parsed; null when it is no object. */
  parse(bytes: Uint8Array): Json {
    return this.start === -1 ? null : JSON.parse(textOf(bytes, this.start, this.end));
  }

  /** Scans the value at `start`. The offset after it, or -1 when unsure. */
  scan(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    this.reset();
    if (bytes[start] === 0x22) return -1; // may be JSON in a string
    if (bytes[start] !== 0x7b) return scanValue(bytes, view, start, limit, 1);
    this.start = start;
    let at = scanSpace(bytes, start + 1, limit);
    while (bytes[at] !== 0x7d) {
      if (bytes[at] !== 0x22) return -1;
      const keyStart = at;
      const keyEnd = scanString(bytes, view, at, limit);
      if (keyEnd === -1) return -1;
      at = scanSpace(bytes, keyEnd, limit);
      if (bytes[at] !== 0x3a) return -1;
      const valueStart = scanSpace(bytes, at + 1, limit);
      at = scanValue(bytes, view, valueStart, limit, 2);
      if (at === -1 || !this.#note(bytes, view, keyStart, keyEnd, valueStart, at)) return -1;
      at = scanSpace(bytes, at, limit);
      if (bytes[at] === 0x2c) {
        at = scanSpace(bytes, at + 1, limit);
        if (bytes[at] === 0x7d) return -1;
      } else if (bytes[at] !== 0x7d) return -1;
    }
    this.end = at + 1;
    return this.end;
  }

  /** Looks at one member. False when unsure. */
  #note(
    bytes: Uint8Array,
    view: DataView,
    keyStart: number,
    keyEnd: number,
    start: number,
    end: number,
  ): boolean {
    let kind = this.#keys.find(view, keyStart, keyEnd);
    if (kind === unknown) {
      const text: string = JSON.parse(textOf(bytes, keyStart, keyEnd));
      kind = readResponseKeys.test(text) ? isRead : ignored;
      this.#keys.add(bytes, keyStart, keyEnd, kind);
    }
    if (kind === ignored) return true;
    const key: string = JSON.parse(textOf(bytes, keyStart, keyEnd));
    if (!issuedKeyParents.includes(key)) return false;
    this.#issued += `${this.#issued === '' ? '' : ','}${textOf(bytes, keyStart, keyEnd)}:${textOf(bytes, start, end)}`;
    return true;
  }
}
