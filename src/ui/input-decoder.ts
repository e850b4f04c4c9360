import type { Key } from '../screen/key.ts';
import { keyOfCodePoint, keyOfControl, keyOfCsi, keyOfSs3, withAlt } from './key-sequences.ts';
import { pastedText } from './pasted-text.ts';

/**
 * Bytes from a keyboard → keys. A pure state machine: a read may end anywhere, within a sequence or a character, and the
 * next one goes on from there. Whatever is no key (reports, answers of the terminal, sequences nobody knows) is
 * swallowed whole and never becomes typed text.
 */

/** What was read and could not be understood yet. */
export type DecoderState = {
  /** The beginning of a sequence or of a character. */
  readonly pending: Uint8Array;
  /** The bytes of a bracketed paste that has not ended; undefined outside one. */
  readonly paste: Uint8Array | undefined;
};

/** What a read came to. */
export type Decoded = {
  readonly state: DecoderState;
  readonly keys: readonly Key[];
  /**
   * When nothing else is read within so many milliseconds, `decodeTimeout`
   * says what the pending bytes were; undefined: wait for ever.
   */
  readonly timeoutMs: number | undefined;
};

/** Before anything was read. */
export const startOfInput: DecoderState = { pending: new Uint8Array(0), paste: undefined };

/** How long a lone Esc may still turn out to be the beginning of an arrow key that a slow line tore apart. */
const escapeTimeoutMs = 100;

// A longer beginning was certainly sent by a terminal. It is given up only so that a broken one cannot swallow keys for ever.
const sequenceTimeoutMs = 1000;

const ESC = 0x1b;
const BEL = 0x07;
const DEL = 0x7f;
const pasteEnd = [ESC, 0x5b, 0x32, 0x30, 0x31, 0x7e];

/** Reads the next bytes. */
export function decodeInput(state: DecoderState, chunk: Uint8Array): Decoded {
  const keys: Key[] = [];
  let paste = state.paste;
  let bytes: Uint8Array = joinBytes(state.pending, chunk);
  let at = 0;
  while (at < bytes.length) {
    if (paste !== undefined) {
      const end = indexOfSequence(bytes, pasteEnd, at);
      const kept = end ?? bytes.length - lengthOfBegunPasteEnd(bytes, at);
      paste = joinBytes(paste, bytes.subarray(at, kept));
      at = kept;
      if (end === undefined) break;
      const text = pastedText(paste);
      if (text !== '') keys.push({ kind: 'paste', text });
      paste = undefined;
      at += pasteEnd.length;
      continue;
    }
    const step = decodeOne(bytes, at);
    if (step === undefined) break;
    if (step.key === 'paste-start') paste = new Uint8Array(0);
    else if (step.key !== undefined) keys.push(step.key);
    at = step.next;
  }
  bytes = bytes.slice(at);
  return {
    state: { pending: bytes, paste },
    keys,
    timeoutMs: paste === undefined ? timeoutOf(bytes) : undefined,
  };
}

/** What the pending bytes were, given that nothing followed them in time: Esc, a letter with Alt, or nothing. */
export function decodeTimeout(state: DecoderState): Decoded {
  if (state.paste !== undefined) return { state, keys: [], timeoutMs: undefined };
  const [first, second] = state.pending;
  const keys: Key[] = [];
  if (first === ESC && state.pending.length === 1) keys.push(keyOfControl(ESC)!);
  const isAltKey = state.pending.length === 2 && second! > 0x20 && second! < DEL;
  if (first === ESC && isAltKey) keys.push(withAlt(keyOfCodePoint(second!)));
  return { state: startOfInput, keys, timeoutMs: undefined };
}

function timeoutOf(pending: Uint8Array): number | undefined {
  if (pending.length === 0) return undefined;
  return pending[0] === ESC && pending.length <= 2 ? escapeTimeoutMs : sequenceTimeoutMs;
}

/** One key or one thing to swallow, and where the next begins. */
type Step = { readonly key: Key | 'paste-start' | undefined; readonly next: number };

/** Undefined when the bytes end too early to tell. */
function decodeOne(bytes: Uint8Array, at: number): Step | undefined {
  const byte = bytes[at]!;
  if (byte === ESC) return decodeEscape(bytes, at);
  if (byte < 0x20 || byte === DEL) return { key: keyOfControl(byte), next: at + 1 };
  return decodeCharacter(bytes, at);
}

function decodeEscape(bytes: Uint8Array, at: number): Step | undefined {
  const next = bytes[at + 1];
  switch (next) {
    case undefined:
      return undefined;
    case ESC: // Esc and then another sequence, typed fast
      return { key: keyOfControl(ESC), next: at + 1 };
    case 0x5b: // [
      return decodeCsi(bytes, at);
    case 0x4f: // O
      return decodeSs3(bytes, at);
    case 0x5d: // ] operating system command
    case 0x50: // P device control
    case 0x58: // X start of string
    case 0x5e: // ^ privacy message
    case 0x5f: // _ application command
      return decodeString(bytes, at);
    default: {
      const step = decodeOne(bytes, at + 1);
      if (step === undefined) return undefined;
      return {
        key: step.key === undefined || step.key === 'paste-start' ? undefined : withAlt(step.key),
        next: step.next,
      };
    }
  }
}

/** `Esc [ parameters intermediates final`. A byte that cannot stand there ends the sequence and is read on its own. */
function decodeCsi(bytes: Uint8Array, at: number): Step | undefined {
  let i = at + 2;
  if (bytes[i] === 0x5b) {
    // The Linux console's F1 to F5: Esc [ [ A
    const final = bytes[i + 1];
    return final === undefined ? undefined : { key: keyOfCsi(`[${String.fromCharCode(final)}`), next: i + 2 };
  }
  while (i < bytes.length && bytes[i]! >= 0x20 && bytes[i]! <= 0x3f) {
    i++;
    // rxvt ends a shifted key with `$`, where others have an intermediate byte.
    if (bytes[i - 1] === 0x24 && isDigit(bytes[i - 2]) && isDigit(bytes[at + 2]))
      return csiStep(bytes, at, i);
  }
  const final = bytes[i];
  if (final === undefined) return undefined;
  if (final < 0x40 || final > 0x7e) return { key: undefined, next: i };
  if (final === 0x4d && i === at + 2)
    return bytes.length < i + 4 ? undefined : { key: undefined, next: i + 4 }; // old mouse report
  return csiStep(bytes, at, i + 1);
}

function csiStep(bytes: Uint8Array, at: number, next: number): Step {
  const body = String.fromCharCode(...bytes.subarray(at + 2, Math.min(next, at + 66)));
  return { key: body === '200~' ? 'paste-start' : keyOfCsi(body), next };
}

/** `Esc O final`, with a modifier before the final in some old terminals. */
function decodeSs3(bytes: Uint8Array, at: number): Step | undefined {
  let i = at + 2;
  while (isDigit(bytes[i]) || bytes[i] === 0x3b) i++;
  const final = bytes[i];
  if (final === undefined) return undefined;
  if (final < 0x21 || final > 0x7e) return { key: undefined, next: i };
  return { key: keyOfSs3(String.fromCharCode(...bytes.subarray(at + 2, i + 1))), next: i + 1 };
}

/** A string that a terminal sends in answer: up to BEL or `Esc \`. */
function decodeString(bytes: Uint8Array, at: number): Step | undefined {
  for (let i = at + 2; i < bytes.length; i++) {
    if (bytes[i] === BEL) return { key: undefined, next: i + 1 };
    if (bytes[i] !== ESC) continue;
    if (bytes[i + 1] === undefined) return undefined;
    return { key: undefined, next: bytes[i + 1] === 0x5c ? i + 2 : i };
  }
  return undefined;
}

/** A character of UTF-8. What is no character is passed over byte by byte. */
function decodeCharacter(bytes: Uint8Array, at: number): Step | undefined {
  const length = lengthOfCharacter(bytes[at]!);
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return undefined;
    if ((byte & 0xc0) !== 0x80) return { key: undefined, next: at + i };
  }
  const codePoint = new TextDecoder().decode(bytes.subarray(at, at + length)).codePointAt(0)!;
  const isControl = codePoint >= 0x80 && codePoint < 0xa0;
  return {
    key: isControl || codePoint === 0xfffd ? undefined : keyOfCodePoint(codePoint),
    next: at + length,
  };
}

function lengthOfCharacter(lead: number): number {
  if (lead >= 0xf0 && lead < 0xf8) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function indexOfSequence(bytes: Uint8Array, sequence: readonly number[], from: number): number | undefined {
  for (let at = bytes.indexOf(ESC, from); at >= 0; at = bytes.indexOf(ESC, at + 1)) {
    if (sequence.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return undefined;
}

/** How many of the last bytes may be the beginning of the end of a paste. */
function lengthOfBegunPasteEnd(bytes: Uint8Array, from: number): number {
  for (let length = Math.min(pasteEnd.length - 1, bytes.length - from); length > 0; length--) {
    if (pasteEnd.slice(0, length).every((byte, i) => bytes[bytes.length - length + i] === byte))
      return length;
  }
  return 0;
}
