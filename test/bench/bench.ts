/**
 * How fast loading, asking and showing are, against inflating the same files and nothing else, and against other programs
 * that are installed: all in one run, for absolute times drift. Prints a table and writes `bench-data/results.json`.
 *
 *   npm run bench -- [--events N] [--bytes-per-record N] [--threads N] [--runs N] [--no-peers] [--data FOLDER]
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { principalOf } from '../../src/record/principal.ts';
import { builtProgram } from '../tools/built-program.ts';
import type { Answers } from './ask-questions.ts';
import { deniedQuery } from './denied-query.ts';
import { generate } from './generate.ts';
import { manyFiles } from './many-files.ts';
import { peersHere } from './peers.ts';
import { quantile, type Run, runOnce } from './run-process.ts';
import { kinds } from './time-kinds.ts';
import { watchScreen } from './watch-screen.ts';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    'bytes-per-record': { type: 'string' },
    threads: { type: 'string', default: String(Math.min(8, availableParallelism())) },
    runs: { type: 'string', default: '5' },
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'bench-data') },
    peers: { type: 'boolean', default: true },
    screen: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const { threads, data } = options;
const runs = Number(options.runs);
const bytesPerRecord = options['bytes-per-record'] && Number(options['bytes-per-record']);

/** A line of the table. */
type Line = { readonly what: string; readonly value: number; readonly unit: string; readonly times?: number };
const lines: Line[] = [];

const folder = join(data, `${options.events}${bytesPerRecord ? `-${bytesPerRecord}` : ''}`);
const truth = generate(folder, {
  events: Number(options.events),
  bytesPerRecord: bytesPerRecord || undefined,
  seed: 1,
});
const principal = principalOf({ userIdentity: { type: 'AssumedRole', arn: truth.arn } });
const program = builtProgram();
const script = (name: string, ...args: string[]) => [
  process.execPath,
  join(import.meta.dirname, name),
  ...args,
];
const load = (count: string) => [
  ...[process.execPath, program, '--print', '--threads', count, '--output', 'csv', '--fields', 'event_id'],
  ...['--query', deniedQuery(principal), folder],
];
readAhead(folder);

// One after the other in every round, so that whatever else the machine does falls on all alike.
const commands: { readonly [what: string]: readonly string[] } = {
  'start of Node alone': [process.execPath, '--eval', ''],
  'inflate alone, 1 thread': script('inflate-alone.ts', folder, '1'),
  [`inflate alone, ${threads} threads`]: script('inflate-alone.ts', folder, threads),
  'trailtui: load and answer, no worker': load('0'),
  [`trailtui: load and answer, ${threads} threads`]: load(threads),
};
const taken = new Map<string, Run[]>(Object.keys(commands).map((what) => [what, []]));
for (let round = 0; round < runs; round++)
  for (const [what, command] of Object.entries(commands)) taken.get(what)!.push(await runOnce(command));
const inflateMs = medianMs(taken.get(`inflate alone, ${threads} threads`)!);
for (const [what, all] of taken) {
  add(what, medianMs(all), 'ms', medianMs(all) / medianMs(aloneWith(what)));
  // On a machine that is busy with other things, processor time says more than time does.
  add(`${what}: processor time`, medianCpuMs(all), 'ms', medianCpuMs(all) / medianCpuMs(aloneWith(what)));
  if (!what.startsWith('trailtui')) continue;
  checkAnswer(what, all.at(-1)!.output.trim().split('\n').length - 1, truth.denied);
  add(`${what}: peak memory`, quantile(all.map(({ usage }) => usage?.peakMb ?? Number.NaN)), 'MB');
}

const asked: Answers[] = [];
for (let round = 0; round < Math.min(3, runs); round++)
  asked.push(
    JSON.parse((await runOnce(script('ask-questions.ts', folder, threads, truth.bucket, principal))).output),
  );
const median = (of: (answers: Answers) => number) => quantile(asked.map(of));
checkAnswer('events', asked[0]!.events, truth.events - truth.duplicates);
checkAnswer('text search', asked[0]!.found, truth.inBucket);
checkAnswer('denied', asked[0]!.denied, truth.denied);
add(
  'a letter typed, to the new list: median',
  median(({ letterMs }) => letterMs[0]),
  'ms',
);
add(
  'a letter typed, to the new list: p95',
  median(({ letterMs }) => letterMs[1]),
  'ms',
);
add(
  'counts of a field',
  median(({ countMs }) => countMs),
  'ms',
);
add(
  'sort by another field',
  median(({ sortMs }) => sortMs),
  'ms',
);
add(
  'denied calls of one principal',
  median(({ deniedMs }) => deniedMs),
  'ms',
);
add(
  'text search: first match',
  median(({ firstMatchMs }) => firstMatchMs),
  'ms',
);
const searchMs = median((answers) => answers.searchMs);
add('text search: complete', searchMs, 'ms', searchMs / inflateMs);

for (const kind of [...kinds, 'idle piece'] as const)
  add(
    `${kind}: ${kind === 'idle piece' ? 'p99' : 'p95'}`,
    median((answers) => answers.kinds[kind]),
    'ms',
  );

if (options.screen) {
  const screen = await watchScreen(program, folder);
  add('start to the newest events on the screen', screen.firstEventsMs, 'ms');
  add('key to its frame: median', screen.keyMs[0], 'ms');
  add('key to its frame: p95', screen.keyMs[1], 'ms');
  add('letter to its frame: median', screen.letterMs[0], 'ms');
  add('letter to its frame: p95', screen.letterMs[1], 'ms');
  const many = manyFiles(join(data, 'many-files'));
  add('start to the newest events, 20,000 files', (await watchScreen(program, many)).firstEventsMs, 'ms');
}

if (options.peers)
  for (const { name, command, found } of peersHere({ folder, arn: truth.arn, bucket: truth.bucket })) {
    const all = [await runOnce(command)];
    if (all[0]!.ms < 10_000) all.push(await runOnce(command));
    if (all[0]!.exitCode !== 0) continue;
    if (found !== undefined) checkAnswer(name, found(all[0]!.output), truth.denied);
    add(name, medianMs(all), 'ms', medianMs(all) / inflateMs);
  }

const { model = arch() } = cpus()[0] ?? {};
const machine = `${model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const title = `${truth.events.toLocaleString('en')} events in ${truth.files} files, ${Math.round(truth.bytes / 1e6)} MB (${Math.round(truth.packedBytes / 1e6)} MB packed)`;
console.log(`${title}\n${machine}\n\n${table()}`);
mkdirSync(data, { recursive: true });
const results = { date: new Date().toISOString(), machine, ...truth, threads: Number(threads), runs, lines };
writeFileSync(join(data, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);

/** The runs of inflate alone on as many threads. */
function aloneWith(what: string): Run[] {
  const isSingle = what.includes('no worker') || what.includes('1 thread');
  return taken.get(`inflate alone, ${isSingle ? '1 thread' : `${threads} threads`}`)!;
}

function medianCpuMs(all: readonly Run[]): number {
  return quantile(all.map(({ usage }) => usage?.cpuMs ?? Number.NaN));
}

function medianMs(all: readonly Run[]): number {
  return quantile(all.map(({ ms }) => ms));
}

function add(what: string, value: number, unit: string, times?: number): void {
  lines.push({ what, value, unit, ...(times === undefined ? {} : { times }) });
  process.stderr.write(`${what}: ${value.toFixed(1)} ${unit}\n`);
}

/** A fast answer counts only when it is right. */
function checkAnswer(what: string, got: number, expected: number): void {
  if (got !== expected) throw new Error(`${what}: ${got} found instead of ${expected}`);
}

/** Reads all files once, so that every reader finds them in memory. */
function readAhead(path: string): void {
  for (const file of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (file.isFile()) readFileSync(join(file.parentPath, file.name));
}

/** The lines as a Markdown table. */
function table(): string {
  const rows = lines.map(({ what, value, unit, times }) => [
    what,
    `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)} ${unit}`,
    times === undefined ? '' : `${times.toFixed(2)} ×`,
  ]);
  return [['what', 'median', 'against inflate alone'], ['---', '---:', '---:'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
