import type { Json } from '../record/json.ts';
import { nameIn } from '../record/target.ts';
import { namesNothing, targetRank } from '../record/target-keys.ts';
import { ByteDictionary, unknown } from './byte-dictionary.ts';
import { scanSpace, scanString, scanValue } from './scan-json.ts';
import { textOf } from './text.ts';

/** The rank of a key that is written with escapes: it may be any key. */
const unsureRank = namesNothing + 1;

/**
 * Finds what requestParameters names as the target: of its own keys the one with the lowest `targetRank` that has a
 * name in it, the first of several. Keys are ranked once and then known by their bytes.
 */
export class RequestScan {
  /** After a scan: the rank of the best naming key; `namesNothing` when there is none. */
  rank = namesNothing;
  /** After a scan: where the name stands, between the quotes of a string; -1 when it is in `name`. */
  start = -1;
  end = -1;
  /** After a scan: the name, when it is no string of its own but in a list, an object or a number. */
  name = '';

  readonly #keys = new ByteDictionary();
  /** For each key the one that came after it last time. */
  readonly #followers: number[] = [];
  #best = unknown;
  /** Keys of this record that could have named something but were empty: were one to come again, it would count. */
  #empty: number[] = [];

  /** Forgets the last record. */
  reset(): void {
    this.rank = namesNothing;
    this.start = this.end = -1;
    this.name = '';
    this.#best = unknown;
    if (this.#empty.length > 0) this.#empty = [];
  }

  /** Scans the value at `start`. The offset after it, or -1 when unsure. */
  scan(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    this.reset();
    if (bytes[start] === 0x22) return -1; // may be JSON in a string
    if (bytes[start] !== 0x7b) return scanValue(bytes, view, start, limit, 1);
    let at = scanSpace(bytes, start + 1, limit);
    if (bytes[at] === 0x7d) return at + 1;
    let key = unknown;
    for (;;) {
      if (bytes[at] !== 0x22) return -1;
      const keyStart = at + 1;
      const keyEnd = scanString(bytes, view, at, limit) - 1;
      if (keyEnd < 0) return -1;
      key = this.#keyAt(bytes, view, keyStart, keyEnd, key);
      at = keyEnd + 1;
      if (bytes[at] !== 0x3a) at = scanSpace(bytes, at, limit);
      if (bytes[at] !== 0x3a) return -1;
      at = this.#scanValueOf(key, bytes, view, scanSpace(bytes, at + 1, limit), limit);
      if (at === -1) return -1;
      at = scanSpace(bytes, at, limit);
      if (bytes[at] === 0x7d) return at + 1;
      if (bytes[at] !== 0x2c) return -1;
      at = scanSpace(bytes, at + 1, limit);
    }
  }

  #keyAt(bytes: Uint8Array, view: DataView, start: number, end: number, before: number): number {
    const guess = before === unknown ? unknown : (this.#followers[before] ?? unknown);
    let key = this.#keys.entryOf(view, start, end, guess);
    if (key === unknown) {
      const text = textOf(bytes, start, end);
      key = this.#keys.add(bytes, start, end, text.includes('\\') ? unsureRank : targetRank(text));
    }
    if (before !== unknown && key !== guess) this.#followers[before] = key;
    return key;
  }

  #scanValueOf(key: number, bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    const end = scanValue(bytes, view, start, limit, 2);
    if (end === -1 || key === unknown) return -1;
    const rank = this.#keys.valueOf(key);
    if (rank === namesNothing) return end;
    // A key that comes twice has the last of its values: that is for the careful path.
    if (rank === unsureRank || key === this.#best || this.#empty.includes(key)) return -1;
    if (rank >= this.rank) return end;
    const opening = bytes[start];
    if (opening === 0x22) {
      if (end - start === 2) this.#empty.push(key);
      else this.#choose(key, rank, start + 1, end - 1, '');
    } else if (opening === 0x74 || opening === 0x66 || opening === 0x6e) {
      this.#empty.push(key);
    } else {
      const value: Json = JSON.parse(textOf(bytes, start, end));
      const name = nameIn(value);
      if (name === '') this.#empty.push(key);
      else this.#choose(key, rank, -1, -1, name);
    }
    return end;
  }

  #choose(key: number, rank: number, start: number, end: number, name: string): void {
    this.#best = key;
    this.rank = rank;
    this.start = start;
    this.end = end;
    this.name = name;
  }
}
