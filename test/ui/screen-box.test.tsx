import '../tools/ink-for-require.ts';
import { afterEach, expect, test } from 'vitest';
import type { Line, Overlay, Picture, Span, Style } from '../../src/screen/picture.ts';
import { ScreenBox } from '../../src/ui/components/screen-box.tsx';
import { readFrame } from '../../src/ui/frame.ts';
import { createInkStage, type InkStage } from '../../src/ui/ink-stage.ts';
import { paintFrame } from '../../src/ui/painter.ts';
import { type ThemeName, themes } from '../../src/ui/theme.ts';
import { createEmulator } from '../tools/emulator.ts';

const stages: InkStage[] = [];
afterEach(() => {
  for (const stage of stages.splice(0)) stage.close();
});

/** The picture as a terminal shows it. */
async function show(picture: Picture, theme: ThemeName = 'colour') {
  const { columns, rows, cursor } = picture;
  const stage = createInkStage(columns, rows);
  stages.push(stage);
  const text = stage.draw(<ScreenBox picture={picture} theme={themes[theme]} />);
  const emulator = createEmulator(columns, rows);
  await emulator.write(paintFrame(undefined, readFrame(text, columns, rows, cursor)));
  return emulator;
}

function line(text: string, style: Style = 'plain'): Line {
  return [{ text, style }];
}

function span(text: string, style: Style = 'plain', also?: Style[]): Span {
  return also === undefined ? { text, style } : { text, style, also };
}

const columns = 50;
const picture: Picture = {
  columns,
  rows: 12,
  overlay: undefined,
  cursor: { column: 1, row: 3, visible: true },
  blocks: [
    { kind: 'lines', key: 'status', lines: [line('samples · 4,812 events'.padEnd(columns), 'dim')] },
    {
      kind: 'prompt',
      key: 'prompt',
      label: span(' / ', 'hint-key'),
      value: 'create alice',
      placeholder: 'type to search',
      valueColumns: 30,
      right: line('     37 of 4,812 ', 'dim'),
    },
    {
      kind: 'lines',
      key: 'list',
      lines: [
        line('   09:14:02  CreateStream   漢字   ok'.padEnd(columns - 2)),
        [
          span(' ▸ 09:14:09  ', 'plain', ['selected']),
          span('Create', 'plain', ['match', 'selected']),
          span('Channel  alice  ✗ AccessDenied'.padEnd(columns - 19), 'denied', ['selected']),
        ],
        line(''.padEnd(columns)),
      ],
    },
    {
      kind: 'panes',
      key: 'detail',
      panes: [
        {
          key: 'request',
          title: 'Request parameters',
          note: '1/2',
          focused: true,
          widthColumns: 28,
          heightRows: 5,
          lines: [
            [span('channelName ', 'key'), span('"lobby-cam"'.padEnd(14), 'string')],
            line('a\\u001b'.padEnd(26), 'escape'),
            line(''.padEnd(26)),
          ],
        },
        {
          key: 'response',
          title: 'Response elements',
          note: '',
          focused: false,
          widthColumns: 22,
          heightRows: 5,
          lines: [line('none: denied'.padEnd(20)), line(''.padEnd(20)), line(''.padEnd(20))],
        },
      ],
    },
    { kind: 'lines', key: 'footer', lines: [line('?'.padEnd(columns)), line(''.padEnd(columns))] },
  ],
};

test('blocks stand one below the other, panes side by side', async () => {
  const emulator = await show(picture);
  expect(`\n${emulator.lines().join('\n')}\n`).toMatchInlineSnapshot(`
    "
    samples · 4,812 events
     / create alice                       37 of 4,812
       09:14:02  CreateStream   漢字   ok
     ▸ 09:14:09  CreateChannel  alice  ✗ AccessDenied

    ╭ Request parameters ──────╮╭ Response elements ─╮
    │channelName "lobby-cam"   ││none: denied        │
    │a\\u001b                   ││                    │
    │                          ││                    │
    ╰──────────────────────────╯╰────────────────────╯
    ?

    "
  `);
});

test('styles look as the theme says, and a selected line is one even bar', async () => {
  const emulator = await show(picture);
  const lookOf = (row: number, column: number) => emulator.cells(row)[column]!.look;
  expect(lookOf(3, 5)).toBe('inverse');
  expect(lookOf(3, 14)).toBe('bold underline inverse');
  expect(lookOf(3, 40)).toBe('inverse');
  expect(lookOf(6, 1)).toBe('fg6');
});

test('without colour no cell has one', async () => {
  const emulator = await show(picture, 'plain');
  const looks = picture.blocks.flatMap((_, row) => emulator.cells(row).map((cell) => cell.look));
  expect(looks.filter((look) => /fg|bg/.test(look))).toEqual([]);
});

test('an empty prompt shows what can be typed', async () => {
  const blocks = picture.blocks.map((block) => (block.kind === 'prompt' ? { ...block, value: '' } : block));
  const emulator = await show({ ...picture, blocks });
  expect(emulator.lines()[1]).toBe(' / type to search                     37 of 4,812');
});

const overlay: Overlay = {
  title: 'Counts',
  top: 1,
  left: 4,
  widthColumns: 34,
  heightRows: 10,
  body: [
    { kind: 'lines', lines: [line('by service'.padEnd(32))] },
    {
      kind: 'table',
      rows: [
        { value: 'kinesis', count: '12' },
        { value: 'a name that is much too long here', count: '3' },
      ],
    },
  ],
};

test('an overlay covers what is beneath it, with a table by ink-table', async () => {
  const emulator = await show({ ...picture, overlay });
  expect(`\n${emulator.lines().join('\n')}\n`).toMatchInlineSnapshot(`
    "
    samples · 4,812 events
     / c╭ Counts ────────────────────────╮37 of 4,812
       0│by service                      │
     ▸ 0│ ┌────────────────────┬───────┐ │ccessDenied
        │ │ value              │ count │ │
    ╭ Re│ ├────────────────────┼───────┤ │ elements ─╮
    │cha│ │ kinesis            │ 12    │ │ied        │
    │a\\u│ ├────────────────────┼───────┤ │           │
    │   │ │ a name that is mu… │ 3     │ │           │
    ╰───│ └────────────────────┴───────┘ │───────────╯
    ?   ╰────────────────────────────────╯

    "
  `);
});

test('a change of the picture changes what is drawn', async () => {
  const stage = createInkStage(columns, 12);
  stages.push(stage);
  const first = stage.draw(<ScreenBox picture={picture} theme={themes.colour} />);
  expect(stage.draw(<ScreenBox picture={picture} theme={themes.colour} />)).toBe(first);
  const next = {
    ...picture,
    rows: 1,
    columns: 10,
    blocks: [{ kind: 'lines' as const, key: 'a', lines: [line('tiny')] }],
  };
  stage.resize(10, 1);
  expect(stage.draw(<ScreenBox picture={next} theme={themes.colour} />)).toBe('tiny');
});
