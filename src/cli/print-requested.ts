import type { Loading } from '../load/loading.ts';
import { combinationsOf, printCounts } from '../print/counts.ts';
import { printEvents } from '../print/print-events.ts';
import { printProblems } from '../print/problems.ts';
import type { Destination } from '../print/sheet.ts';
import { printStats, statsOf } from '../print/stats.ts';
import { zonedTime } from '../print/zoned-time.ts';
import { explainEmpty } from '../query/explain-empty.ts';
import type { Query } from '../query/question.ts';
import { sortMatches } from '../query/sort.ts';
import { sqlOf } from '../query/sql.ts';
import { formatTime } from '../record/time.ts';
import { recordingNotes } from '../screen/events/stopped-trails.ts';
import { answerFully } from './answer-fully.ts';
import { exitCode } from './exit-code.ts';
import { readList } from './read-list.ts';
import type { Request } from './request.ts';
import { type Io, sayLine, writeAll } from './streams.ts';

/** Values told of each field by `--stats` unless `--limit` says otherwise: for people, and for programs. */
const statsValues = { people: 10, programs: 1000 };

/** Prints what was asked for of a load that is done, and gives the exit code. `marked` are the marks of the screen. */
export async function printRequested(
  request: Request,
  query: Query,
  loading: Loading,
  marked: ReadonlySet<string>,
  io: Io,
): Promise<number> {
  const { format } = request;
  const snapshot = loading.snapshot();
  const terminal = io.stdout.isTTY === true;
  const destination: Destination = {
    terminal,
    columns: terminal ? (io.stdout.columns ?? 80) : undefined,
    csvSafe: request.csvSafe,
  };
  if (request.show === 'problems') {
    const problems = snapshot.problems.slice(0, request.limit);
    await writeAll(io.stdout, printProblems(problems, format, destination));
    return exitCode.matched;
  }
  const context = { nowMs: Date.now(), zone: request.zone, marked, readList };
  if (request.sqlEngine !== undefined && request.show === 'sql') {
    await writeAll(io.stdout, [sqlOf(query, request.sqlEngine, snapshot, context)]);
    return exitCode.matched;
  }
  const matches = await answerFully(query, loading, context);
  if (request.show === 'stats') {
    const mostValues = request.limit ?? (format === 'table' ? statsValues.people : statsValues.programs);
    const notes = recordingNotes(snapshot, formatTime);
    const stats = statsOf(snapshot, matches, mostValues);
    await writeAll(io.stdout, printStats(stats, format, destination, notes));
    return exitCode.matched;
  }
  if (matches.length === 0 && format === 'table') {
    const reasons = explainEmpty(query, snapshot, context);
    sayLine(io.stderr, ['no event matches', ...reasons].join('; '));
    return exitCode.noMatch;
  }
  if (request.show === 'counts') {
    const combinations = await combinationsOf({ snapshot, loading, events: matches }, request.countBy);
    const ordered = request.reverse ? combinations.toReversed() : combinations;
    const timeText = zonedTime(format === 'table' || format === 'markdown' ? request.zone : 'UTC');
    const shown = ordered.slice(0, request.limit);
    await writeAll(io.stdout, printCounts(shown, request.countBy, format, timeText, destination));
  } else {
    const events = sortMatches(snapshot, matches, request.sort, request.reverse).subarray(0, request.limit);
    await writeAll(io.stdout, printEvents({ snapshot, loading, events }, request, destination));
  }
  return matches.length > 0 ? exitCode.matched : exitCode.noMatch;
}
