import type { Loading } from '../load/loading.ts';
import { messageOf } from '../load/reason.ts';
import { startLoading } from '../load/start-loading.ts';
import type { Query } from '../query/question.ts';
import { readConfig } from './config.ts';
import { exitCode } from './exit-code.ts';
import { fullQuery } from './full-query.ts';
import { helpText } from './help.ts';
import { keptMarks, keptStateIn, noKeptState } from './kept-state.ts';
import { showProgress } from './load-progress.ts';
import { sayNothingLoaded, sayProblems, sayUnreachable, somethingLoaded } from './load-report.ts';
import { openScreen } from './open-screen.ts';
import { packageVersion, samplesFolder } from './package-folder.ts';
import { parseArguments } from './parse-arguments.ts';
import { printRequested } from './print-requested.ts';
import { type Request, requestOf } from './request.ts';
import { type Io, sayLine, writeAll } from './streams.ts';

/** Inflated bytes of one file beyond which it is taken for a decompression bomb. */
const maxInflatedBytes = 4 * 2 ** 30;

/**
 * Runs the program.
 *
 * @param args The arguments after the script.
 * @returns The exit code: 0 something matched, 1 nothing matched, 2 nothing could be loaded or wrong usage.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io);
  } catch (failure) {
    sayLine(io.stderr, messageOf(failure));
    return exitCode.failed;
  }
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { commandLine, error } = parseArguments(args);
  if (commandLine === undefined) return refuse(io, error);
  const { flags } = commandLine;
  if (flags.has('help')) return printText(io, helpText(io.stdout.columns));
  if (flags.has('version')) return printText(io, `${packageVersion()}\n`);
  if (flags.has('doctor')) return printText(io, await (await import('./doctor.ts')).runDoctor(io));

  const config = readConfig(io.env);
  for (const complaint of config.complaints) sayLine(io.stderr, complaint);
  const request = requestOf(commandLine, {
    settled: config,
    stdinTerminal: io.stdin.isTTY === true,
    screenTerminal: io.stdout.isTTY === true && io.env.TERM !== 'dumb',
    env: io.env,
    samples: samplesFolder,
  });
  const asked = fullQuery(request);
  if (asked.error !== undefined) return refuse(io, asked.error);
  const refusal = refusalOf(request, io);
  if (refusal !== undefined) return refuse(io, refusal);
  const kept = request.keepsState ? keptStateIn(io.env) : noKeptState;
  const loading = startLoading({
    paths: request.paths,
    threads: request.threads,
    keepDuplicates: request.keepDuplicates,
    maxInflatedBytes,
    watched: request.show === 'screen',
    stdin: request.paths.includes('-') ? io.stdin : undefined,
  });
  try {
    if (request.show === 'screen') return await openScreen(request, asked.text, config, loading, kept, io);
    const hideProgress = showProgress(loading, io);
    await loading.done;
    hideProgress();
    const code = await printLoaded(request, asked.query, loading, keptMarks(kept), io);
    io.onReach?.('print');
    return code;
  } finally {
    await loading.close();
  }
}

/** Why a request cannot be met, though each part of it is right; undefined when it can. */
function refusalOf({ show, paths, format, columns }: Request, io: Io): string | undefined {
  if (show === 'screen' && paths.includes('-') && io.stdin.isTTY === true)
    return 'standard input is the terminal, which the keys come from: pipe events into it, or add --print';
  if (show === 'events' && columns !== undefined && (format === 'ndjson' || format === 'json'))
    return `--fields: ${format} gives whole records (csv, tsv, markdown and table take columns)`;
  return undefined;
}

/**
 * What makes sense when nothing could be read, too: that is what two
 * of these are asked about, and the third needs no events.
 */
const tellsOfNothing: readonly Request['show'][] = ['stats', 'problems', 'sql'];

async function printLoaded(
  request: Request,
  query: Query,
  loading: Loading,
  marks: ReadonlyMap<string, string>,
  io: Io,
): Promise<number> {
  const snapshot = loading.snapshot();
  const isLoaded = somethingLoaded(snapshot) || request.paths.length === 0;
  // Who asks for problems reads them on standard output, and need not be told again.
  const isTold = request.show === 'problems' && snapshot.problems.length > 0;
  if (!isTold) {
    sayUnreachable(snapshot, io.stderr);
    if (!isLoaded) sayNothingLoaded(snapshot, request, io.stderr);
  }
  if (!isLoaded && !tellsOfNothing.includes(request.show)) return exitCode.failed;
  const code = await printRequested(request, query, loading, new Set(marks.keys()), io);
  if (isLoaded && !isTold) sayProblems(snapshot, io.stderr);
  return isLoaded ? code : exitCode.failed;
}

function refuse(io: Io, reason: string): number {
  sayLine(io.stderr, reason);
  return exitCode.failed;
}

async function printText(io: Io, text: string): Promise<number> {
  await writeAll(io.stdout, [text]);
  return exitCode.matched;
}

/**
 * Runs the program in a process: with its arguments and streams, leaving the exit code behind. `onReach` is called when
 * what was asked for has been printed, or the screen has been opened.
 */
export async function runProcess(running: NodeJS.Process, onReach?: Io['onReach']): Promise<void> {
  const { stdin, stdout, stderr, env } = running;
  // Nobody is left to be told that nobody listens: `2>&1 | head`.
  stderr.on('error', () => {});
  running.exitCode = await main(running.argv.slice(2), { stdin, stdout, stderr, env, onReach });
}
