import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import type { FileReport, Problem } from '../../src/decode/problem.ts';
import { eventsOf } from './events-of.ts';

// A case is a pair of files: `name` and `name.expected.json`. A new shape or a new kind of damage needs no new test code.
type Expected = {
  /** The account of the file (member '') or of each member of an archive. */
  readonly files: readonly (Omit<FileReport, 'path' | 'byteLength'> & { readonly member: string })[];
  /** What must be true of each event, in any order. */
  readonly events: readonly { readonly [field: string]: unknown }[];
  /** `says` is a part of the message. */
  readonly problems: readonly (Partial<Problem> & { readonly member?: string; readonly says?: string })[];
};

const folders = ['shapes', 'damage'].map((name) => join(import.meta.dirname, '../fixtures', name));

describe.each(folders)('%s', (folder) => {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));

  test.each(names)('%s', (name) => {
    const bytes = readFileSync(join(folder, name));
    const expected: Expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    const decoded = createDecoder(0, { maxInflatedBytes: 1e9 }).decode({ path: name, bytes });
    const pathOf = (member: string) => (member === '' ? name : `${name}/${member}`);

    const events = eventsOf([decoded]);
    const byTime = (a: { time?: unknown; eventId?: unknown }, b: typeof a) =>
      String(a.time).localeCompare(String(b.time)) || String(a.eventId).localeCompare(String(b.eventId));
    expect(events.toSorted(byTime)).toMatchObject(expected.events.toSorted(byTime));
    expect(decoded.reports).toMatchObject(
      expected.files.map(({ member, ...file }) => ({ ...file, path: pathOf(member) })),
    );
    expect(decoded.problems).toMatchObject(
      expected.problems.map(({ member, says, ...problem }) => ({
        ...problem,
        ...(member === undefined ? {} : { path: pathOf(member) }),
        ...(says === undefined ? {} : { message: expect.stringContaining(says) }),
      })),
    );

    // The account closes, whatever the case: found = events + lost, and every event's bytes are where it says.
    for (const report of decoded.reports) {
      const own = events.filter(({ path }) => path === report.path);
      expect(own).toHaveLength(report.records);
      expect(own.filter(({ repaired }) => repaired !== undefined)).toHaveLength(report.repaired);
      const lost = decoded.problems
        .filter(({ path }) => path === report.path)
        .map(({ recordsLost }) => recordsLost);
      expect(lost.reduce((sum, count) => sum + count, 0)).toBe(report.lost);
    }
    for (const event of events) {
      expect(() => JSON.parse(event.json)).not.toThrow();
      expect(event.fileEnd).toBeGreaterThan(event.fileStart);
      if (event.repaired !== undefined) {
        expect(event.repaired).not.toEqual([]);
        for (const offset of event.repairOffsets) {
          expect(offset).toBeGreaterThanOrEqual(event.fileStart);
          expect(offset).toBeLessThanOrEqual(event.fileEnd);
        }
      }
    }
  });

  test('every expectation has its file', () => {
    const expectations = readdirSync(folder).filter((name) => name.endsWith('.expected.json'));
    expect(expectations.map((name) => name.replace(/\.expected\.json$/, '')).toSorted()).toEqual(
      names.toSorted(),
    );
  });
});
