import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { completionScripts } from '../../src/build/completions.ts';
import { manualPage } from '../../src/build/manual-page.ts';
import { options } from '../../src/cli/options.ts';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

test('every option is completed in every shell and stands in the manual page', () => {
  for (const [file, script] of Object.entries({ ...completionScripts, manual: () => manualPage('1') })) {
    const text = script().replaceAll('\\-', '-');
    for (const { name } of options) expect(text, file).toMatch(new RegExp(`(--|-l )${name}\\b`));
  }
});

test.skipIf(!has('bash')).each([
  [['--ou'], ['--output']],
  [['-o', 'c'], ['csv']],
  [['--sort', 'reg'], ['region']],
  [
    ['--fields', 'time,ev'],
    ['time,event', 'time,event_id', 'time,event_type'],
  ],
  [['--since', '-'], []],
  [['READM'], ['README.md']],
])('bash completes %j to %j', (words, completions) => {
  const script = `${completionScripts['trailtui.bash']!()}
    COMP_WORDS=(trailtui "$@"); COMP_CWORD=$#; _trailtui 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => line !== '')).toEqual(completions);
});

test.skipIf(!has('groff'))('the manual page is sound roff', () => {
  const { status, stderr, stdout } = spawnSync('groff', ['-man', '-ww', '-Tascii'], {
    input: manualPage('1.2.3'),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('trailtui 1.2.3');
});
