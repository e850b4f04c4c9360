import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { run } from './run-main.ts';
import { createScratch } from './scratch.ts';

// Real logs, which are not part of the project: where they are missing, this is skipped.
const archive = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', 'cloudtrail-public.zip');

const scratch = createScratch();
afterAll(scratch.remove);

test.skipIf(!existsSync(archive))(
  '55 files of an attack give their 2,900 events in order of time',
  async () => {
    const files = unzipSync(readFileSync(archive), { filter: ({ name }) => /invictus.*[^/]$/.test(name) });
    expect(Object.keys(files)).toHaveLength(55);
    for (const [name, bytes] of Object.entries(files)) scratch.write(name, bytes);
    const { code, out, err } = await run([
      '--print',
      '-o',
      'csv',
      '--fields',
      'time,service,event,principal',
      scratch.folder,
    ]);
    const times = out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.slice(0, 'YYYY-MM-DDTHH:MM:SSZ'.length));
    expect(times).toHaveLength(2900);
    expect(times.every((time) => /^\d{4}-.*Z$/.test(time))).toBe(true);
    expect(times).toEqual(times.toSorted());
    expect({ code, err }).toEqual({ code: 0, err: '' });
  },
);
