import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { readFrame } from '../../src/ui/frame.ts';
import { createFrameWriter, type PaintReport } from '../../src/ui/frame-writer.ts';
import { createEmulator } from '../tools/emulator.ts';

/** An output that is full after each write until it is drained. */
function slowOutput() {
  const output = Object.assign(new EventEmitter(), {
    writes: [] as string[],
    write(bytes: string) {
      output.writes.push(bytes);
      return false;
    },
  });
  return output;
}

function frame(text: string) {
  return readFrame(text, 20, 3, { column: 0, row: 0, visible: true });
}

test('while the output is full frames are skipped, and the newest is painted when it drains', async () => {
  const output = slowOutput();
  const reports: PaintReport[] = [];
  const writer = createFrameWriter(output, (report) => reports.push(report));
  for (const text of ['one', 'two', 'three', 'four']) writer.show(frame(text));
  expect(output.writes.length).toBe(1);
  output.emit('drain');
  expect(output.writes.length).toBe(2);
  expect(reports.map((report) => report.skipped)).toEqual([0, 2]);
  const emulator = createEmulator(20, 3);
  await emulator.write(output.writes.join(''));
  expect(emulator.lines()).toEqual(['four', '', '']);
});

test('a full output that drains with nothing new is left alone', () => {
  const output = slowOutput();
  const writer = createFrameWriter(output);
  writer.show(frame('one'));
  output.emit('drain');
  writer.show(frame('one'));
  expect(output.writes.length).toBe(1);
});

test('after the screen was lost a frame is painted anew, and nothing after the end', () => {
  const output = slowOutput();
  const writer = createFrameWriter(output);
  writer.show(frame('one'));
  output.emit('drain');
  writer.forget();
  writer.show(frame('one'));
  expect(output.writes[1]).toBe(output.writes[0]);
  writer.show(frame('two'));
  writer.stop();
  output.emit('drain');
  expect(output.writes.length).toBe(2);
});
