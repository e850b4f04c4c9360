import { asObject, type JsonObject, parseJson } from '../record/json.ts';
import { recordKeys, topOnlyKeys } from '../record/top-level-keys.ts';
import { readBareValue } from './bare-value.ts';
import type { Mend } from './file-records.ts';
import { isStrayQuote, junkLength, skipJunkWord } from './junk.ts';
import { mendsOfKey } from './key-mends.ts';
import { readLenientString } from './lenient-string.ts';
import { keyAfter, looseKeyAt, quoteLength, skipAnySpace } from './lenient-text.ts';
import { type Level, MendedJson } from './mended-json.ts';

/** What came of reading a broken object leniently. */
export type Repaired = {
  /** The object as mended; undefined when nothing could be made of it. */
  readonly object: JsonObject | undefined;
  /** Its text as mended; what there is of it, when nothing could be made of it. */
  readonly json: string;
  /** One past the last byte that belongs to it, or where reading gave up. */
  readonly end: number;
  /** What was mended, and where in the bytes. */
  readonly mends: readonly Mend[];
};

/** What a token leads to: the next token, the end of the object, or nothing. */
type Outcome = 'go-on' | 'saved' | 'given-up';

/** A key as `looseKeyAt` finds it. */
type LooseKey = NonNullable<ReturnType<typeof looseKeyAt>>;

/**
 * Reads the object at `start` as a person would: quotes of any kind or missing, commas, colons and braces missing or too
 * many, keys without quotes, raw control characters. Every mend is noted with its offset. `closesAtLimit` tells that
 * `limit` is where something whole begins, so that an object still open there lacks its braces; otherwise it was cut off
 * and is not to be saved.
 */
export function repairRecord(
  bytes: Uint8Array,
  start: number,
  limit: number,
  closesAtLimit: boolean,
): Repaired {
  return new Repair(bytes, start, limit, closesAtLimit).run();
}

/**
 * One object being mended: goes from token to token and writes what each one must have meant, by what is due there.
 *
 *     {“eventName”:"A" "requestParameters":{"name":x,"eventID":"1"}
 *                     │                            │ └ not a key of requestParameters: a brace is missing before it
 *                     │                            └ quotes are missing
 *                     └ a comma is missing
 */
class Repair {
  readonly #bytes: Uint8Array;
  readonly #limit: number;
  readonly #closesAtLimit: boolean;
  readonly #json = new MendedJson();
  /** All before it is in #json. */
  #at: number;

  constructor(bytes: Uint8Array, start: number, limit: number, closesAtLimit: boolean) {
    this.#bytes = bytes;
    this.#at = start;
    this.#limit = limit;
    this.#closesAtLimit = closesAtLimit;
  }

  run(): Repaired {
    this.#json.open('object');
    this.#at++;
    let outcome: Outcome;
    do {
      this.#at = skipAnySpace(this.#bytes, this.#at, this.#limit);
      outcome = this.#takeToken();
    } while (outcome === 'go-on');
    const json = this.#json.text();
    return {
      object: outcome === 'saved' ? asObject(parseJson(json)) : undefined,
      json,
      end: this.#at,
      mends: this.#json.mends,
    };
  }

  #takeToken(): Outcome {
    if (this.#at >= this.#limit) return this.#takeLimit();
    const junk = junkLength(this.#bytes, this.#at, this.#limit);
    if (junk > 0) return this.#skip(junk, 'text that does not belong there');
    const byte = this.#bytes[this.#at]!;
    if (byte === 0x2c) return this.#takeComma();
    if (byte === 0x7d) return this.#takeClosing('object');
    if (byte === 0x5d) return this.#takeClosing('array');
    const { expects } = this.#json.level;
    if (expects === 'colon') return this.#takeColon(byte);
    if (expects === 'value') return this.#takeValue(byte);
    return this.#takeItem(byte);
  }

  /** At the limit, what is open can be closed when it is between two items and only its braces lack. */
  #takeLimit(): Outcome {
    const { expects, count } = this.#json.level;
    const isBetween = expects === 'comma' || (expects === 'item' && count > 0);
    return this.#closesAtLimit && isBetween ? this.#closeAll() : 'given-up';
  }

  #takeComma(): Outcome {
    const { level } = this.#json;
    if (level.expects === 'item') this.#note('a comma too many');
    if (this.#json.lacksValue()) {
      this.#note('a missing value');
      this.#json.addNull();
    }
    level.expects = 'item';
    this.#at++;
    return 'go-on';
  }

  #takeClosing(kind: Level['kind']): Outcome {
    const { level } = this.#json;
    if (level.expects === 'item' && level.count > 0) this.#note('a comma before a closing bracket');
    if (this.#json.lacksValue()) this.#note('a missing value');
    if (level.kind !== kind) {
      // A bracket that nothing here opened is that of the list around the record.
      if (!this.#json.isOpen(kind)) return this.#closeAll();
      this.#note(level.kind === 'object' ? 'a missing closing brace' : 'a missing closing bracket');
      while (this.#json.level.kind !== kind) this.#json.close();
    }
    const closing = this.#at++;
    if (this.#json.depth === 1 && this.#goesOn()) {
      this.#note('a closing brace too many', closing);
      this.#json.top.expects = 'comma';
      return 'go-on';
    }
    this.#json.close();
    return this.#json.depth === 0 ? 'saved' : 'go-on';
  }

  /** Whether the record goes on after its closing brace, with a key of a record that it has not had. */
  #goesOn(): boolean {
    const key = keyAfter(this.#bytes, this.#at, this.#limit);
    return key !== undefined && recordKeys.has(key) && !this.#json.top.keys.has(key);
  }

  #takeColon(byte: number): Outcome {
    if (byte === 0x3a) this.#at++;
    else this.#note('a missing colon');
    this.#json.addColon();
    return 'go-on';
  }

  /** Takes what stands where a key, an element or the comma before it is due. */
  #takeItem(byte: number): Outcome {
    const quote = quoteLength(this.#bytes, this.#at);
    if (quote > 0 && isStrayQuote(this.#bytes, this.#at, quote, this.#limit))
      return this.#skip(quote, 'a stray quote');
    const key = looseKeyAt(this.#bytes, this.#at, this.#limit);
    if (key !== undefined && this.#closeBefore(key.key)) return 'go-on';
    return this.#json.level.kind === 'object' ? this.#takeKey(byte, key) : this.#takeElement(byte);
  }

  /**
   * Closes what must have ended before a key: a list, which has no keys; and all that is within the record, when the key
   * is one that stands at its top alone and is missing there. False when nothing had to be closed.
   */
  #closeBefore(key: string): boolean {
    const { level, top, depth } = this.#json;
    if (level.kind === 'array') {
      this.#note('a missing closing bracket');
      this.#json.close();
      return true;
    }
    if (depth === 1 || !topOnlyKeys.has(key) || top.keys.has(key)) return false;
    this.#note('a missing closing brace');
    const { expects } = level;
    this.#json.closeDownTo(1);
    top.expects = expects; // a comma that stood before the key still does
    return true;
  }

  #takeElement(byte: number): Outcome {
    if (this.#json.level.expects === 'comma') {
      // The next record begins: this one lacks all its brackets.
      if (byte === 0x7b && this.#isRecordKeyAt(this.#at + 1)) return this.#closeAll();
      this.#note('a missing comma');
    }
    this.#json.addComma();
    return this.#takeValue(byte);
  }

  #takeKey(byte: number, key: LooseKey | undefined): Outcome {
    if (byte === 0x7b || byte === 0x5b) return this.#closeAll();
    const { level } = this.#json;
    if (level.expects === 'comma') this.#note('a missing comma');
    if (key !== undefined) {
      this.#noteAll(mendsOfKey(this.#bytes, this.#at, this.#limit));
      this.#json.addKey(key.key);
      this.#at = key.colon;
      return 'go-on';
    }
    if (quoteLength(this.#bytes, this.#at) > 0) {
      const json = this.#readString();
      if (json === undefined) return 'given-up';
      this.#json.addKey(JSON.parse(json), json);
      return 'go-on';
    }
    this.#note('text that does not belong there');
    this.#at = skipJunkWord(this.#bytes, this.#at, this.#limit);
    level.expects = level.count > 0 ? 'comma' : 'item';
    return 'go-on';
  }

  /** Takes what stands where a value is due, after a colon or as an element. */
  #takeValue(byte: number): Outcome {
    if (byte === 0x7b || byte === 0x5b) {
      this.#json.open(byte === 0x7b ? 'object' : 'array');
      this.#at++;
    } else if (quoteLength(this.#bytes, this.#at) > 0) {
      const json = this.#readString();
      if (json === undefined) {
        this.#at = this.#limit;
        return 'given-up';
      }
      this.#json.addValue(json);
    } else if (this.#json.level.kind === 'object' && this.#isRecordKeyAt(this.#at)) {
      this.#note('a missing value');
      this.#json.addNull();
    } else {
      const { json, end, mend } = readBareValue(this.#bytes, this.#at, this.#limit);
      if (mend !== undefined) this.#note(mend);
      this.#json.addValue(json);
      this.#at = end;
    }
    return 'go-on';
  }

  /** Whether one of a record's own keys stands at an offset, after white space. */
  #isRecordKeyAt(at: number): boolean {
    const first = skipAnySpace(this.#bytes, at, this.#limit);
    const key = looseKeyAt(this.#bytes, first, this.#limit);
    return key !== undefined && recordKeys.has(key.key);
  }

  /** Reads a string and goes past it; gives it as JSON. Undefined, and goes nowhere, when it has no end. */
  #readString(): string | undefined {
    const read = readLenientString(this.#bytes, this.#at, this.#limit);
    if (read === undefined) return undefined;
    this.#noteAll(read.mends);
    this.#at = read.end;
    return read.json;
  }

  #skip(byteLength: number, what: string): Outcome {
    this.#note(what);
    this.#at += byteLength;
    return 'go-on';
  }

  /** Ends the record here: its braces are missing. */
  #closeAll(): Outcome {
    this.#note('a missing closing brace');
    this.#json.closeDownTo(0);
    return 'saved';
  }

  #note(what: string, offset = this.#at): void {
    this.#json.note(what, offset);
  }

  #noteAll(mends: readonly Mend[]): void {
    for (const { what, offset } of mends) this.#note(what, offset);
  }
}
