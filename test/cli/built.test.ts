import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from '../tools/built-program.ts';
import { createScratch, record } from './scratch.ts';

const root = join(import.meta.dirname, '..', '..');
const samples = join(root, 'samples');
const scratch = createScratch();
afterAll(scratch.remove);

let program: string;
beforeAll(() => {
  program = builtProgram();
});

/** Runs a line of shell in which `trailtui` is the built program. */
function shell(line: string) {
  const script = `set -o pipefail; trailtui() { "${process.execPath}" "${program}" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

test('what is printed as json and read again is the same events', () => {
  const columns =
    'time,service,event,principal,principal_type,target,region,source_ip,outcome,error,read_only,account,event_id,request_id,access_key,user_agent,event_type,category,source';
  const direct = shell(`trailtui --print -o csv --fields ${columns} "${samples}"`);
  const again = shell(
    `trailtui --print -o json "${samples}" | trailtui --print -o csv --fields ${columns} -`,
  );
  expect(direct.stdout.split('\n').length).toBeGreaterThan(1000);
  expect(again.stdout).toBe(direct.stdout);
});

test('a reader that has enough ends it quietly', () => {
  const { stdout, stderr } = shell(`trailtui -o csv "${samples}" | head -n 3`);
  expect(stdout.split('\n').length).toBe(4);
  expect(stderr.split('\n').filter((line) => !/files had problems/.test(line))).toEqual(['']);
});

test('a reader of both streams that has enough is no failure', () => {
  const { stdout } = shell(
    `trailtui -o csv "${samples}" 2>&1 | head -n 1 > /dev/null; echo "\${PIPESTATUS[0]}"`,
  );
  expect(stdout).toBe('0\n');
});

test('the exit code says whether something matched', () => {
  expect(shell(`trailtui -q kinesis "${samples}" > /dev/null`).status).toBe(0);
  expect(shell(`trailtui -q nosuchword "${samples}"`).status).toBe(1);
  expect(shell('trailtui nowhere').status).toBe(2);
});

test('events come in through a pipe that is slow', async () => {
  const child = spawn(process.execPath, [program, '-o', 'ndjson']);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const text = JSON.stringify({ Records: [record(1), record(2)] });
  child.stdin.write(text.slice(0, 100));
  setImmediate(() => child.stdin.end(text.slice(100)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, events: out.split('\n').length - 1 }).toEqual({ code: 0, events: 2 });
});

test.each(['/proc', '/dev/null'])('it runs where nothing can be kept in the home %s', (home) => {
  const env = {
    ...process.env,
    HOME: home,
    NODE_COMPILE_CACHE: '',
    XDG_CACHE_HOME: '',
    XDG_STATE_HOME: '',
  };
  const { status, stdout } = spawnSync(
    process.execPath,
    [program, '--count', 'service', '-o', 'csv', samples],
    {
      env,
      encoding: 'utf8',
      timeout: 10_000,
    },
  );
  expect({ status, names: stdout.includes('kinesis') }).toEqual({ status: 0, names: true });
});

test('it runs from any folder, and through a link', () => {
  const link = join(scratch.folder, 'trailtui');
  execFileSync('ln', ['-s', program, link]);
  const out = execFileSync(process.execPath, [link, '--demo', '--count', 'service', '-o', 'csv'], {
    cwd: scratch.folder,
    encoding: 'utf8',
  });
  expect(out).toContain('kinesis');
});

// Some other Node that is on this machine, to see what an old one is told.
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const version = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout : '';
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 22) < 22;
});

test.skipIf(oldNode === undefined)('an older Node is told in one line', () => {
  const { status, stdout, stderr } = spawnSync(oldNode!, [program, samples], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^trailtui needs Node 22 or newer, and this is Node \d+\.\d+\.\d+: .+\n$/);
});
