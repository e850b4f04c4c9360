import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { dayOfFolder, noDay } from '../../src/load/dated-folders.ts';
import { startDiscovery } from '../../src/load/discover.ts';
import { headLength, newestFirst, splitNewest } from '../../src/load/found-file.ts';
import { measureFiles } from '../../src/load/measure-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The names found below a folder, sorted, and the problems as `name: message`. */
async function namesIn(folder: string, ...paths: string[]) {
  const { files, problems } = await startDiscovery(paths.map((path) => join(folder, path))).toEnd();
  return {
    files: files.map(({ path }) => relative(folder, path)).sort(),
    problems: problems.map(({ path, kind, message }) => `${relative(folder, path)}: ${kind}, ${message}`),
  };
}

test('folders are searched deep, but for hidden folders', async () => {
  const folder = temporaryFolder({
    'a/b/c.json.gz': '',
    'a/d': '',
    '.git/e.json': '',
    'a/.hidden/f.json': '',
  });
  expect(await namesIn(folder, '.')).toEqual({ files: ['a/b/c.json.gz', 'a/d'], problems: [] });
  expect((await namesIn(folder, '.git')).files).toEqual(['.git/e.json']);
});

test('paths are shown as they were given', async () => {
  const folder = relative(process.cwd(), temporaryFolder({ 'a/b.json': 'xyz' }));
  const { files } = await startDiscovery([folder]).toEnd();
  expect(files).toEqual([{ path: join(folder, 'a/b.json') }]);
  expect((await measureFiles(files)).files).toMatchObject([{ path: join(folder, 'a/b.json'), size: 3 }]);
});

test.each([
  ['*.json', ['a.json', 'b.json']],
  ['**/*.gz', ['deep/er/d.gz']],
  ['{a,c}.*', ['a.json', 'c.txt']],
  ['d*', ['deep/er/d.gz']],
])('the glob %s finds what a shell would', async (pattern, expected) => {
  const folder = temporaryFolder({ 'a.json': '', 'b.json': '', 'c.txt': '', 'deep/er/d.gz': '' });
  expect(await namesIn(folder, pattern)).toEqual({ files: expected, problems: [] });
});

test('a file whose own name looks like a glob is that file', async () => {
  const folder = temporaryFolder({ '[a].json': '', 'a.json': '' });
  expect((await namesIn(folder, '[a].json')).files).toEqual(['[a].json']);
});

test('what is missing is named', async () => {
  const folder = temporaryFolder();
  expect(await namesIn(folder, 'nothing.json', '*.gz')).toEqual({
    files: [],
    problems: [
      'nothing.json: missing, no such file or folder',
      '*.gz: missing, no file has a name like that',
    ],
  });
});

test('a file that several paths and links lead to is found once, under the same name in any order of paths', async () => {
  const folder = temporaryFolder({ 'b/file.json': '', 'z.json': '' });
  symlinkSync(join(folder, 'b'), join(folder, 'c'));
  symlinkSync(join(folder, 'b/file.json'), join(folder, 'a.json'));
  symlinkSync(folder, join(folder, 'b/round'));
  const expected = { files: ['a.json', 'z.json'], problems: [] };
  expect(await namesIn(folder, '.')).toEqual(expected);
  expect(await namesIn(folder, 'c', 'z.json', 'b', 'a.json')).toEqual(expected);
  expect(await namesIn(folder, 'a.json', 'b', 'z.json', 'c')).toEqual(expected);
});

/** A tree as S3 delivery makes it: a file for each day, in a folder for the day. */
function datedFolder(region: string, days: readonly string[]): { [name: string]: string } {
  const name = (day: string) =>
    `AWSLogs/111122223333/CloudTrail/${region}/${day}/111122223333_CloudTrail_${region}_${day.replaceAll('/', '')}T0910Z_a.json.gz`;
  return Object.fromEntries(days.map((day) => [name(day), '']));
}

test('the newest files are found before folders of older days are opened', async () => {
  const folder = temporaryFolder({
    ...datedFolder('eu-west-1', ['2025/12/30', '2025/12/31', '2026/01/09', '2026/02/01', '2026/02/02']),
    ...datedFolder('us-east-1', ['2024/01/01', '2025/12/31', '2026/02/01']),
    'other/2026.json': '',
  });
  const found: string[] = [];
  const discovery = startDiscovery([folder], ({ path }) => found.push(path));
  const daysIn = (files: readonly { path: string }[]) =>
    files.map(({ path }) => /\d{8}T|2026\.json/.exec(path)![0]).sort();
  const { files } = await discovery.untilNewest(3);
  expect(daysIn(files)).toEqual(['2026.json', '20260201T', '20260201T', '20260202T']);
  expect(found.length).toBe(4);
  expect(discovery.isComplete()).toBe(false);
  const all = await discovery.toEnd();
  expect(all.files.length).toBe(9);
  for (const file of files) expect(all.files).toContain(file);
  expect(discovery.isComplete()).toBe(true);
});

test('a file that was given keeps its name, though a shorter one is found later', async () => {
  const folder = temporaryFolder(datedFolder('eu-west-1', ['2026/02/01', '2026/02/02']));
  const days = join(folder, 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/02');
  const discovery = startDiscovery([folder]);
  const { files } = await discovery.untilNewest(1);
  expect(files.length).toBe(1);
  symlinkSync(files[0]!.path, join(days, '01/a'));
  const all = await discovery.toEnd();
  expect(all.files.length).toBe(2);
  expect(all.files).toContain(files[0]);
});

test('a search that is stopped opens no further folder, and the disk is asked about no further file', async () => {
  const folder = temporaryFolder(datedFolder('eu-west-1', ['2026/01/30', '2026/02/01', '2026/02/02']));
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  const { files } = await startDiscovery([folder], stop, () => isStopped).toEnd();
  expect(files.length).toBe(1);
  expect((await measureFiles(files, () => isStopped)).files).toEqual([]);
});

test('all is searched where there are fewer files with a time than asked for', async () => {
  const folder = temporaryFolder(datedFolder('eu-west-1', ['2025/02/01', '2026/02/02']));
  const discovery = startDiscovery([folder]);
  expect((await discovery.untilNewest(3)).files.length).toBe(2);
  expect(discovery.isComplete()).toBe(true);
});

test.each([
  ['2026', noDay, 20269999],
  ['03', 20269999, 20260399],
  ['07', 20260399, 20260307],
  ['11', 20260307, 20260307],
  ['us-east-1', 20260399, 20260399],
  ['111122223333', noDay, noDay],
  ['03', noDay, noDay],
])('the last day that a folder %s is for, in one for days up to %d: %d', (name, day, expected) => {
  expect(dayOfFolder(name, day)).toBe(expected);
});

test('a link that leads nowhere is a problem of its own', async () => {
  const folder = temporaryFolder({ 'a.json': '' });
  symlinkSync(join(folder, 'gone'), join(folder, 'link'));
  expect(await namesIn(folder, '.')).toEqual({
    files: ['a.json'],
    problems: ['link: unreadable, no such file or folder'],
  });
});

test.skipIf(process.platform === 'win32')('pipes and devices are not opened', async () => {
  const folder = temporaryFolder({ 'a.json': '' });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(await namesIn(folder, '.')).toEqual({
    files: ['a.json'],
    problems: ['pipe: skipped, a named pipe: not opened'],
  });
  const { problems } = await startDiscovery(['/dev/null']).toEnd();
  expect(problems).toMatchObject([{ path: '/dev/null', kind: 'skipped', message: 'a device: not opened' }]);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder without permission is a problem and stops nothing',
  async () => {
    const folder = temporaryFolder({ 'a.json': '' });
    mkdirSync(join(folder, 'closed'), { mode: 0 });
    try {
      expect(await namesIn(folder, '.')).toEqual({
        files: ['a.json'],
        problems: ['closed: unreadable, permission denied'],
      });
    } finally {
      chmodSync(join(folder, 'closed'), 0o700);
    }
  },
);

test('newest files come first, by the time in their names or else by when they were changed', () => {
  const at = (path: string, mtimeMs = 0) => ({ path, size: 1, mtimeMs });
  const files = [
    at('x/111122223333_CloudTrail_us-east-1_20260301T0910Z_abcdefghijklmnop.json.gz', 5e12),
    at('notes.json', Date.UTC(2026, 2, 1, 9, 12)),
    at('y/111122223333_CloudTrail_eu-west-1_20260301T0915Z_abcdefghijklmnop.json.gz'),
    at('20260401T0000Z/old.json'),
  ];
  expect(newestFirst(files).map(({ path }) => path.slice(0, 9))).toEqual([
    'y/1111222',
    'notes.jso',
    'x/1111222',
    '20260401T',
  ]);
});

test('a file that is gone when it is asked about is a problem and stops nothing', async () => {
  const folder = temporaryFolder({ 'a.json': 'x' });
  const gone = { path: join(folder, 'gone.json') };
  const { files, problems } = await measureFiles([gone, { path: join(folder, 'a.json') }]);
  expect(files).toMatchObject([{ path: join(folder, 'a.json'), size: 1 }]);
  expect(problems).toMatchObject([{ ...gone, kind: 'unreadable', message: 'no such file or folder' }]);
});

test.each([
  [[20_000, 500, 500], 1],
  [[1000, 2000, 60_000, 500], 3],
  [[1000, 2000], 2],
  [[200_000, 500], 0],
  [[1000, 200_000], 0],
  [[], 0],
])(
  'of files of %j bytes the first events to be seen are in %i, if they take no more than a moment',
  (sizes, count) => {
    expect(headLength(sizes.map((size, i) => ({ path: `${i}`, size, mtimeMs: 0 })))).toBe(count);
  },
);

test('the newest files are told by their names alone, where names have a time', () => {
  const named = (stamp: string) => ({ path: `x/111122223333_CloudTrail_us-east-1_${stamp}_abc_d.json.gz` });
  const [old, newer, newest, untimed] = [
    named('20251231T2355Z'),
    named('20260301T0910Z'),
    named('20260301T0915Z'),
    { path: '_20260401T0000Z_/notes.json' },
  ];
  expect(splitNewest([newer, untimed, newest, old], 2)).toEqual({
    newest: [newest, newer],
    others: [untimed, old],
  });
});
