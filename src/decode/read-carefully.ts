import { decodeUtf8 } from './decode-utf8.ts';
import type { Range } from './file-records.ts';
import { type Found, findRecords, isPackedText, type Search, takeInner } from './find-records.ts';
import type { Findings, Text } from './findings.ts';
import type { JsonNode } from './json-node.ts';
import { isMergedRecord } from './merged-record.ts';
import { elementOfTrail } from './shapes.ts';
import { isSpace, skipSpace } from './skip-object.ts';
import { swallowedRecords } from './swallowed-records.ts';
import { TextAccount } from './text-account.ts';
import { unescapeText } from './unescape-text.ts';
import { createSeen, type Opening, type Seen, type Walk, walkString, walkValue } from './walk-value.ts';

/**
 * Reads any text that records may stand in, from `start` on. Every whole JSON value in it is searched for records by the
 * shape table; where a value is broken, the whole values within it are; and only the bytes between them are mended or
 * given up. A record whose own bytes are untouched is found whatever happened around it. `opening` says what is open at
 * `start`, when others have read up to there. Gives the number of records found and lost.
 */
export function readCarefully(
  text: Text,
  start: number,
  opening: Opening | undefined,
  findings: Findings,
): number {
  return new CarefulReading(text, start, opening, findings).run();
}

/** Takes a record; `what` is the shape it came in. */
type Take = Search['take'];

/** One text being read: looks for values from front to back, and hands what it finds to the account of the text. */
class CarefulReading {
  readonly #text: Text;
  readonly #start: number;
  readonly #opening: Opening | undefined;
  readonly #findings: Findings;
  readonly #account: TextAccount;
  readonly #seen: Seen;
  /** Up to here escaped text has been looked at. */
  #escapedUpTo: number;

  constructor(text: Text, start: number, opening: Opening | undefined, findings: Findings) {
    this.#text = text;
    this.#start = start;
    this.#opening = opening;
    this.#findings = findings;
    this.#account = new TextAccount(text, start, findings);
    this.#seen = createSeen(text.bytes.length);
    this.#escapedUpTo = start;
  }

  run(): number {
    const { bytes } = this.#text;
    let from = this.#start;
    if (this.#opening !== undefined) {
      const walk = walkValue(bytes, from, bytes.length, this.#seen, this.#opening);
      from = this.#takeParts(from, walk, bytes.length);
    }
    this.#explore(from, bytes.length);
    this.#account.finish();
    return this.#account.count;
  }

  /** Looks for values from `from` on, none of them reaching beyond `limit`. */
  #explore(from: number, limit: number): void {
    for (let at = from; at < limit; ) at = this.#takeByte(at, limit);
  }

  /** Takes the value that begins at a byte, if one does; gives where to go on. */
  #takeByte(at: number, limit: number): number {
    const { bytes } = this.#text;
    const byte = bytes[at]!;
    if (byte === 0x22 && isPackedText(bytes, at)) {
      const close = walkString(bytes, at, limit);
      return close > 0 ? this.#takeWhole(at, close) : at + 1;
    }
    if ((byte !== 0x7b && byte !== 0x5b) || this.#seen.has(at)) return at + 1;
    if (bytes[at + 1] === 0x5c) return this.#takeEscaped(at, limit);
    const walk = walkValue(bytes, at, limit, this.#seen);
    const before = this.#account.count;
    const end = walk.whole ? this.#takeWhole(at, walk.end) : this.#takeParts(at, walk, limit);
    const isRecordBefore = this.#account.count > before && this.#account.gapStart === end;
    return isRecordBefore && limit === bytes.length ? this.#scanOn(end) : end;
  }

  /** Goes back to the strict path after a whole record, while plain records follow; gives where they end. */
  #scanOn(from: number): number {
    const { bytes } = this.#text;
    if (this.#findings.scan === undefined) return from;
    const comma = skipSpace(bytes, from, bytes.length);
    const isInArray = bytes[comma] === 0x2c;
    const next = isInArray ? skipSpace(bytes, comma + 1, bytes.length) : comma;
    if (bytes[next] !== 0x7b) return from;
    this.#account.release();
    const end = this.#findings.scan(next, isInArray);
    if (end === next) return from;
    this.#account.accountUpTo(end);
    return end;
  }

  /** Searches a whole value; gives where to go on. */
  #takeWhole(start: number, end: number): number {
    const account = this.#account;
    const node = this.#nodeAt(start, end);
    if (isMergedRecord(node)) return end;
    const isOnItsOwn = account.isOnItsOwn(start);
    const swallowed = isOnItsOwn && !account.isBroken ? [] : swallowedRecords(node);
    for (let i = 0; i < swallowed.length; i += 2) this.#takeWhole(swallowed[i]!, swallowed[i + 1]!);
    if (swallowed.length > 0) return end;
    const before = account.count;
    const search = this.#searchFor((found, what) => account.take(found, what, start));
    const isRecognised = findRecords(node, search, this.#text.what, this.#text.level);
    if (isRecognised && account.count === before) account.closeGap(start);
    // A value of its own that holds no records is passed over; a piece of a broken one is left to be mended.
    if (isRecognised || isOnItsOwn) account.accountUpTo(Math.max(account.gapStart, end));
    return end;
  }

  /**
   * Searches the whole parts of a value that is broken, or was opened by others; gives where to go on.
   *
   *     {"Records":[{…},{"eventTi},{…}
   *      explored   part explored  part
   */
  #takeParts(start: number, walk: Walk, limit: number): number {
    const account = this.#account;
    if (!walk.whole && account.isOnItsOwn(start)) account.noteBreak(walk);
    const isOpened = this.#opening !== undefined && start === this.#start;
    const isInTrail = isOpened && this.#opening.open === '{[';
    const parts = walk.whole ? walk.parts : this.#takeApart(walk.parts);
    let at = isOpened ? start : start + 1;
    for (let i = 0; i < parts.length; i += 2) {
      const node = this.#nodeAt(parts[i]!, parts[i + 1]!);
      if (isMergedRecord(node)) continue;
      const { isRecognised, records } = this.#searchPart(node, isInTrail);
      if (isInTrail && walk.whole && !isRecognised) this.#skip(node);
      if (!isRecognised && !walk.whole) continue;
      this.#explore(at, node.start);
      account.closeGap(node.start);
      for (const { found, what } of records) account.take(found, what, node.start);
      account.accountUpTo(node.end);
      at = node.end;
    }
    return walk.whole ? walk.end : Math.min(at, limit);
  }

  /** The records in a part, which are not to be taken before what stands in front of it. */
  #searchPart(
    node: JsonNode,
    isInTrail: boolean,
  ): { isRecognised: boolean; records: { found: Found; what: string }[] } {
    const records: { found: Found; what: string }[] = [];
    const search = this.#searchFor((found, what) => records.push({ found, what }));
    const element = isInTrail ? elementOfTrail(node) : { value: node };
    // What no record is in is told of once it is known whether the value around it is whole.
    const inner = 'record' in element ? element : { value: node };
    return { isRecognised: takeInner(inner, search, this.#text.what, this.#text.level), records };
  }

  /** The parts of a broken value, those that have swallowed records taken apart into these: pairs of start and end. */
  #takeApart(parts: readonly number[]): readonly number[] {
    const apart: number[] = [];
    for (let i = 0; i < parts.length; i += 2) {
      const swallowed = swallowedRecords(this.#nodeAt(parts[i]!, parts[i + 1]!));
      apart.push(...(swallowed.length > 0 ? swallowed : [parts[i]!, parts[i + 1]!]));
    }
    return apart;
  }

  /** Looks into what seems to be JSON within a string, `{\"…`, whether or not the string is whole; gives where to go on. */
  #takeEscaped(at: number, limit: number): number {
    const { bytes, what, level } = this.#text;
    const account = this.#account;
    if (at < this.#escapedUpTo) return at + 1;
    const { inner, end } = unescapeText(bytes, at, limit);
    this.#escapedUpTo = end;
    if (inner === undefined) return at + 1;
    const place = this.#stringAround(at, limit) ?? { start: at, end };
    const take: Take = (found, foundWhat) => account.take(found, foundWhat, place.start);
    if (this.#readInner(inner, place, what, level + 1, take) === 0) return at + 1;
    account.closeGap(place.start);
    account.accountUpTo(place.end);
    return place.end;
  }

  /** The whole string that begins right before a brace; undefined when none does. */
  #stringAround(brace: number, limit: number): Range | undefined {
    const { bytes } = this.#text;
    let quote = brace - 1;
    while (quote >= this.#account.gapStart && isSpace(bytes[quote]!)) quote--;
    if (quote < this.#account.gapStart || bytes[quote] !== 0x22) return undefined;
    const end = walkString(bytes, quote, limit);
    return end > 0 ? { start: quote, end } : undefined;
  }

  /** Reads a text that stood in a string; gives the number of records found and lost in it. */
  #readInner(bytes: Uint8Array, place: Range, what: string, level: number, take: Take): number {
    const inner = { bytes, place, what, level, isJson: false };
    return readCarefully(inner, 0, undefined, { ...this.#findings, take, scan: undefined });
  }

  /** A search that hands the records it finds to `take`. */
  #searchFor(take: Take): Search {
    return {
      take,
      pass: this.#findings.pass,
      readText: (bytes, place, what, level) => this.#readInner(bytes, place, what, level, take) > 0,
      skip: (node) => this.#skip(node),
      tooDeep: ({ start }) =>
        this.#account.noteDamage('too-deep', 'envelopes in envelopes, too deep to unwrap', start, 0),
    };
  }

  #skip({ start }: JsonNode): void {
    this.#account.noteDamage('skipped', 'an element of Records that is no CloudTrail record', start, 0);
  }

  #nodeAt(start: number, end: number): JsonNode {
    const { bytes, place } = this.#text;
    return { bytes, start, end, place };
  }
}

/** Whether a text begins as JSON does. */
export function startsAsJson(bytes: Uint8Array, start: number): boolean {
  const at = skipSpace(bytes, start, bytes.length);
  return bytes[at] === 0x7b || bytes[at] === 0x5b || decodeUtf8(bytes, at, at + 2) === '"{';
}
