import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Key } from '../../src/screen/key.ts';
import { decodeInput, decodeTimeout, startOfInput } from '../../src/ui/input-decoder.ts';

/** Keys of bytes that come in one read, as short texts: `Ctrl-a`, `Alt-up`, `paste:two words`. */
function keysOf(...reads: (string | Uint8Array)[]): string[] {
  const keys: Key[] = [];
  let state = startOfInput;
  for (const read of reads) {
    const decoded = decodeInput(state, typeof read === 'string' ? Buffer.from(read) : read);
    keys.push(...decoded.keys);
    state = decoded.state;
  }
  keys.push(...decodeTimeout(state).keys);
  return keys.map(nameOf);
}

function nameOf(key: Key): string {
  if (key.kind === 'paste') return `paste:${key.text}`;
  return `${key.ctrl ? 'Ctrl-' : ''}${key.alt ? 'Alt-' : ''}${key.shift ? 'Shift-' : ''}${key.name}`;
}

const table: [what: string, bytes: string, keys: string[]][] = [
  ['letters', 'aZ/ é漢😀', ['a', 'Z', '/', ' ', 'é', '漢', '😀']],
  ['control letters', '\x01\x03\x1a\x0c\x1f', ['Ctrl-a', 'Ctrl-c', 'Ctrl-z', 'Ctrl-l', 'Ctrl-_']],
  ['a blank with Ctrl', '\x00', ['Ctrl- ']],
  ['keys that are bytes', '\r\t\x7f\x08\n', ['enter', 'tab', 'backspace', 'backspace', 'enter']],
  ['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
  ['arrows in application mode', '\x1bOA\x1bOB\x1bOC\x1bOD', ['up', 'down', 'right', 'left']],
  [
    'Home and End of five kinds',
    '\x1b[H\x1b[F\x1bOH\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~',
    ['home', 'end', 'home', 'end', 'home', 'end', 'home', 'end'],
  ],
  ['the six keys', '\x1b[2~\x1b[3~\x1b[5~\x1b[6~', ['insert', 'delete', 'pageup', 'pagedown']],
  [
    'modifiers',
    '\x1b[1;2A\x1b[1;3B\x1b[1;5C\x1b[1;6D\x1b[3;5~',
    ['Shift-up', 'Alt-down', 'Ctrl-right', 'Ctrl-Shift-left', 'Ctrl-delete'],
  ],
  ['Shift-Tab', '\x1b[Z', ['Shift-tab']],
  ['F1 to F4 of xterm', '\x1bOP\x1bOQ\x1bOR\x1bOS', ['f1', 'f2', 'f3', 'f4']],
  ['F1 and F2 of the Linux console', '\x1b[[A\x1b[[B', ['f1', 'f2']],
  ['F keys by number', '\x1b[11~\x1b[15~\x1b[17~\x1b[24~', ['f1', 'f5', 'f6', 'f12']],
  ['F1 with Shift', '\x1b[1;2P', ['Shift-f1']],
  [
    'rxvt with Shift and Ctrl',
    '\x1b[a\x1bOb\x1b[3$\x1b[3^x',
    ['Shift-up', 'Ctrl-down', 'Shift-delete', 'Ctrl-delete', 'x'],
  ],
  ['the keypad in application mode', '\x1bOM\x1bOk\x1bOu', ['enter', '+', '5']],
  [
    'letters with Alt',
    '\x1bb\x1bF\x1bé\x1b\x7f\x1b\r',
    ['Alt-b', 'Alt-F', 'Alt-é', 'Alt-backspace', 'Alt-enter'],
  ],
  ['Esc alone', '\x1b', ['escape']],
  ['Esc, and an arrow typed fast', '\x1b\x1b[A', ['escape', 'up']],
  ['Esc twice', '\x1b\x1b', ['escape', 'escape']],
  ['an opening bracket with Alt', '\x1b[', ['Alt-[']],
  ['an O with Alt', '\x1bO', ['Alt-O']],
  ['kitty: letters', '\x1b[97u\x1b[97;5u\x1b[97:65;2u\x1b[97;3u', ['a', 'Ctrl-a', 'A', 'Alt-a']],
  [
    'kitty: named keys',
    '\x1b[13u\x1b[27u\x1b[127;3u\x1b[9;2u',
    ['enter', 'escape', 'Alt-backspace', 'Shift-tab'],
  ],
  ['kitty: text that a key typed', '\x1b[97;2;65u\x1b[39;;228u', ['A', 'ä']],
  ['kitty: the keypad', '\x1b[57402u\x1b[57420u\x1b[57414u', ['3', 'down', 'enter']],
  ['kitty: a key that is released is no key', '\x1b[97;1:1u\x1b[97;1:3u\x1b[1;1:3B', ['a']],
  ['kitty: repeats are keys', '\x1b[1;1:2B', ['down']],
  ['kitty: locks do not matter, modifier keys alone neither', '\x1b[97;129u\x1b[57441u', ['a']],
  ['modifyOtherKeys', '\x1b[27;5;13~\x1b[27;6;65~', ['Ctrl-enter', 'Ctrl-A']],
  ['a paste', '\x1b[200~is:denied q\x1b[201~x', ['paste:is:denied q', 'x']],
  ['line ends and tabs in a paste', '\x1b[200~a\r\nb\rc\nd\te\x1b[201~', ['paste:a b c d e']],
  ['controls and colours in a paste', '\x1b[200~a\x03\x1b[31mb\x1b]0;t\x07c\x9b\x1b[201~', ['paste:abc']],
  ['an empty paste', '\x1b[200~\x1b[201~j', ['j']],
  ['a key that nobody knows', '\x1b[99~\x1b[1;2y\x1bOzj', ['j']],
  ['answers of a terminal', '\x1b[?62;22c\x1b[12;40R\x1b[?2026;2$y\x1b[Ij', ['j']],
  [
    'strings that a terminal sends',
    '\x1b]11;rgb:0/0/0\x07\x1b]11;rgb\x1b\\\x1bP1+r\x1b\\\x1b_G\x1b\\j',
    ['j'],
  ],
  ['mouse reports', '\x1b[<0;10;10M\x1b[<0;10;10m\x1b[M !!j', ['j']],
  ['a control within a sequence', '\x1b[1;\rj', ['enter', 'j']],
  ['C1 controls', '\u009bA\u0085', ['A']],
];

describe('a read', () => {
  test.each(table)('decodes %s', (_what, bytes, keys) => {
    expect(keysOf(bytes)).toEqual(keys);
  });

  test('passes over bytes that are no UTF-8', () => {
    expect(keysOf(Uint8Array.of(0x61, 0xff, 0xc3, 0x62, 0xe6, 0xbc, 0x63, 0x80, 0xf8, 0x64))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

test('wherever reads end, within characters and sequences, the keys are the same', () => {
  const everything = table
    .map(([, bytes]) => bytes)
    .filter((bytes) => !['\x1b', '\x1b\x1b', '\x1b[', '\x1bO'].includes(bytes));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(everything),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (parts, sizes) => {
        const bytes = Buffer.from(parts.join(''));
        const reads: Uint8Array[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          reads.push(bytes.subarray(at, at + sizes[i % sizes.length]!));
          at += sizes[i % sizes.length]!;
        }
        expect(keysOf(...reads)).toEqual(keysOf(bytes));
      },
    ),
  );
});

test('no bytes make it throw, and after a time-out it starts afresh', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (reads) => {
      let state = startOfInput;
      for (const read of reads) state = decodeInput(state, read).state;
      const after = decodeTimeout(state).state;
      if (after.paste === undefined)
        expect(decodeInput(after, Buffer.from('j')).keys.map(nameOf)).toEqual(['j']);
    }),
  );
});

describe('what is pending', () => {
  const timeoutAfter = (bytes: string) => decodeInput(startOfInput, Buffer.from(bytes)).timeoutMs;

  test('is given up after 100 ms when it may be an Esc that was typed', () => {
    expect([timeoutAfter('\x1b'), timeoutAfter('\x1b['), timeoutAfter('\x1bO')]).toEqual([100, 100, 100]);
  });

  test('is waited for longer when only a terminal can have sent it', () => {
    expect([timeoutAfter('\x1b[1;'), timeoutAfter('\x1b]11;'), timeoutAfter('é'.slice(0, 1))]).toEqual([
      1000,
      1000,
      undefined,
    ]);
  });

  test('is nothing after whole keys, and a paste is waited for without end', () => {
    expect([timeoutAfter('j'), timeoutAfter('\x1b[A'), timeoutAfter('\x1b[200~abc\x1b')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is a Down arrow and not an Esc when the rest comes in time', () => {
    expect(keysOf('\x1b', '[', 'B')).toEqual(['down']);
  });
});
