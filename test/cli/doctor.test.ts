import { expect, test } from 'vitest';
import { diagnose, type Findings, reportText } from '../../src/cli/doctor.ts';
import { readFacts } from '../../src/ui/probe-terminal.ts';

const well: Findings = {
  env: { TERM: 'xterm-256color' },
  platform: 'linux',
  nodeVersion: 'v24.1.0',
  size: { columns: 120, rows: 40 },
  colourDepth: 8,
  facts: readFacts('\x1b[1;2R\x1b[1;2R\x1b[1;6R\x1b[1;3R\x1b[1;3R\x1b[?2026;2$y\x1b[?62;22c'),
  tmux: undefined,
  copied: 'a test copied to the clipboard (17 B)',
  freeBytes: 6e9,
  totalBytes: 16e9,
};

function adviceOf(changes: Partial<Findings>): string[] {
  return diagnose({ ...well, ...changes }).flatMap(({ topic, advice }) =>
    advice === undefined ? [] : [`${topic}: ${advice}`],
  );
}

test('where all is well there is nothing to do', () => {
  expect(adviceOf({})).toEqual([]);
  expect(reportText(diagnose(well))).toBe(
    [
      '  Node        v24.1.0',
      '  Terminal    xterm-256color; 120 columns, 40 rows',
      '  Colours     256; trailtui uses the first 16, as your terminal sets them',
      '  Characters  as wide as trailtui takes them for',
      '  Frames      shown whole (synchronized updates)',
      '  Clipboard   a test copied to the clipboard (17 B)',
      '  Memory      6.0 GB of 16 GB free: about 10.0 million events',
      '',
    ].join('\n'),
  );
});

test.each<[string, Partial<Findings>, RegExp]>([
  [
    'no terminal',
    { size: undefined, facts: undefined, copied: undefined },
    /Terminal: run trailtui --doctor at the terminal/,
  ],
  ['a terminal without a name', { env: {} }, /Terminal: set TERM/],
  ['a small terminal', { size: { columns: 60, rows: 20 } }, /Terminal: from 80 columns/],
  [
    'wide lines',
    { facts: readFacts('\x1b[1;2R\x1b[1;2R\x1b[1;11R\x1b[1;3R\x1b[1;3R\x1b[?6c') },
    /Characters: set “ambiguous width”/,
  ],
  [
    'narrow emoji',
    { facts: readFacts('\x1b[1;2R\x1b[1;2R\x1b[1;6R\x1b[1;3R\x1b[1;2R\x1b[?6c') },
    /Characters: lines stay aligned/,
  ],
  ['a terminal that does not answer', { facts: readFacts('') }, /Characters: if lines do not align/],
  [
    'a tmux that holds Esc back',
    { tmux: { 'escape-time': '500', 'set-clipboard': 'external' } },
    /tmux Esc: set -sg escape-time 10/,
  ],
  [
    'a tmux that keeps copies',
    { tmux: { 'escape-time': '0', 'set-clipboard': 'off' } },
    /tmux copy: set -s set-clipboard/,
  ],
  [
    'a copy that nobody confirms',
    { copied: "a test sent to the terminal's clipboard (17 B)" },
    /Clipboard: if it did not, allow OSC 52/,
  ],
  ['little memory', { freeBytes: 1e8 }, /Memory: open fewer files/],
])('%s is told, with what to do', (_what, changes, advice) => {
  expect(adviceOf(changes).join('\n')).toMatch(advice);
});
