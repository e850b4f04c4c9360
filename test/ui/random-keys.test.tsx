import '../tools/ink-for-require.ts';
import { expect, test } from 'vitest';
import { pictureOf } from '../../src/screen/draw.ts';
import { actionFor } from '../../src/screen/keys.ts';
import type { Picture } from '../../src/screen/picture.ts';
import { ScreenBox } from '../../src/ui/components/screen-box.tsx';
import { type Frame, readFrame } from '../../src/ui/frame.ts';
import { createInkStage } from '../../src/ui/ink-stage.ts';
import { decodeInput, startOfInput } from '../../src/ui/input-decoder.ts';
import { paintFrame } from '../../src/ui/painter.ts';
import { themes } from '../../src/ui/theme.ts';
import { loadRecords } from '../query/load-records.ts';
import { loadSamples } from '../query/samples.ts';
import { hostileRecords } from '../screen/hostile-records.ts';
import { openScreen } from '../screen/screen-script.ts';
import { textOf } from '../screen/text-of.ts';
import { createEmulator } from '../tools/emulator.ts';

const keyCount = 10_000;
const keysBetweenFrames = 50;

const letters = [...'jkhlgGeEwWoOmMuUnNxX[]+-*FHDsSCdvicftz\\!?:123456789\t b/'];
const sequences = [
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x1b[5~',
  '\x1b[6~',
  '\x1b[H',
  '\x1b[F',
  '\x1b[Z',
  '\x1bOP',
  '\x1b\x1b',
  '\r',
  '\x7f',
  '\x04',
  '\x15',
  '\x17',
  '\x01',
  '\x05',
  '\x06',
  '\x0c',
  '\x1b[1;5C',
  '\x1bb',
  '\x1b[3~',
  'ap',
  'ai',
  'yy',
  'pp',
  'yc',
  '\x1b[200~kinesis\ncreate\x1b[201~',
  'é',
  '漢',
  '😀',
  '\x1b[99~',
  '\x1b]0;x\x07',
  '/is:denied\r',
  '/"secret',
  ':sort\r',
  '(',
];

/** Numbers from 0 up to 1, the same each time. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// The emulator takes emoji for narrow, as old terminals do: the painter leaves a blank beside each.
const emoji = /\p{Emoji_Presentation}/gu;

/** The rows that the terminal must show; undefined where ink-table draws, whose lines the picture does not say. */
function expectedRows(picture: Picture): (string | undefined)[] {
  const { overlay } = picture;
  const hasTable = overlay?.body.some((part) => part.kind === 'table') === true;
  return textOf(picture).map((row, index) =>
    hasTable && index >= overlay.top && index < overlay.top + overlay.heightRows
      ? undefined
      : row.replace(emoji, '$& ').trimEnd(),
  );
}

test.each([
  ['the samples', loadSamples, 1],
  ['hostile records', () => loadRecords(hostileRecords), 2],
])(
  'random keys and resizes over %s: nothing throws, and the terminal shows the picture, row for row',
  async (_what, load, seed) => {
    const random = seededRandom(seed);
    const pick = <T,>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
    let size = { columns: 100, rows: 30 };
    const screen = openScreen(load(), size.columns, size.rows);
    const stage = createInkStage(size.columns, size.rows);
    const emulator = createEmulator(size.columns, size.rows);
    let decoder = startOfInput;
    let shown: Frame | undefined;

    const draw = async () => {
      const picture = pictureOf(screen.state());
      const text = stage.draw(<ScreenBox picture={picture} theme={themes.colour} />);
      const frame = readFrame(text, picture.columns, picture.rows, picture.cursor, shown);
      await emulator.write(paintFrame(shown, frame));
      shown = frame;
      expectedRows(picture).forEach((row, index) => {
        if (row !== undefined) expect(emulator.lines()[index]).toBe(row);
      });
      expect(emulator.cursor()).toEqual({ column: picture.cursor.column, row: picture.cursor.row });
    };

    for (let pressed = 1; pressed <= keyCount / 2; pressed++) {
      const decoded = decodeInput(decoder, Buffer.from(random() < 0.7 ? pick(letters) : pick(sequences)));
      decoder = decoded.state;
      for (const key of decoded.keys) {
        const action = actionFor(screen.state(), key);
        if (action !== undefined) screen.send(action);
      }
      if (random() < 0.01) {
        size = { columns: 1 + Math.floor(random() * 200), rows: 1 + Math.floor(random() * 60) };
        screen.send({ kind: 'resized', ...size });
        stage.resize(size.columns, size.rows);
        emulator.resize(size.columns, size.rows);
        shown = undefined;
      }
      if (pressed % keysBetweenFrames === 0) await draw();
    }
    expect(emulator.effects()).toEqual([]);
    stage.close();
  },
  120_000,
);
