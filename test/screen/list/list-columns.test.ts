import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultTableFields, fields } from '../../../src/record/fields.ts';
import { type WidestValues, widestValues } from '../../../src/screen/events/widest-values.ts';
import {
  columnGap,
  gutterColumns,
  lastingColumns,
  listColumns,
  timeColumns,
} from '../../../src/screen/list/list-columns.ts';
import { loadRecords } from '../../query/load-records.ts';

test.each([
  [200, 'TIME SERVICE EVENT WHO TARGET FROM REGION RESULT'],
  [120, 'TIME SERVICE EVENT WHO TARGET FROM REGION RESULT'],
  [110, 'TIME SERVICE EVENT WHO TARGET FROM RESULT'],
  [100, 'TIME SERVICE EVENT WHO TARGET RESULT'],
  [90, 'TIME SERVICE EVENT WHO RESULT'],
  [80, 'TIME EVENT WHO RESULT'],
  [60, 'TIME EVENT RESULT'],
  [40, 'TIME EVENT RESULT'],
])('at %i columns: %s', (columns, titles) => {
  expect(
    listColumns(columns, undefined, timeColumns.alone)
      .map((column) => column.title)
      .join(' '),
  ).toBe(titles);
});

test('columns fill the line exactly, whichever are chosen, and time, event and result always stay', () => {
  const names = fields.map((field) => field.name);
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 250 }),
      fc.option(fc.shuffledSubarray(names)),
      fc.constantFrom(timeColumns.alone, timeColumns.withDay),
      (columns, chosen, time) => {
        const wanted = chosen === null ? undefined : [...new Set([...chosen, ...lastingColumns])];
        const shown = listColumns(columns, wanted, time);
        const used = shown.reduce(
          (sum, column) => sum + column.widthColumns,
          columnGap.length * (shown.length - 1),
        );
        expect(used + gutterColumns).toBe(columns);
        for (const column of shown) expect(column.widthColumns).toBeGreaterThan(0);
        for (const field of lastingColumns) expect(shown.map((column) => column.field)).toContain(field);
      },
    ),
  );
});

test.each([
  [80, 'TIME EVENT WHO SESSION RESULT'],
  [100, 'TIME SERVICE EVENT WHO SESSION RESULT'],
  [160, 'TIME SERVICE EVENT WHO TARGET FROM REGION SESSION RESULT'],
])('at %i columns one that the user added stays before the usual ones: %s', (columns, titles) => {
  const chosen = [...defaultTableFields.slice(0, -1), 'session' as const, ...defaultTableFields.slice(-1)];
  const shown = listColumns(columns, chosen, timeColumns.alone).map((column) => column.title);
  expect(shown.join(' ')).toBe(titles);
});

test('the service stands before the name of the event where it has no column of its own, but not without room for both', () => {
  expect(
    listColumns(80, undefined, timeColumns.alone).find((column) => column.field === 'event')?.joined,
  ).toBe(true);
  for (const columns of [120, 40])
    expect(
      listColumns(columns, undefined, timeColumns.alone).find((column) => column.field === 'event')?.joined,
    ).toBe(false);
});

test('columns with short values leave the room to who and target', () => {
  const width = (widest: WidestValues, field: string) =>
    listColumns(160, undefined, timeColumns.alone, widest).find((column) => column.field === field)!
      .widthColumns;
  const short = { service: 3, event: 23, source_ip: 11, region: 9, error: 14 };
  expect(width(short, 'service')).toBe(11);
  expect(width(short, 'event')).toBe(23);
  expect(width({ ...short, event: 60 }, 'event')).toBe(30);
  for (const field of ['principal', 'target']) expect(width(short, field)).toBeGreaterThan(width({}, field));
});

test('widths follow what is loaded, not what is shown', () => {
  const { snapshot } = loadRecords([{ eventName: 'PutItem' }, { eventName: 'A\u202eB', awsRegion: 'x' }]);
  expect(widestValues(snapshot)).toMatchObject({
    service: 8,
    event: 'A\\u202eB'.length,
    region: 9,
    error: 2,
  });
});
