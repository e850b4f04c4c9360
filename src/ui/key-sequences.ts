import type { Key, NamedKey } from '../screen/key.ts';

/** The tables of what terminals send for keys: xterm, the Linux console, rxvt, application modes, the kitty protocol. */

type Modifiers = { readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean };

const unmodified: Modifiers = { ctrl: false, alt: false, shift: false };
const shifted: Modifiers = { ...unmodified, shift: true };
const withCtrl: Modifiers = { ...unmodified, ctrl: true };

const byLetter: { readonly [final: string]: NamedKey } = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

const byNumber: { readonly [code: string]: NamedKey } = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/** Code points that stand for keys, in the kitty protocol and in modifyOtherKeys. */
const byCodePoint: { readonly [codePoint: number]: string } = {
  8: 'backspace',
  9: 'tab',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  57409: '.',
  57410: '/',
  57411: '*',
  57412: '-',
  57413: '+',
  57414: 'enter',
  57415: '=',
  57416: ',',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pageup',
  57422: 'pagedown',
  57423: 'home',
  57424: 'end',
  57425: 'insert',
  57426: 'delete',
};

/** The keypad in application mode: `Esc O` and a letter. */
const keypad: { readonly [final: string]: string } = {
  M: 'enter',
  I: 'tab',
  ' ': ' ',
  X: '=',
  j: '*',
  k: '+',
  l: ',',
  m: '-',
  n: '.',
  o: '/',
  p: '0',
  q: '1',
  r: '2',
  s: '3',
  t: '4',
  u: '5',
  v: '6',
  w: '7',
  x: '8',
  y: '9',
};

/** The key of a byte below 0x20 or of DEL; undefined for one that no key sends. */
export function keyOfControl(byte: number): Key | undefined {
  switch (byte) {
    case 0x00:
      return makeKey(' ', withCtrl);
    case 0x08:
    case 0x7f:
      return makeKey('backspace', unmodified);
    case 0x09:
      return makeKey('tab', unmodified);
    case 0x0a:
    case 0x0d:
      return makeKey('enter', unmodified);
    case 0x1b:
      return makeKey('escape', unmodified);
    default: // Ctrl-A is 1; Ctrl-\ ] ^ _ are 28 to 31
      return makeKey(String.fromCharCode(byte < 0x1b ? byte + 0x60 : byte + 0x40), withCtrl);
  }
}

/** The key of a typed character. */
export function keyOfCodePoint(codePoint: number): Key {
  return makeKey(String.fromCodePoint(codePoint), unmodified);
}

/** The same key with Alt held. A paste stays a paste. */
export function withAlt(key: Key): Key {
  return key.kind === 'key' ? { ...key, alt: true } : key;
}

/**
 * The key of a control sequence, given what follows `Esc [`: `A`,
 * `1;5A`, `3~`, `97;5u`, `[A`. Undefined for all that are no keys.
 */
export function keyOfCsi(body: string): Key | undefined {
  const final = body.at(-1)!;
  const fields = body.slice(0, -1).split(';');
  if (/[^\d:;]/.test(body.slice(0, -1))) return body[0] === '[' ? consoleKey(final) : undefined;
  const [code, modifierField, third] = fields;
  if (final === 'u') return kittyKey(fields);
  if (final === '~' && code === '27' && third !== undefined)
    return characterKey(Number(third), modifiersOf(modifierField));
  const modifiers = modifiersOf(modifierField);
  if (modifiers === undefined) return undefined;
  if (final === 'Z') return makeKey('tab', shifted);
  if (final === '~') return named(byNumber[code!], modifiers);
  if (final === '$') return named(byNumber[code!], shifted);
  if (final === '^') return named(byNumber[code!], withCtrl);
  if (final === '@') return named(byNumber[code!], { ...withCtrl, shift: true });
  if ('abcd'.includes(final)) return named(byLetter[final.toUpperCase()], shifted);
  // `1;2R` is also how a terminal answers where its cursor is; only the form with modifiers is a key.
  if (final === 'R' && code !== '1') return undefined;
  return named(byLetter[final], modifiers);
}

/** The key of what follows `Esc O`: `A`, `M`, `5A`. */
export function keyOfSs3(body: string): Key | undefined {
  const final = body.at(-1)!;
  const modifiers = modifiersOf(body.slice(0, -1).split(';').at(-1));
  if (modifiers === undefined) return undefined;
  if ('abcd'.includes(final)) return named(byLetter[final.toUpperCase()], withCtrl);
  return named(byLetter[final] ?? keypad[final], modifiers);
}

/** F1 to F5 of the Linux console. */
function consoleKey(final: string): Key | undefined {
  const index = 'ABCDE'.indexOf(final);
  return index < 0 ? undefined : makeKey(`f${index + 1}`, unmodified);
}

/** `codepoint:shifted:base ; modifiers:event ; text u` */
function kittyKey(fields: readonly string[]): Key | undefined {
  const [codes = '', modifierField, text] = fields;
  const [codePoint, shiftedCodePoint] = codes.split(':').map(Number);
  const modifiers = modifiersOf(modifierField);
  const typed =
    Number(text?.split(':')[0] || 0) || (modifiers?.shift && !modifiers.ctrl ? shiftedCodePoint : 0);
  return characterKey(typed || codePoint || 0, modifiers);
}

function characterKey(codePoint: number, modifiers: Modifiers | undefined): Key | undefined {
  if (modifiers === undefined) return undefined;
  const name = byCodePoint[codePoint];
  if (name !== undefined) return makeKey(name, modifiers);
  if (codePoint >= 57399 && codePoint <= 57408) return makeKey(String(codePoint - 57399), modifiers);
  const isPrivate = codePoint >= 0xe000 && codePoint <= 0xf8ff;
  const isNoCharacter =
    codePoint < 0x20 ||
    (codePoint >= 0x80 && codePoint < 0xa0) ||
    (codePoint >= 0xd800 && codePoint < 0xe000);
  if (isPrivate || isNoCharacter || codePoint > 0x10ffff) return undefined;
  const character = String.fromCodePoint(codePoint);
  return makeKey(modifiers.shift && !modifiers.ctrl ? character.toUpperCase() : character, modifiers);
}

/**
 * Modifiers as one more than a sum of bits, with the kind of event
 * after a colon. Undefined for a released key and with the Super key.
 */
function modifiersOf(field: string | undefined): Modifiers | undefined {
  const [sum, event] = (field ?? '').split(':');
  if (event === '3') return undefined;
  const bits = Math.max(0, Number(sum || 1) - 1);
  if ((bits & 0b011000) !== 0) return undefined;
  return { shift: (bits & 1) !== 0, alt: (bits & 0b100010) !== 0, ctrl: (bits & 4) !== 0 };
}

function named(name: string | undefined, modifiers: Modifiers): Key | undefined {
  return name === undefined ? undefined : makeKey(name, modifiers);
}

function makeKey(name: string, modifiers: Modifiers): Key {
  // Shift is told of named keys only: a capital letter is its own character.
  return {
    kind: 'key',
    name,
    ctrl: modifiers.ctrl,
    alt: modifiers.alt,
    shift: modifiers.shift && name.length > 1,
  };
}
