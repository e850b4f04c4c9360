import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as library from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClean } from '../../src/ui/clean-text.ts';
import * as quick from '../../src/ui/quick-tokens.ts';
import { type OutputClass, rememberRows } from '../../src/ui/row-output.ts';

const inkBuild = join(import.meta.dirname, '..', '..', 'node_modules', 'ink', 'build');
const fromInk = async (file: string) => (await import(pathToFileURL(join(inkBuild, file)).href)).default;
const Ink: OutputClass = await fromInk('output.js');
const sanitizeAnsi: (text: string) => string = await fromInk('sanitize-ansi.js');
const Rows = rememberRows(Ink);

// Every character that takes one cell for certain.
const oneCellEach = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => character > '\x1f' && isClean(character),
);

const size = { width: 12, height: 5 };
const looks = ['1', '2', '22', '31', '39', '7', '27', '0', '1;33', '38;5;9'].map((codes) => `\x1b[${codes}m`);
const piece = fc.constantFrom('a', 'bc', ' ', '\n', '日', '👩‍🚀', 'é', '\u200b', '│', ...looks);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const column = fc.integer({ min: -3, max: 13 });
const row = fc.integer({ min: -2, max: 6 });
// Of the text, not of a look's sequence.
const upperCase = (line: string) => line.replace(/(?<!\x1b\[[\d;]*)[a-z]/, (letter) => letter.toUpperCase());
const numbered = (line: string, index: number) => (line === '' ? '' : `${index}${line}`);
const write = fc.record({
  x: column,
  y: row,
  text,
  transformers: fc.constantFrom([], [(line: string) => line], [upperCase], [numbered]),
});
const side = (value: typeof column) => fc.option(value, { nil: undefined, freq: 2 });
const clip = fc.record({ x1: side(column), x2: side(column), y1: side(row), y2: side(row) });
const clipped = fc.record({
  clips: fc.array(clip, { maxLength: 2 }),
  writes: fc.array(write, { maxLength: 3 }),
});

/** What is seen of an output: each character with its looks, in whatever order the codes of these came into force. */
function seen({ output, height }: { readonly output: string; readonly height: number }) {
  const characters = library.styledCharsFromTokens(library.tokenize(output));
  const looks = characters.map(({ styles }) => styles.map(({ code }) => code).sort());
  return { height, text: characters.map(({ value }) => value), looks };
}

test('rows drawn one by one, and remembered, are those that Ink draws', () => {
  fc.assert(
    fc.property(fc.array(clipped, { maxLength: 4 }), (parts) => {
      const draw = (Output: OutputClass) => {
        const output = new Output(size);
        for (const { clips, writes } of parts) {
          for (const clip of clips) output.clip(clip);
          for (const { x, y, text, transformers } of writes) output.write(x, y, text, { transformers });
          for (const _ of clips) output.unclip();
        }
        return seen(output.get());
      };
      const expected = draw(Ink);
      expect(draw(Rows)).toEqual(expected);
      expect(draw(Rows)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('a text is taken apart and put together as the library does it', () => {
  const piecesOfClean = fc.array(fc.oneof(piece, fc.constantFrom(...oneCellEach)), { maxLength: 20 });
  fc.assert(
    fc.property(
      piecesOfClean.map((pieces) => pieces.join('')),
      (text) => {
        const tokens = library.tokenize(text);
        const characters = library.styledCharsFromTokens(tokens);
        expect(quick.tokenize(text)).toEqual(tokens);
        expect(quick.styledCharsFromTokens(quick.tokenize(text))).toEqual(characters);
        const shuffled = characters.toReversed();
        expect(quick.styledCharsToString(shuffled)).toBe(library.styledCharsToString(shuffled));
      },
    ),
    { numRuns: 2000 },
  );
  for (let code = 0; code < 120; code++) {
    const look = `\x1b[${code}m`;
    expect(quick.tokenize(look)).toEqual(library.tokenize(look));
  }
  expect(quick.tokenize(oneCellEach.join(''))).toEqual(library.tokenize(oneCellEach.join('')));
});

test('Ink has nothing to clean in a text that is called clean', () => {
  const any = fc.string({ unit: fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 1 }), fc.string()) });
  fc.assert(
    fc.property(any, (text) => {
      if (isClean(text)) expect(sanitizeAnsi(text)).toBe(text);
    }),
    { numRuns: 2000 },
  );
  expect(isClean('\x1b[2m│\x1b[22m Größe 10\n→ “text”')).toBe(true);
  for (const dirty of ['\x1b[2J', '\x1b[4:3m', 'e\u0301', '\x07', '\x9b1m', '\x1b]8;;x\x07', '\x1b['])
    expect(isClean(dirty), JSON.stringify(dirty)).toBe(false);
});
