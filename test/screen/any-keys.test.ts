import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureOf } from '../../src/screen/draw.ts';
import { keyTable } from '../../src/screen/keys/key-table.ts';
import { layoutOf } from '../../src/screen/layout.ts';
import type { Picture } from '../../src/screen/picture.ts';
import type { State } from '../../src/screen/state.ts';
import { textWidth } from '../../src/screen/text/cell-width.ts';
import { spansWidth } from '../../src/screen/text/spans.ts';
import { loadRecords } from '../query/load-records.ts';
import { loadSamples } from '../query/samples.ts';
import { hostileRecords } from './hostile-records.ts';
import { openScreen } from './screen-script.ts';
import { textOf } from './text-of.ts';

const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const worlds = [loadSamples(), loadRecords(hostileRecords), loadRecords([])];

const tableKeys = [...new Set(keyTable.flatMap((row) => row.keys))].filter(
  (key) => !['Ctrl-C', 'Ctrl-Z', 'q'].includes(key),
);
const typed = ['"kin"', '"is:den"', '"("', '"event:"', '"日本"', '"é👍"', '"-2h"', '"w out.csv"'];
const anyKey = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...tableKeys)
      .map((key) => (key.length === 2 && /^[ayp]/.test(key) ? [...key].join(' ') : key)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...typed) },
);
const anySize = fc.oneof(
  fc.record({ columns: fc.integer({ min: 40, max: 220 }), rows: fc.integer({ min: 10, max: 70 }) }),
  fc.record({ columns: fc.integer({ min: 1, max: 45 }), rows: fc.integer({ min: 1, max: 12 }) }),
);

test('whatever keys are pressed at whatever size, every row is as wide as the screen and holds nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(
      fc.nat(worlds.length - 1),
      anySize,
      fc.array(fc.oneof({ weight: 20, arbitrary: anyKey }, { weight: 1, arbitrary: anySize }), {
        maxLength: 40,
      }),
      (world, size, steps) => {
        const screen = openScreen(worlds[world]!, size.columns, size.rows);
        for (const step of steps) {
          if (typeof step === 'string') screen.press(step);
          else screen.send({ kind: 'resized', ...step });
          checkPicture(pictureOf(screen.state()));
          checkState(screen.state());
        }
      },
    ),
    { numRuns: 150 },
  );
});

function checkPicture(picture: Picture): void {
  const rows = textOf(picture);
  expect(rows.length).toBe(picture.rows);
  for (const row of rows) {
    if (textWidth(row) !== picture.columns)
      expect(row).toBe(`a row of ${picture.columns} cells, not ${textWidth(row)}`);
    if (control.test(row)) expect(row).toBe('a row without control characters');
  }
  for (const block of picture.blocks) {
    if (block.kind === 'panes') {
      for (const pane of block.panes) {
        const border = pane.key === 'list' ? 0 : 2;
        expect(pane.lines.length).toBe(pane.heightRows - border);
        for (const line of pane.lines) expect(spansWidth(line)).toBe(pane.widthColumns - border);
      }
    }
  }
  const { overlay, cursor } = picture;
  expect(cursor.column).toBeGreaterThanOrEqual(0);
  expect(cursor.row).toBeGreaterThanOrEqual(0);
  expect(cursor.column).toBeLessThan(picture.columns);
  expect(cursor.row).toBeLessThan(picture.rows);
  if (overlay === undefined) return;
  expect(overlay.top + overlay.heightRows).toBeLessThanOrEqual(picture.rows);
  expect(overlay.left + overlay.widthColumns).toBeLessThanOrEqual(picture.columns);
  for (const part of overlay.body) {
    if (part.kind === 'lines')
      for (const line of part.lines) expect(spansWidth(line)).toBe(overlay.widthColumns - 2);
  }
}

function checkState(state: State): void {
  const { list } = state;
  expect(list.lines[list.position] ?? -1).toBe(list.selected);
  const layout = layoutOf(state);
  if (layout.listRows > 0 && list.selected >= 0 && state.popup === undefined) {
    const shown = pictureOf(state).blocks.find((block) => block.key === 'list');
    const lines =
      shown?.kind === 'lines' ? shown.lines : shown?.kind === 'panes' ? shown.panes[0]!.lines : [];
    const selected = lines.some((line) => line.some((span) => span.text === '▸'));
    expect(selected).toBe(true);
  }
}
