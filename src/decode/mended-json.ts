import type { Mend } from './file-records.ts';

/** An object or array that is still open. */
export type Level = {
  readonly kind: 'object' | 'array';
  /** The keys it has so far; none for an array. */
  readonly keys: Set<string>;
  /** Members or elements it has so far. */
  count: number;
  /** What is due next in it. An item is a key or an element. */
  expects: 'item' | 'colon' | 'value' | 'comma';
};

/** Mends beyond this many are not listed one by one. */
const maxMends = 200;

/**
 * The JSON that a broken object is rewritten to, and what was mended on the way. It keeps count of commas, and what is
 * closed is closed in the right order and filled with nulls where values lack, so that the text always nests rightly:
 *
 *     {"eventName":"A","requestParameters":{"names":["x"
 *     top, depth 1                         depth 2  level, depth 3
 */
export class MendedJson {
  /** What was mended, in the order in which it was met. */
  readonly mends: Mend[] = [];
  readonly #noted = new Set<string>();
  readonly #pieces: string[] = [];
  readonly #levels: Level[] = [];

  /** How many objects and arrays are open. */
  get depth(): number {
    return this.#levels.length;
  }

  /** The innermost that is open. There must be one. */
  get level(): Level {
    return this.#levels[this.#levels.length - 1]!;
  }

  /** The outermost that is open: the record. There must be one. */
  get top(): Level {
    return this.#levels[0]!;
  }

  /** What is written so far. */
  text(): string {
    return this.#pieces.join('');
  }

  /** Notes a mend. Quotes come by the hundred: of these, one note stands for all of a kind. */
  note(what: string, offset: number): void {
    if (/quotes|entities/.test(what) && this.#noted.has(what)) return;
    this.#noted.add(what);
    if (this.mends.length < maxMends) this.mends.push({ what, offset });
  }

  /** Opens an object or array where a value is due. */
  open(kind: Level['kind']): void {
    this.#levels.push({ kind, keys: new Set(), count: 0, expects: 'item' });
    this.#pieces.push(kind === 'object' ? '{' : '[');
  }

  /** Whether an object or array of the kind is open. */
  isOpen(kind: Level['kind']): boolean {
    return this.#levels.some((level) => level.kind === kind);
  }

  /** Closes the innermost. */
  close(): void {
    if (this.lacksValue()) this.addNull();
    this.#pieces.push(this.#levels.pop()!.kind === 'object' ? '}' : ']');
    if (this.depth > 0) this.level.expects = 'comma';
  }

  /** Closes all but the outermost `depth`. */
  closeDownTo(depth: number): void {
    while (this.depth > depth) this.close();
  }

  /** Writes a key, with the comma before it. `json` is the key as it is to be written. */
  addKey(key: string, json = JSON.stringify(key)): void {
    this.addComma();
    this.#pieces.push(json);
    this.level.keys.add(key);
    this.level.expects = 'colon';
  }

  /** Writes the colon after a key. */
  addColon(): void {
    this.#pieces.push(':');
    this.level.expects = 'value';
  }

  /** Writes a string, number or literal, which must be JSON, after a colon or as an element. */
  addValue(json: string): void {
    this.#pieces.push(json);
    this.level.expects = 'comma';
  }

  /** Writes null for a value that lacks, with its colon when that lacks too. */
  addNull(): void {
    if (this.level.expects === 'colon') this.addColon();
    this.addValue('null');
  }

  /** Whether a key stands there without its value. */
  lacksValue(): boolean {
    return this.level.expects === 'colon' || this.level.expects === 'value';
  }

  /** Begins a member or element: writes the comma before it, unless it is the first. */
  addComma(): void {
    if (this.level.count++ > 0) this.#pieces.push(',');
  }
}
