import { recordKeys } from '../record/top-level-keys.ts';
import { decodeUtf8, excerptOf } from './decode-utf8.ts';
import type { Range } from './file-records.ts';
import { type Found, findRecords, isPackedText, type Search, takeInner } from './find-records.ts';
import { isRecord } from './is-record.ts';
import { type JsonNode, membersOf, placeOf } from './json-node.ts';
import { keyAfter, looseKeyAt } from './lenient-text.ts';
import type { ProblemKind } from './problem.ts';
import { repairRecord } from './repair-record.ts';
import { isOnlyPunctuation, salvageGap } from './salvage-gap.ts';
import { elementOfTrail } from './shapes.ts';
import { isSpace, skipSpace } from './skip-object.ts';
import { swallowedRecords } from './swallowed-records.ts';
import { unescapeText } from './unescape-text.ts';
import { createSeen, endReached, type Opening, type Walk, walkString, walkValue } from './walk-value.ts';

/** A text to be read: a file's bytes, or those of a text that stood in a string. */
export type Text = {
  readonly bytes: Uint8Array;
  /** Where the text stands in the file, when `bytes` are not the file's own. */
  readonly place: Range | undefined;
  /** The shape around it, in words; empty when there is none. */
  readonly what: string;
  /** How many envelopes are around it. */
  readonly level: number;
  /** Whether it began as JSON, so that anything else in it is damage. */
  readonly isJson: boolean;
};

/** Takes what careful reading finds. */
export type Findings = {
  take(found: Found, what: string): void;
  /**
   * Takes plain records in place from an offset on, on the strict path, up to the first that it is not sure of; gives the offset of that.
   * Undefined where none stand in place.
   */
  readonly scan?: ((at: number, isInArray: boolean) => number) | undefined;
  /** Takes note of something that is no CloudTrail event, and how many S3 objects it points to. */
  pass(what: string, pointsTo: number): void;
  /** Takes note of damage; `lost` is the number of records it cost. */
  damage(kind: ProblemKind, message: string, offset: number, excerpt: string, lost: number): void;
};

/**
 * Reads any text that records may stand in. Every whole JSON value in it is searched for records by the shape table; where a value is
 * broken, the whole values within it are; and only the bytes between them are mended or given up. A record whose own bytes are untouched is
 * found whatever happened around it. Gives the number of records found and lost.
 */
export function readCarefully(
  text: Text,
  start: number,
  opening: Opening | undefined,
  findings: Findings,
): number {
  const { bytes, place, level } = text;
  const seen = createSeen(bytes.length);
  let count = 0;
  /** All before it is accounted for. */
  let gapStart = start;
  /** The record taken last, held back until what follows shows that it ended there. */
  let held: { found: Found; what: string; end: number } | undefined;
  let buffer: { found: Found; what: string }[] | undefined;
  let spanStart = start;
  let firstBreak: { offset: number; reason: string } | undefined;
  let reported = false;
  /** Up to here values were walked over that turned out broken: what stands there is JSON as far as it goes. */
  let walkedUpTo = start;
  /** Up to here escaped text has been looked at. */
  let escapedUpTo = start;

  const search: Search = {
    take(found, what) {
      if (buffer !== undefined) buffer.push({ found, what });
      else takeWhole(found, what);
    },
    pass: findings.pass,
    readText: (inner, innerPlace, what, innerLevel) => readInner(inner, innerPlace, what, innerLevel) > 0,
    skip: (node) => damage('skipped', 'an element of Records that is no CloudTrail record', node.start, 0),
    tooDeep: (node) => damage('too-deep', 'envelopes in envelopes, too deep to unwrap', node.start, 0),
  };

  if (opening === undefined) explore(start, bytes.length);
  else explore(takeBroken(start, walkValue(bytes, start, bytes.length, seen, opening)), bytes.length);
  closeGap(bytes.length, true);
  releaseHeld();
  if (firstBreak !== undefined && text.isJson && !reported) reportBreak(firstBreak);
  return count;

  /** Looks for values from `from` on, none of them reaching beyond `limit`. */
  function explore(from: number, limit: number): void {
    for (let at = from; at < limit; ) {
      const byte = bytes[at]!;
      if (byte === 0x22 && isPackedText(bytes, at)) {
        const close = walkString(bytes, at, limit);
        at = close > 0 ? takeValue(at, close) : at + 1;
        continue;
      }
      if ((byte !== 0x7b && byte !== 0x5b) || seen.has(at)) {
        at++;
        continue;
      }
      if (bytes[at + 1] === 0x5c) {
        at = exploreEscaped(at, limit);
        continue;
      }
      const walk = walkValue(bytes, at, limit, seen);
      const before = count;
      at = walk.whole ? takeValue(at, walk.end) : takeBroken(at, walk, limit);
      if (limit === bytes.length && count > before && gapStart === at) at = readOn(at);
    }
  }

  /** Goes back to the strict path after a whole record, while plain records follow; gives where they end. */
  function readOn(from: number): number {
    if (findings.scan === undefined) return from;
    const comma = skipSpace(bytes, from, bytes.length);
    const isInArray = bytes[comma] === 0x2c;
    const next = isInArray ? skipSpace(bytes, comma + 1, bytes.length) : comma;
    if (bytes[next] !== 0x7b) return from;
    releaseHeld();
    const to = findings.scan(next, isInArray);
    if (to === next) return from;
    gapStart = to;
    return to;
  }

  /** Searches a whole value; gives where to go on. */
  function takeValue(from: number, to: number): number {
    if (isMergedRecord(bytes, from, to)) return to;
    const isTop = isOnlyPunctuation(bytes, gapStart, from);
    const swallowed = isTop && firstBreak === undefined ? [] : swallowedRecords(nodeAt(from, to));
    for (let i = 0; i < swallowed.length; i += 2) takeValue(swallowed[i]!, swallowed[i + 1]!);
    if (swallowed.length > 0) return to;
    spanStart = from;
    const before = count;
    const recognised = findRecords(nodeAt(from, to), search, text.what, level);
    if (recognised && count === before) closeGap(from, false);
    // A value of its own that holds no records is passed over; a piece of a broken one is left to be mended.
    if (recognised || isTop) gapStart = Math.max(gapStart, to);
    return to;
  }

  /** Searches the whole parts of a broken value; gives where to go on. */
  function takeBroken(from: number, walk: Walk, limit = bytes.length): number {
    const isTop = isOnlyPunctuation(bytes, gapStart, from);
    if (isTop && !walk.whole) {
      firstBreak ??= { offset: walk.end, reason: walk.reason };
      walkedUpTo = Math.max(walkedUpTo, walk.end);
    }
    const isInTrail = opening?.open === '{[' && from === start;
    let at = from + (opening !== undefined && from === start ? 0 : 1);
    const parts = walk.whole ? walk.parts : partsApart(walk.parts);
    for (let i = 0; i < parts.length; i += 2) {
      const partStart = parts[i]!;
      const partEnd = parts[i + 1]!;
      if (isMergedRecord(bytes, partStart, partEnd)) continue;
      const part: { found: Found; what: string }[] = [];
      buffer = part;
      const node = nodeAt(partStart, partEnd);
      const element = isInTrail ? elementOfTrail(node) : { value: node };
      const recognised = takeInner('record' in element ? element : { value: node }, search, text.what, level);
      if (isInTrail && walk.whole && !recognised) search.skip(node);
      buffer = undefined;
      if (!recognised && !walk.whole) continue;
      explore(at, partStart);
      spanStart = partStart;
      closeGap(partStart, false);
      for (const { found, what } of part) takeWhole(found, what);
      gapStart = at = partEnd;
    }
    return walk.whole ? walk.end : Math.min(at, limit);
  }

  /** The parts of a broken value, those that have swallowed records taken apart into these. */
  function partsApart(parts: readonly number[]): readonly number[] {
    const apart: number[] = [];
    for (let i = 0; i < parts.length; i += 2) {
      const swallowed = swallowedRecords(nodeAt(parts[i]!, parts[i + 1]!));
      apart.push(...(swallowed.length > 0 ? swallowed : [parts[i]!, parts[i + 1]!]));
    }
    return apart;
  }

  /** Looks into what seems to be JSON within a string, whether or not the string is whole; gives where to go on. */
  function exploreEscaped(at: number, limit: number): number {
    let quote = at - 1;
    while (quote >= gapStart && isSpace(bytes[quote]!)) quote--;
    const close = quote >= gapStart && bytes[quote] === 0x22 ? walkString(bytes, quote, limit) : -1;
    const from = close > 0 ? quote : at;
    if (at < escapedUpTo) return at + 1;
    const { inner, end } = unescapeText(bytes, at, limit);
    escapedUpTo = end;
    if (inner === undefined) return at + 1;
    spanStart = from;
    const to = close > 0 ? close : end;
    if (readInner(inner, { start: from, end: to }, text.what, level + 1) === 0) return at + 1;
    closeGap(from, false);
    gapStart = to;
    return to;
  }

  /** Reads a text that stood in a string; gives the number of records found and lost in it. */
  function readInner(inner: Uint8Array, innerPlace: Range, what: string, innerLevel: number): number {
    const innerText = { bytes: inner, place: innerPlace, what, level: innerLevel, isJson: false };
    return readCarefully(innerText, 0, undefined, { ...findings, take: search.take, scan: undefined });
  }

  function nodeAt(from: number, to: number): JsonNode {
    return { bytes, start: from, end: to, place };
  }

  function takeWhole(found: Found, what: string): void {
    closeGap(spanStart, false);
    releaseHeld();
    held = { found, what, end: found.place.end };
    count++;
  }

  function releaseHeld(): void {
    if (held !== undefined) findings.take(held.found, held.what);
    held = undefined;
  }

  /** Accounts for the bytes between the last whole value and the next. */
  function closeGap(to: number, isEnd: boolean): void {
    if (gapStart >= to) return;
    extendHeld(to, isEnd);
    const from = gapStart;
    gapStart = to;
    if (isOnlyPunctuation(bytes, from, to)) return;
    for (const piece of salvageGap(bytes, from, to, isEnd)) {
      if (piece.kind === 'record') takeMended(piece);
      else if (piece.kind === 'lost') lose(piece);
      else if (text.isJson && piece.start >= walkedUpTo)
        damage('not-json', 'text that is not JSON, passed over', piece.start, 0);
    }
  }

  /** Where a stray brace ended a record too early, puts the rest of it back. */
  function extendHeld(to: number, isEnd: boolean): void {
    if (held === undefined || held.found.json !== undefined || held.end !== gapStart) return;
    const { place: whole, record } = held.found;
    const next = keyAfter(bytes, gapStart, to);
    if (next === undefined || !recordKeys.has(next) || Object.hasOwn(record, next)) return;
    const mended = repairRecord(bytes, whole.start, to, !isEnd);
    if (mended.object === undefined || mended.end <= whole.end || !isRecord(mended.object)) return;
    if (Object.keys(mended.object).length <= Object.keys(record).length) return;
    held = undefined;
    count--;
    takeMended({
      record: mended.object,
      json: mended.json,
      mends: mended.mends,
      start: whole.start,
      end: mended.end,
    });
    gapStart = mended.end;
  }

  function takeMended(piece: {
    record: Found['record'];
    json: string;
    mends: Found['mends'];
    start: number;
    end: number;
  }): void {
    const { record, json, start: from, end: to } = piece;
    const mends =
      place === undefined ? piece.mends : piece.mends.map(({ what }) => ({ what, offset: place.start }));
    releaseHeld();
    findings.take({ record, place: placeOf(nodeAt(from, to)), json, mends }, text.what);
    count++;
    reported = true;
  }

  function lose(piece: { start: number; end: number; count: number; cutOff: boolean }): void {
    count += piece.count;
    const records = piece.count === 1 ? 'a record' : `${piece.count} records`;
    const whole = place === undefined ? 'file' : 'text it stood in';
    if (piece.cutOff)
      damage('truncated', `${records} cut off by the end of the ${whole}`, piece.start, piece.count);
    else damage('lost-record', `${records} too damaged to be read`, piece.start, piece.count);
  }

  function damage(kind: ProblemKind, message: string, offset: number, lost: number): void {
    reported = true;
    findings.damage(kind, message, place?.start ?? offset, excerptOf(bytes, offset), lost);
  }

  /** Says what was wrong where all records were whole nevertheless. */
  function reportBreak({ offset, reason }: { offset: number; reason: string }): void {
    if (count === 0) return;
    if (reason === endReached)
      damage(
        'truncated',
        'the file ends before its last bracket: what may have followed is missing',
        offset,
        0,
      );
    else damage('not-json', `${reason}: the records around it were read all the same`, offset, 0);
  }
}

/**
 * Whether the object is what a record's member became when its closing brace was lost and the rest of the record ran into it: it is the
 * value of a record's key and begins with a key that is none.
 */
function isMergedRecord(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== 0x7b) return false;
  const first = looseKeyAt(bytes, skipSpace(bytes, start + 1, end), end)?.key;
  if (first === undefined || recordKeys.has(first)) return false;
  const before = /"(\w+)"\s*:\s*$/.exec(decodeUtf8(bytes, Math.max(0, start - 60), start))?.[1];
  if (before === undefined || !recordKeys.has(before)) return false;
  const members = membersOf({ bytes, start, end, place: undefined });
  return members.has('eventSource') && members.has('eventName');
}

/** Whether a text begins as JSON does. */
export function startsAsJson(bytes: Uint8Array, start: number): boolean {
  const at = skipSpace(bytes, start, bytes.length);
  return bytes[at] === 0x7b || bytes[at] === 0x5b || decodeUtf8(bytes, at, at + 2) === '"{';
}
