import { expect, test } from 'vitest';
import type { Picture } from '../../src/screen/picture.ts';
import { linearText } from '../../src/ui/linear-text.ts';

/** A small screen: status, prompt, a list of three, a pane, a footer. */
function pictureWith(
  changes: {
    selected?: number;
    value?: string;
    focus?: boolean;
    footer?: string;
    overlay?: Picture['overlay'];
  } = {},
): Picture {
  const { selected = 0, value = '', focus = false, footer = '? help', overlay } = changes;
  return {
    columns: 40,
    rows: 9,
    overlay,
    cursor: { column: 1, row: 2 + selected, visible: true },
    blocks: [
      { kind: 'lines', key: 'status', lines: [[{ text: ' samples · 3 events   ', style: 'dim' }]] },
      {
        kind: 'prompt',
        key: 'prompt',
        label: { text: ' / ', style: 'hint-key' },
        value,
        placeholder: '',
        valueColumns: 20,
        right: [{ text: '  3 of 3 ', style: 'dim' }],
      },
      {
        kind: 'lines',
        key: 'list',
        lines: [0, 1, 2].map((row) => [
          { text: row === selected ? ' ▸ ' : '   ', style: 'plain' },
          { text: `09:0${row}  CreateStream   alice`, style: 'plain' },
        ]),
      },
      {
        kind: 'panes',
        key: 'panes',
        panes: [
          {
            key: 'request',
            title: 'Request parameters',
            note: '',
            focused: focus,
            widthColumns: 40,
            heightRows: 3,
            lines: [[{ text: 'name "x"', style: 'plain' }]],
          },
        ],
      },
      { kind: 'lines', key: 'footer', lines: [[{ text: footer, style: 'dim' }]] },
    ],
  };
}

test('the first time everything is told, in reading order and without drawing', () => {
  expect(linearText(undefined, pictureWith())).toEqual([
    'samples · 3 events',
    '/ 3 of 3',
    '09:00 CreateStream alice',
    '09:01 CreateStream alice',
    '09:02 CreateStream alice',
    'Request parameters',
    'name "x"',
    '? help',
  ]);
});

test('a step tells the line that is now selected, and nothing else', () => {
  expect(linearText(pictureWith(), pictureWith({ selected: 1 }))).toEqual(['09:01 CreateStream alice']);
});

test('typing tells the prompt, a pane its title, a message itself', () => {
  expect(linearText(pictureWith(), pictureWith({ value: 'ali' }))).toEqual(['/ ali 3 of 3']);
  expect(linearText(pictureWith(), pictureWith({ focus: true }))).toEqual(['Request parameters']);
  expect(linearText(pictureWith(), pictureWith({ footer: 'event copied' }))).toEqual(['event copied']);
});

test('what does not change is not told again', () => {
  expect(linearText(pictureWith(), pictureWith())).toEqual([]);
});

test('a box is told when it opens, with its table in words, and that it closed', () => {
  const overlay: Picture['overlay'] = {
    title: 'Counts',
    top: 1,
    left: 1,
    widthColumns: 30,
    heightRows: 7,
    body: [
      { kind: 'lines', lines: [[{ text: 'by service', style: 'plain' }]] },
      { kind: 'table', rows: [{ value: 'kinesis', count: '3' }] },
    ],
  };
  expect(linearText(pictureWith(), pictureWith({ overlay }))).toEqual([
    'Counts',
    'by service',
    'value: kinesis, count: 3',
  ]);
  expect(linearText(pictureWith({ overlay }), pictureWith())[0]).toBe('Counts closed');
});
