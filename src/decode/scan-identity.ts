/**
 * Codes the userIdentity of a record. The identities of a role's sessions differ in two texts only, the access key and
 * when the session began: what is left when these are cut out, the *template*, repeats far more often, and is parsed
 * once. An identity is then a template, a key and a time.
 */
import { identityOf } from '../record/identity.ts';
import type { Json } from '../record/json.ts';
import { accountOf } from '../record/summarize.ts';
import { identityTexts } from '../record/summary.ts';
import type { Dictionaries } from './batch-builder.ts';
import { ByteDictionary, unknown } from './byte-dictionary.ts';
import { scanSpace, scanString, scanValue } from './scan-json.ts';
import { textOf } from './text.ts';

const keyColumn = identityTexts.indexOf('access_key');
const createdColumn = identityTexts.indexOf('sessionCreated');

/** What the identities of one template share, and the last of them. */
type Template = {
  /** A code for each of `identityTexts`. */
  readonly codes: readonly number[];
  /** Code, in the dictionary `account`, of the account the events belong to when the record names none. */
  readonly accountCode: number;
  lastKey: number;
  lastCreated: number;
  lastIdentity: number;
};

/** How deep the keys of interest nest: userIdentity, its sessionContext, and that one's attributes. */
const lastLevel = 2;

/** Scans userIdentity objects and codes them in a decoder's dictionaries. */
export class IdentityScan {
  /** After a scan: the code of the identity, as `Dictionaries.codeOfIdentity` gives it. */
  identity = 0;
  /** After a scan: the code, in the dictionary `account`, of the caller's account. */
  accountCode = 0;

  readonly #dictionaries: Dictionaries;
  #templates: Template[] = [];
  #templateOfBytes = new ByteDictionary();
  readonly #keys = new ByteDictionary();
  readonly #times = new ByteDictionary();
  #scratch = new Uint8Array(1024);
  #scratchView = new DataView(this.#scratch.buffer);
  #keyStart = -1;
  #keyEnd = -1;
  #createdStart = -1;
  #createdEnd = -1;

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  /** Scans the value at `start`. The offset after it, or -1 when unsure; `code` then tells what it is. */
  scan(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    if (bytes[start] !== 0x7b) return -1;
    this.#keyStart = this.#keyEnd = this.#createdStart = this.#createdEnd = -1;
    return this.#scanLevel(bytes, view, start, limit, 0);
  }

  /** Codes the identity that was scanned at [start, end). False when it has no type: then other keys of the record name it. */
  code(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
    const template = this.#templateAt(bytes, start, end);
    if (template === undefined) return false;
    const key = this.#codeOf('access_key', this.#keys, bytes, view, this.#keyStart, this.#keyEnd);
    const created = this.#codeOf(
      'sessionCreated',
      this.#times,
      bytes,
      view,
      this.#createdStart,
      this.#createdEnd,
    );
    if (key === template.lastKey && created === template.lastCreated) {
      this.identity = template.lastIdentity;
    } else {
      this.identity = this.#identityOf(template, key, created);
      template.lastKey = key;
      template.lastCreated = created;
      template.lastIdentity = this.identity;
    }
    this.accountCode = template.accountCode;
    return true;
  }

  #scanLevel(bytes: Uint8Array, view: DataView, start: number, limit: number, level: number): number {
    let at = scanSpace(bytes, start + 1, limit);
    if (bytes[at] === 0x7d) return at + 1;
    for (;;) {
      const keyStart = at + 1;
      if (bytes[at] !== 0x22) return -1;
      const keyEnd = scanString(bytes, view, at, limit) - 1;
      if (keyEnd < 0) return -1;
      at = keyEnd + 1;
      if (bytes[at] !== 0x3a) at = scanSpace(bytes, at, limit);
      if (bytes[at] !== 0x3a) return -1;
      at = this.#scanValueOf(bytes, view, keyStart, keyEnd, scanSpace(bytes, at + 1, limit), limit, level);
      if (at === -1) return -1;
      at = scanSpace(bytes, at, limit);
      if (bytes[at] === 0x7d) return at + 1;
      if (bytes[at] !== 0x2c) return -1;
      at = scanSpace(bytes, at + 1, limit);
    }
  }

  #scanValueOf(
    bytes: Uint8Array,
    view: DataView,
    keyStart: number,
    keyEnd: number,
    at: number,
    limit: number,
    level: number,
  ): number {
    const opens = bytes[at] === 0x7b;
    if (
      opens &&
      level < lastLevel &&
      isKey(view, keyStart, keyEnd, level === 0 ? sessionContext : attributes)
    )
      return this.#scanLevel(bytes, view, at, limit, level + 1);
    const end = scanValue(bytes, view, at, limit, level + 1);
    if (level === 0 && isKey(view, keyStart, keyEnd, accessKeyId)) {
      if (bytes[at] !== 0x22 || this.#keyStart !== -1) return -1;
      this.#keyStart = at + 1;
      this.#keyEnd = end - 1;
    } else if (level === lastLevel && isKey(view, keyStart, keyEnd, creationDate)) {
      if (bytes[at] !== 0x22 || this.#createdStart !== -1) return -1;
      this.#createdStart = at + 1;
      this.#createdEnd = end - 1;
    }
    return end;
  }

  #templateAt(bytes: Uint8Array, start: number, end: number): Template | undefined {
    const length = this.#cutOut(bytes, start, end);
    const known = this.#templateOfBytes.find(this.#scratchView, 0, length);
    if (known !== unknown) return this.#templates[known];
    const userIdentity: Json = JSON.parse(textOf(bytes, start, end));
    const identity = identityOf({ userIdentity });
    if (identity.principal_type === '') return undefined;
    const dictionaries = this.#dictionaries;
    const codes = identityTexts.map((text) => dictionaries.codeOf(text, identity[text]));
    const account = accountOf({}, identity.callerAccount, identity.arn);
    const template: Template = {
      codes,
      accountCode: dictionaries.codeOf('account', account),
      lastKey: Number.NaN,
      lastCreated: Number.NaN,
      lastIdentity: 0,
    };
    if (this.#templateOfBytes.add(this.#scratch, 0, length, this.#templates.length) === unknown) {
      this.#templates = [];
    } else {
      this.#templates.push(template);
    }
    return template;
  }

  /** Copies [start, end) to the scratch buffer without the key and the time. The number of bytes copied. */
  #cutOut(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > this.#scratch.length) {
      this.#scratch = new Uint8Array((end - start) * 2);
      this.#scratchView = new DataView(this.#scratch.buffer);
    }
    const keyFirst = this.#keyStart < this.#createdStart;
    const first = keyFirst ? this.#keyStart : this.#createdStart;
    const firstEnd = keyFirst ? this.#keyEnd : this.#createdEnd;
    const second = keyFirst ? this.#createdStart : this.#keyStart;
    const secondEnd = keyFirst ? this.#createdEnd : this.#keyEnd;
    let length = 0;
    let from = start;
    if (first !== -1) {
      length = this.#copy(bytes, from, first, length);
      from = firstEnd;
    }
    if (second !== -1) {
      length = this.#copy(bytes, from, second, length);
      from = secondEnd;
    }
    return this.#copy(bytes, from, end, length);
  }

  #copy(bytes: Uint8Array, from: number, end: number, to: number): number {
    const scratch = this.#scratch;
    while (from < end) scratch[to++] = bytes[from++]!;
    return to;
  }

  #codeOf(
    name: 'access_key' | 'sessionCreated',
    known: ByteDictionary,
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
  ): number {
    if (start === -1) return unknown;
    const code = known.find(view, start, end);
    if (code !== unknown) return code;
    const fresh = this.#dictionaries.codeOf(name, JSON.parse(textOf(bytes, start - 1, end + 1)));
    known.add(bytes, start, end, fresh);
    return fresh;
  }

  #identityOf(template: Template, key: number, created: number): number {
    const codes = template.codes.slice();
    if (key !== unknown) codes[keyColumn] = key;
    if (created !== unknown) codes[createdColumn] = created;
    return this.#dictionaries.codeOfIdentityCodes(codes);
  }
}

/** A key of 8 to 16 letters that is looked for: its length, and words that cover all of its bytes. */
type WantedKey = { readonly length: number; readonly words: Int32Array };

function wantedKey(key: string): WantedKey {
  const bytes = Buffer.from(key);
  return {
    length: key.length,
    words: Int32Array.from([0, 4, Math.min(8, key.length - 4), key.length - 4], (at) =>
      bytes.readInt32LE(at),
    ),
  };
}

const accessKeyId = wantedKey('accessKeyId');
const sessionContext = wantedKey('sessionContext');
const attributes = wantedKey('attributes');
const creationDate = wantedKey('creationDate');

function isKey(view: DataView, start: number, end: number, wanted: WantedKey): boolean {
  const { length, words } = wanted;
  return (
    end - start === length &&
    view.getInt32(start, true) === words[0] &&
    view.getInt32(start + 4, true) === words[1] &&
    view.getInt32(start + Math.min(8, length - 4), true) === words[2] &&
    view.getInt32(end - 4, true) === words[3]
  );
}
