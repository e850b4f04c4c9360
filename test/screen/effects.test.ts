import { expect, test } from 'vitest';
import type { Effect } from '../../src/screen/effect.ts';
import { actionFor } from '../../src/screen/keys.ts';
import { loadRecords } from '../query/load-records.ts';
import { incident } from './incident.ts';
import { openScreen } from './screen-script.ts';

const loaded = loadRecords(incident);

function asItStands(event: number): string {
  return new TextDecoder().decode(loaded.recordBytes(event));
}

function effectsOf(keys: string): Effect[] {
  const screen = openScreen(loaded);
  screen.press(keys);
  return screen.effects();
}

function copied(keys: string): string | undefined {
  const effect = effectsOf(keys).find((one) => one.kind === 'copy' || one.kind === 'show-plain');
  return effect === undefined ? undefined : effect.text;
}

test.each([
  ['the cell', 'g j j y v', 'CreateStream'],
  ['the name of the field', 'g j j y k', 'event'],
  ['a value in the parameters', 'g j j enter y v', 'orders-copy'],
  ['its path', 'g j j enter y p', 'requestParameters.streamName'],
  ['its path for jq', 'g j j enter y j', '.requestParameters.streamName'],
  ['where a field stands, for jq', 'g j j y j', '.eventName'],
  ['nothing for jq of what is worked out', 'g j j l y j', undefined],
  ['a number as written', 'g j j enter j y v', '1'],
  ['the ARN of the actor', 'g j j y a', 'arn:aws:sts::111122223333:assumed-role/Deploy/alice'],
  ['the record as it stands', 'g j j y y', asItStands(2)],
  ['the record, printed', 'g j j p p', asItStands(2)],
  [
    'the command that reopens the view',
    '/ "kinesis" enter + y c',
    "trailtui samples --query 'event:=DescribeStream kinesis'",
  ],
  ['the command with an order', 's y c', 'trailtui samples --sort event'],
])('copies %s exactly', (_, keys, text) => {
  expect(copied(keys)).toBe(text);
});

test('a range is copied as its records, one a line, once these have been gathered', () => {
  const screen = openScreen(loaded);
  screen.press('g v j j y y');
  const [gather] = screen.effects().filter((effect) => effect.kind === 'gather-records');
  expect(gather?.kind === 'gather-records' && [...gather.events]).toEqual([0, 1, 2]);
  const records = [0, 1, 2].map((event) => ({
    event,
    json: asItStands(event),
    repairs: [],
    original: undefined,
  }));
  screen.send({ kind: 'records-gathered', for: { what: 'event', to: 'clipboard' }, records });
  const text = [0, 1, 2].map(asItStands).join('\n');
  expect(screen.effects()).toMatchObject([{ kind: 'copy', text, what: 'the event' }]);
});

test('the filters and the query are copied as SQL', () => {
  for (const key of ['s', 'S', 'd']) expect(copied(`+ y ${key}`)).toMatch(/select[\s\S]*DescribeInstances/i);
});

test('the least policy of an event allows its action on its resource', () => {
  expect(copied('g j j y l')).toContain('"kinesis:CreateStream"');
});

test('the timeline of marks holds notes and ids, and no sign that Markdown would take for its own', () => {
  const text = copied('g j j M "*first* | theft" enter y t')!;
  expect(text).toContain(
    '| 2026-03-04T09:14:02Z | alice → Deploy/alice | kinesis:CreateStream | orders-copy | ok |',
  );
  expect(text).toContain('\\*first\\* \\| theft');
  expect(text).toContain('10000000-0000-4000-8000-000000000002');
});

test('the timeline of marks names what was asked in this run, filters and lenses too, and no query kept from another', () => {
  const recent = ['ip:198.51.100.9'];
  const screen = openScreen(loaded, 120, 40, '', {}, recent);
  screen.press('/ "kinesis" enter g + x 3 3 g m y t');
  const text = screen.effects().find((effect) => effect.kind === 'copy')?.text ?? '';
  expect(text.slice(text.indexOf('Queries'))).toBe(
    'Queries of this run:\n\n- `kinesis`\n- `event:=CreateStream kinesis`\n- `is:root kinesis`\n',
  );
});

test('marks, notes and queries are kept for the next run', () => {
  expect(effectsOf('g j j m').filter((effect) => effect.kind === 'keep')).toEqual([
    { kind: 'keep', name: 'marks', value: [['10000000-0000-4000-8000-000000000002', '']] },
  ]);
  expect(effectsOf('/ "kinesis" enter').filter((effect) => effect.kind === 'keep')).toEqual([
    { kind: 'keep', name: 'queries', value: ['kinesis'] },
  ]);
});

test('an export writes what the list shows, in its order, and asks before it writes over a file', () => {
  const screen = openScreen(loaded);
  screen.press('/ "kinesis" enter : "w" space "out.csv" enter');
  const [effect] = screen.effects().filter((one) => one.kind === 'export');
  expect(effect).toMatchObject({ path: 'out.csv', format: 'csv', overwrite: false });
  expect(effect?.kind === 'export' && [...effect.events]).toEqual([2, 3, 4]);
  screen.send({ kind: 'file-exists', path: 'out.csv' });
  expect(screen.lines().join('\n')).toContain('out.csv is there already');
  screen.press('n');
  expect(screen.effects()).toEqual([]);
  screen.send({ kind: 'file-exists', path: 'out.csv' });
  screen.press('y');
  expect(screen.effects()).toMatchObject([{ kind: 'export', path: 'out.csv', overwrite: true }]);
});

test('marks are exported on their own', () => {
  const effect = effectsOf('g m j j m : "wm" space "marks.json" enter').find((one) => one.kind === 'export');
  expect(effect?.kind === 'export' && [...effect.events]).toEqual([0, 2]);
});

test('q quits at the top only, Ctrl-C everywhere, and Esc never', () => {
  expect(effectsOf('q').map((effect) => effect.kind)).toEqual(['quit']);
  expect(effectsOf('enter q')).toEqual([]);
  expect(effectsOf('? q')).toEqual([]);
  expect(effectsOf('/ "q"')).toEqual([]);
  expect(effectsOf('/ Ctrl-C').map((effect) => effect.kind)).toEqual(['quit']);
  expect(effectsOf('escape escape escape')).toEqual([]);
});

test('a paste is text while typing, and never keys', () => {
  const screen = openScreen(loaded);
  const paste = { kind: 'paste', text: 'q kinesis' } as const;
  const outside = actionFor(screen.state(), paste);
  expect(outside?.kind).toBe('told');
  screen.press('/');
  expect(actionFor(screen.state(), paste)).toEqual({ kind: 'type', text: 'q kinesis' });
});

test.each([
  ['out.json', 'json'],
  ['out.ndjson', 'ndjson'],
  ['out.jsonl', 'ndjson'],
  ['a b.CSV', 'csv'],
  ['out.tsv', 'tsv'],
  ['out.md', 'markdown'],
  ['out.txt', 'table'],
])(':w %s writes the matches as %s, and asks before it writes over a file', (path, format) => {
  const screen = openScreen(loaded, 120, 36);
  screen.press(`/ "kinesis" enter : "w ${path}" enter`);
  const events = screen.state().question.matches;
  const exported = { kind: 'export', path, events, format };
  expect(screen.effects()).toContainEqual({ ...exported, overwrite: false });
  screen.send({ kind: 'file-exists', path });
  expect(screen.effects()).toEqual([]);
  screen.press('y');
  expect(screen.effects()).toContainEqual({ ...exported, overwrite: true });
});
