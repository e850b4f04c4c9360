import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Frame, type FrameCursor, readFrame } from '../../src/ui/frame.ts';
import { paintFrame } from '../../src/ui/painter.ts';
import { createEmulator, type Emulator, type EmulatorCell } from '../tools/emulator.ts';

const cursor: FrameCursor = { column: 0, row: 0, visible: true };

/** What the emulator must show for a frame. */
function expectShown(emulator: Emulator, frame: Frame): void {
  frame.rows.forEach((row, index) => {
    const cells = emulator.cells(index);
    expect(cells.map((cell) => cell.character)).toEqual(row.characters);
    expect(cells.map(visibleLook)).toEqual(row.looks.map(lookName));
  });
  expect(emulator.cursor()).toEqual({ column: frame.cursor.column, row: frame.cursor.row });
}

/** The look of a cell as far as it is seen: on a blank, bold and colours are not. */
function visibleLook({ character, look }: EmulatorCell): string {
  return character === ' ' && !/underline|inverse|bg/.test(look) ? '' : look;
}

/** `1;31` in the words of the emulator. */
function lookName(look: string): string {
  const codes = look === '' ? [] : look.split(';').map(Number);
  const words = [
    codes.includes(1) ? 'bold' : '',
    codes.includes(2) ? 'dim' : '',
    codes.includes(4) ? 'underline' : '',
    codes.includes(7) ? 'inverse' : '',
    ...codes.filter((code) => code >= 30 && code < 40).map((code) => `fg${code - 30}`),
    ...codes.filter((code) => code >= 40).map((code) => `bg${code - 40}`),
  ];
  return words.filter(Boolean).join(' ');
}

const looks = [
  '',
  '\x1b[1m',
  '\x1b[2m',
  '\x1b[7m',
  '\x1b[31m',
  '\x1b[1m\x1b[36m',
  '\x1b[4m\x1b[32m',
  '\x1b[41m',
];
// The emulator counts an emoji as narrow, as old terminals do: those have a test of their own.
const word = fc.constantFrom(
  'ok',
  'AccessDenied',
  '漢字',
  'e\u0301',
  '          ',
  '            ',
  '│',
  '▸ alice',
  '…',
  'x',
);
const line = fc
  .array(fc.tuple(fc.constantFrom(...looks), word), { maxLength: 8 })
  .map((spans) => spans.map(([look, text]) => `${look}${text}\x1b[0m`).join(''));

const columns = 40;
const rowCount = 12;

/** A screen's next text: every line anew, one line changed, or a region scrolled. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('all' as const),
    lines: fc.array(line, { minLength: rowCount, maxLength: rowCount }),
  }),
  fc.record({ kind: fc.constant('one' as const), row: fc.nat(rowCount - 1), line }),
  fc.record({
    kind: fc.constant('scroll' as const),
    top: fc.nat(rowCount - 1),
    height: fc.integer({ min: 2, max: rowCount }),
    by: fc.integer({ min: -3, max: 3 }),
    line,
  }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changeLines(lines: readonly string[], step: Change): string[] {
  if (step.kind === 'all') return step.lines;
  if (step.kind === 'one') return lines.map((old, row) => (row === step.row ? step.line : old));
  const bottom = Math.min(rowCount, step.top + step.height);
  return lines.map((old, row) => {
    if (row < step.top || row >= bottom) return old;
    const from = row + step.by;
    return from >= step.top && from < bottom ? lines[from]! : step.line;
  });
}

test('after any sequence of frames the terminal shows exactly the last', async () => {
  const cursors = fc.record({
    column: fc.nat(columns - 1),
    row: fc.nat(rowCount - 1),
    visible: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(change, cursors), { minLength: 1, maxLength: 8 }), async (steps) => {
      const emulator = createEmulator(columns, rowCount);
      let lines: string[] = Array.from({ length: rowCount }, (_, row) => `row ${row}`);
      let shown: Frame | undefined;
      for (const [step, at] of steps) {
        lines = changeLines(lines, step);
        const frame = readFrame(lines.join('\n'), columns, rowCount, at, shown);
        await emulator.write(paintFrame(shown, frame));
        expectShown(emulator, frame);
        shown = frame;
      }
    }),
    { numRuns: 150 },
  );
});

function frameOf(lines: readonly string[], width: number, at = cursor, previous?: Frame): Frame {
  return readFrame(lines.join('\n'), width, lines.length, at, previous);
}

describe('the bytes', () => {
  const list = (from: number, selected: number) =>
    Array.from({ length: 45 }, (_, row) => {
      const text =
        `   09:14:${from + row}  kinesis  CreateStream  alice  orders-${(from + row) * 7919}`.padEnd(160);
      return from + row === selected ? `\x1b[7m${text}\x1b[0m` : text;
    });

  test('are none when nothing changed', () => {
    const frame = frameOf(list(0, 3), 160);
    expect(paintFrame(frame, frameOf(list(0, 3), 160, cursor, frame))).toBe('');
  });

  test('are a cursor move when only the cursor moved', () => {
    const frame = frameOf(list(0, 3), 160);
    const bytes = paintFrame(frame, frameOf(list(0, 3), 160, { column: 5, row: 4, visible: true }, frame));
    expect(bytes).toBe('\x1b[5;6H\x1b[?25h');
  });

  test('of a step in a list of 160 columns are those of two lines', () => {
    const frame = frameOf(list(0, 3), 160);
    expect(paintFrame(frame, frameOf(list(0, 4), 160)).length).toBeLessThan(400);
  });

  test('of a list that scrolls by a line are not those of the list', () => {
    const frame = frameOf(list(0, 44), 160);
    expect(paintFrame(frame, frameOf(list(1, 45), 160)).length).toBeLessThan(500);
    expect(paintFrame(frameOf(list(5, 5), 160), frameOf(list(4, 4), 160)).length).toBeLessThan(500);
  });

  test('of a line that becomes blank are a few', () => {
    const frame = frameOf(['x'.repeat(160), 'y'], 160);
    expect(paintFrame(frame, frameOf(['', 'y'], 160)).length).toBeLessThan(50);
    const boxed = frameOf([`│${'x'.repeat(150)}│`], 160);
    expect(paintFrame(boxed, frameOf([`│${' '.repeat(150)}│`], 160)).length).toBeLessThan(50);
  });

  test('hold no sequence but those of the painter, whatever the frame holds', async () => {
    const hostile = [
      '\x1b]0;title\x07a',
      '\x1b]52;c;AAAA\x07b',
      '\x1b]8;;http://x\x07c\x1b]8;;\x07',
      '\x1b[2Jd',
      '\x1b[?1049le',
      '\rf',
      '\bg',
      '\x07h',
      '\x9b31mi',
      '\x1b[8mj\x1b[0m',
      '\x1bPx\x1b\\k',
      'l\x00\x7f',
      '\x1b[38;5;9mm\x1b[0m',
    ];
    const emulator = createEmulator(40, hostile.length);
    const frame = frameOf(hostile, 40);
    await emulator.write(paintFrame(undefined, frame));
    expect(emulator.effects()).toEqual([]);
    expectShown(emulator, frame);
    expect(emulator.isAlternate()).toBe(false);
    expect(emulator.lines().map((text) => text.at(-1))).toEqual([...'abcdefghijklm']);
  });
});

test('an emoji that the terminal takes for narrow does not move what stands after it', async () => {
  const emulator = createEmulator(20, 2);
  const first = frameOf(['aaaaaaaaaaaaaaaaaaa│', ''], 20);
  await emulator.write(paintFrame(undefined, first));
  await emulator.write(paintFrame(first, frameOf(['a 😀 👍🏽 🇩🇪 b       │', ''], 20)));
  expect(emulator.lines()[0]).toMatch(/^a 😀.+b {7}│$/u);
  expect(emulator.cells(0)[19]!.character).toBe('│');
  expect(emulator.cells(0)[11]!.character).toBe('b');
});

test('frames are cut and filled to the size of the screen', () => {
  const frame = readFrame('漢字漢字\nab\nc\nd', 5, 3, cursor);
  expect(frame.rows.map((row) => row.characters)).toEqual([
    ['漢', '', '字', '', ' '],
    ['a', 'b', ' ', ' ', ' '],
    ['c', ' ', ' ', ' ', ' '],
  ]);
});
