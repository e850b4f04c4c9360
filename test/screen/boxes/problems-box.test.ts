import { expect, test } from 'vitest';
import { createDecoder } from '../../../src/decode/decode.ts';
import { createEventStore } from '../../../src/store/event-store.ts';
import { bytesFrom } from '../../query/samples.ts';
import { incident } from '../incident.ts';
import { openScreen } from '../screen-script.ts';

const folder = 'AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/04';

/** A file that was cut short, and one that is no log. */
function openDamaged(columns: number) {
  const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
  const store = createEventStore({ keepDuplicates: false });
  const text = JSON.stringify({ Records: incident });
  const files = [
    { path: `${folder}/111122223333_CloudTrail_us-east-1_20260304T0920Z.json`, text: text.slice(0, -200) },
    { path: 'README.md', text: 'These are the logs.\n' },
  ];
  for (const file of files)
    store.append(decoder.decode({ path: file.path, bytes: new TextEncoder().encode(file.text) }));
  const snapshot = store.snapshot();
  return openScreen({ snapshot, recordBytes: bytesFrom(snapshot) }, columns, 24);
}

test.each([80, 160])(
  'at %i columns problems are counted as in the first line, and each says what it is',
  (columns) => {
    const screen = openDamaged(columns);
    const text = () => screen.lines().join('\n');
    expect(text()).toContain('2 files · 1 problem ');
    screen.press('!');
    expect(text()).toContain('╭ Problems: 1, and 1 file of other sorts ─');
    expect(text()).toMatch(/│ truncated +\S*east-1_20260304T0920Z\.json at byte [\d,]+ {2}a record/);
    screen.press('/ "readme"');
    expect(text()).toContain('╭ Problems: 1 of 2 ─');
  },
);
