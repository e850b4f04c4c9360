import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptMarks, keptQueries, keptStateIn } from '../../src/cli/kept-state.ts';
import { createScratch } from './scratch.ts';

const scratch = createScratch();
afterAll(scratch.remove);

test('marks and queries come back in the next run, and are for their owner alone', () => {
  const env = { XDG_STATE_HOME: join(scratch.folder, 'state') };
  expect(keptMarks(keptStateIn(env)).size).toBe(0);
  keptStateIn(env).keep('marks', [['id-1', 'the stolen key']]);
  keptStateIn(env).keep('queries', ['is:denied']);
  expect([...keptMarks(keptStateIn(env))]).toEqual([['id-1', 'the stolen key']]);
  expect(keptQueries(keptStateIn(env))).toEqual(['is:denied']);
  const folder = join(env.XDG_STATE_HOME, 'trailtui');
  expect(readdirSync(folder).sort()).toEqual(['marks.json', 'queries.json']);
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"version":2,"value":[["a","b"]]}',
  '{"version":1,"value":[1,["a"],["a",2]]}',
])('kept marks that read %j are none', (content) => {
  scratch.write('broken/trailtui/marks.json', content);
  expect(keptMarks(keptStateIn({ XDG_STATE_HOME: join(scratch.folder, 'broken') })).size).toBe(0);
});

test('a place that cannot be written to is no failure', () => {
  const file = scratch.write('file', '');
  expect(() => keptStateIn({ XDG_STATE_HOME: file }).keep('queries', [])).not.toThrow();
});
