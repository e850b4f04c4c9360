import { excerptOf } from './decode-utf8.ts';
import type { Found } from './find-records.ts';
import type { Findings, Text } from './findings.ts';
import type { ProblemKind } from './problem.ts';
import { isOnlyPunctuation, type Salvaged, type SalvagedRecord, salvageGap } from './salvage-gap.ts';
import { rejoinRecord } from './stray-brace.ts';
import { endReached, type Walk } from './walk-value.ts';

/**
 * Accounts for the bytes of a text from front to back, so that each is part of a whole record, or of a gap between whole
 * records, which is mended, given up or passed over once it is known where it ends:
 *
 *     {"Records":[{"eventVersion":…},"eventTi}, {"eventName" {"eventVersion":…}
 *                 |<----- held ---->|<-------- gap -------->|<--- taken next -->|
 *                                    gapStart
 *
 * The record taken last is held back meanwhile: what follows may turn out to be the rest of it.
 */
export class TextAccount {
  /** The number of records found and lost so far. */
  count = 0;
  readonly #text: Text;
  readonly #findings: Findings;
  #gapStart: number;
  #held: { readonly found: Found; readonly what: string } | undefined;
  /** Up to here values were walked over that turned out broken: what stands there is JSON as far as it goes. */
  #walkedUpTo: number;
  /** Where and why the first value broke. */
  #firstBreak: { readonly offset: number; readonly reason: string } | undefined;
  /** Whether anything was said of damage or of a mend. */
  #isReported = false;

  /** Takes account of a text from `start` on. */
  constructor(text: Text, start: number, findings: Findings) {
    this.#text = text;
    this.#findings = findings;
    this.#gapStart = start;
    this.#walkedUpTo = start;
  }

  /** All before it is accounted for. */
  get gapStart(): number {
    return this.#gapStart;
  }

  /** Whether a value has been broken so far. */
  get isBroken(): boolean {
    return this.#firstBreak !== undefined;
  }

  /**
   * Whether a value that begins there is one of its own: between it
   * and the last one is nothing but what may stand around values.
   */
  isOnItsOwn(start: number): boolean {
    return isOnlyPunctuation(this.#text.bytes, this.#gapStart, start);
  }

  /** Takes a record out of the value that begins at `valueStart`. */
  take(found: Found, what: string, valueStart: number): void {
    this.closeGap(valueStart);
    this.release();
    this.#held = { found, what };
    this.count++;
  }

  /** Hands on the record held back, if there is one: nothing that follows belongs to it. */
  release(): void {
    if (this.#held !== undefined) this.#findings.take(this.#held.found, this.#held.what);
    this.#held = undefined;
  }

  /** Notes that all before an offset is accounted for by what was taken. */
  accountUpTo(offset: number): void {
    this.#gapStart = offset;
  }

  /** Accounts for what is left before an offset where something whole begins. */
  closeGap(end: number): void {
    this.#closeGap(end, false);
  }

  /**
   * Accounts for what is left of the text, hands on all that was held
   * back and says what was wrong if nothing else has said it.
   */
  finish(): void {
    this.#closeGap(this.#text.bytes.length, true);
    this.release();
    if (this.#text.isJson && !this.#isReported && this.count > 0) this.#reportBreak();
  }

  /** Notes that a value of its own broke. */
  noteBreak({ end, reason }: Walk): void {
    this.#firstBreak ??= { offset: end, reason };
    this.#walkedUpTo = Math.max(this.#walkedUpTo, end);
  }

  /** Notes damage at an offset in the text; `lost` is the number of records it cost. */
  noteDamage(kind: ProblemKind, message: string, offset: number, lost: number): void {
    const { place, bytes } = this.#text;
    this.#isReported = true;
    this.#findings.damage(kind, message, place?.start ?? offset, excerptOf(bytes, offset), lost);
  }

  #closeGap(end: number, isEnd: boolean): void {
    if (this.#gapStart >= end) return;
    this.#rejoinHeld(end, isEnd);
    const start = this.#gapStart;
    this.#gapStart = end;
    const { bytes } = this.#text;
    if (isOnlyPunctuation(bytes, start, end)) return;
    for (const piece of salvageGap(bytes, start, end, isEnd)) this.#takePiece(piece);
  }

  /** Gives the record held back the rest of it, when that is what the gap begins with. */
  #rejoinHeld(end: number, isEnd: boolean): void {
    if (this.#held?.found.place.end !== this.#gapStart) return;
    const gap = { start: this.#gapStart, end };
    const whole = rejoinRecord(this.#text.bytes, this.#held.found, gap, isEnd);
    if (whole === undefined) return;
    this.#held = undefined;
    this.count--;
    this.#takeMended(whole);
    this.#gapStart = whole.end;
  }

  #takePiece(piece: Salvaged): void {
    if (piece.kind === 'record') this.#takeMended(piece);
    else if (piece.kind === 'lost') this.#lose(piece.start, piece.count, piece.cutOff);
    else if (this.#text.isJson && piece.start >= this.#walkedUpTo)
      this.noteDamage('not-json', 'text that is not JSON, passed over', piece.start, 0);
  }

  #takeMended({ start, end, record, json, mends }: SalvagedRecord): void {
    const { place, what } = this.#text;
    this.release();
    this.#findings.take(
      {
        record,
        place: place ?? { start, end },
        json,
        mends: place === undefined ? mends : mends.map((mend) => ({ ...mend, offset: place.start })),
      },
      what,
    );
    this.count++;
    this.#isReported = true;
  }

  #lose(start: number, count: number, cutOff: boolean): void {
    this.count += count;
    const records = count === 1 ? 'a record' : `${count} records`;
    const whole = this.#text.place === undefined ? 'file' : 'text it stood in';
    if (cutOff) this.noteDamage('truncated', `${records} cut off by the end of the ${whole}`, start, count);
    else this.noteDamage('lost-record', `${records} too damaged to be read`, start, count);
  }

  /** Says where the text broke although all records in it were whole. */
  #reportBreak(): void {
    if (this.#firstBreak === undefined) return;
    const { offset, reason } = this.#firstBreak;
    if (reason === endReached) {
      const message = 'the file ends before its last bracket: what may have followed is missing';
      this.noteDamage('truncated', message, offset, 0);
    } else {
      const message = `${reason}: the records around it were read all the same`;
      this.noteDamage('not-json', message, offset, 0);
    }
  }
}
