import { basename } from 'node:path';
import type { Loading } from '../load/loading.ts';
import type { FieldName } from '../record/fields.ts';
import { shellQuoted } from '../screen/change/reopen-command.ts';
import { firstHint } from '../screen/keys/first-hint.ts';
import { keyTable } from '../screen/keys/key-table.ts';
import type { Message } from '../screen/state.ts';
import type { Config } from './config.ts';
import { exitCode } from './exit-code.ts';
import { exportEvents } from './export-events.ts';
import { type KeptState, keptMarks, keptQueries, noKeptState } from './kept-state.ts';
import { sayNothingLoaded, sayUnreachable, somethingLoaded } from './load-report.ts';
import { readList } from './read-list.ts';
import type { Request } from './request.ts';
import { type Io, sayLine } from './streams.ts';

/** How long a load may take to show its first event before the screen opens without any. */
const patienceMs = 250;

/** Opens the full-screen program on a load under way; the exit code once it is closed. */
export async function openScreen(
  request: Request,
  query: string,
  config: Config,
  loading: Loading,
  kept: KeptState,
  io: Io,
): Promise<number> {
  // The screen's code is read while the first files are.
  const uiLoading = loadUi();
  uiLoading.catch(() => {}); // told below, if the screen is to open at all
  await firstEvent(loading);
  const snapshot = loading.snapshot();
  if (loading.progress().done && snapshot.length === 0) {
    sayUnreachable(snapshot, io.stderr);
    if (somethingLoaded(snapshot) && !request.currentFolder) sayLine(io.stderr, 'no events in what was read');
    else sayNothingLoaded(snapshot, request, io.stderr);
    return somethingLoaded(snapshot) ? exitCode.noMatch : exitCode.failed;
  }
  const ui = await uiLoading;
  const streams = ui.openTerminalStreams();
  if (streams === undefined) {
    sayLine(io.stderr, 'there is no terminal that keys could come from: add --print');
    return exitCode.failed;
  }
  const closed = ui.runScreen({
    loading,
    start: {
      settings: {
        title: titleOf(request),
        zone: request.zone,
        nowMs: Date.now(),
        command: commandOf(request),
        readList,
        accounts: config.accounts,
        ...(config.keys === undefined ? {} : { keys: config.keys }),
        ...(config.lenses === undefined ? {} : { lenses: config.lenses }),
      },
      query,
      marks: keptMarks(kept),
      queries: keptQueries(kept),
      sort:
        request.sort === 'time' && !request.reverse
          ? undefined
          : { field: request.sort, reverse: request.reverse },
      columnsShown: fieldsOf(request),
      message: firstMessage(config, kept),
    },
    terminal: ui.createTerminal(streams, { spoken: request.screenReader }),
    theme: themeOf(request),
    lean: request.lean,
    spoken: request.screenReader,
    exportEvents: (effect) => exportEvents(loading, request.zone, effect),
    keep: kept.keep,
    frameLog: request.debugFrames === undefined ? undefined : ui.createFrameLog(request.debugFrames),
  });
  io.onReach?.('screen');
  await closed;
  return exitCode.matched;
}

async function loadUi() {
  const [{ runScreen }, { createTerminal }, { openTerminalStreams }, { createFrameLog }] = await Promise.all([
    import('../ui/run-screen.ts'),
    import('../ui/terminal.ts'),
    import('../ui/terminal-streams.ts'),
    import('../ui/frame-log.ts'),
  ]);
  return { runScreen, createTerminal, openTerminalStreams, createFrameLog };
}

function themeOf({ color, highContrast }: Request) {
  if (!color) return 'plain';
  return highContrast ? 'high-contrast' : 'colour';
}

/** What is wrong with the configuration, since standard error is behind the screen; in the first run, how to begin. */
function firstMessage({ complaints, keys }: Config, kept: KeptState): Message | undefined {
  const [complaint, ...more] = complaints;
  if (complaint !== undefined) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    return { text: `${complaint}${others}`, tone: 'warning' };
  }
  if (kept === noKeptState || kept.read('hints') !== undefined) return undefined;
  kept.keep('hints', ['first run']);
  return { text: firstHint(keys ?? keyTable), tone: 'plain' };
}

/** What was opened, for the status line. */
function titleOf({ paths, currentFolder }: Request): string {
  if (currentFolder) return basename(process.cwd());
  const [first = '', ...others] = paths.map((path) => (path === '-' ? 'standard input' : path));
  return others.length > 1 ? `${first} and ${others.length} more` : [first, ...others].join(' ');
}

/** The paths and options that the same events come from, as a shell takes them. */
function commandOf({ paths, zone, keepDuplicates }: Request): string {
  const words = paths.map(shellQuoted);
  if (paths.some((path) => path.startsWith('-') && path !== '-')) words.unshift('--');
  if (zone !== 'UTC') words.unshift(`--tz ${shellQuoted(zone)}`);
  if (keepDuplicates) words.unshift('--keep-duplicates');
  return words.join(' ');
}

/** The fields among the columns asked for; a path has no column in the list. */
function fieldsOf({ columns }: Request): readonly FieldName[] | undefined {
  const names = columns?.flatMap((column) => (column.from === 'field' ? [column.field] : []));
  return names === undefined || names.length === 0 ? undefined : names;
}

/** Fulfilled when there is something to see, nothing more to come, or patience at its end. */
function firstEvent(loading: Loading): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, patienceMs);
    const stop = loading.subscribe(() => {
      if (loading.snapshot().length > 0) finish();
    });
    loading.done.then(finish);
    function finish(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
