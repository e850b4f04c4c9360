import { expect, test } from 'vitest';
import { newValues } from '../../../src/screen/events/new-values.ts';
import { loadRecords } from '../../query/load-records.ts';
import { incident } from '../incident.ts';
import { openScreen } from '../screen-script.ts';

const loaded = loadRecords(incident);

test('what is new outside a range is a query of its values', () => {
  const until = Date.parse('2026-03-04T09:16:00Z');
  expect(newValues(loaded.snapshot, Date.parse('2026-03-03T00:00:00Z'), until)).toEqual({
    text: '(principal:=autoscaling.amazonaws.com | event:=DescribeInstances,=GetObject,=CreateAccessKey)',
    count: 4,
    left: 0,
  });
});

test('nothing is new when everything is normal', () => {
  expect(newValues(loaded.snapshot, 0, Number.MAX_SAFE_INTEGER)).toEqual({ text: '', count: 0, left: 0 });
});

test('on the timeline a range is taken as normal by a key, and what is new stays', () => {
  const screen = openScreen(loaded, 120, 40);
  screen.press('g i B');
  const names = [...screen.state().question.matches].map((event) => loaded.snapshot.text('event', event));
  expect(names).not.toContain('ListBuckets');
  expect(names).toContain('AssumeRole');
  screen.press('[');
  expect(screen.state().question.matches.length).toBe(9);
});
