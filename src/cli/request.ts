import { availableParallelism } from 'node:os';
import { columnsNamed, type PrintColumn } from '../print/columns.ts';
import type { PrintFormat } from '../print/sheet.ts';
import type { SqlEngineName } from '../query/sql-engine.ts';
import { type FieldName, fieldNamed } from '../record/fields.ts';
import type { Config } from './config.ts';
import type { CommandLine } from './parse-arguments.ts';

/** What the user wants, with every default filled in. */
export type Request = {
  readonly paths: readonly string[];
  /** True when no path was named, and the current folder is meant. */
  readonly currentFolder: boolean;
  readonly query: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** Full screen, or what to print. */
  readonly show: 'screen' | 'events' | 'counts' | 'stats' | 'problems' | 'sql';
  readonly format: PrintFormat;
  readonly columns: readonly PrintColumn[] | undefined;
  /** The engine that the query is to be written for, when it is. */
  readonly sqlEngine: SqlEngineName | undefined;
  readonly countBy: readonly PrintColumn[];
  readonly sort: FieldName;
  readonly reverse: boolean;
  readonly limit: number | undefined;
  readonly keepDuplicates: boolean;
  readonly csvSafe: boolean;
  /** IANA name or `UTC`. */
  readonly zone: string;
  readonly threads: number;
  readonly color: boolean;
  readonly highContrast: boolean;
  readonly lean: boolean;
  readonly screenReader: boolean;
  readonly keepsState: boolean;
  /** The file that frames are reported in. */
  readonly debugFrames: string | undefined;
};

/** What decides between screen and print, and between files and standard input. */
export type Surroundings = {
  /** Standard input is a terminal. */
  readonly stdinTerminal: boolean;
  /** Standard output is a terminal that can show a screen. */
  readonly screenTerminal: boolean;
  readonly env: { readonly [name: string]: string | undefined };
  /** What the configuration says for options that are not given. */
  readonly settled: Pick<Config, 'values' | 'highContrast'>;
  /** Where `--demo` is. */
  readonly samples: () => string;
};

/** More threads than any machine's disk feeds; a slip of the finger must not start a million. */
const mostThreads = 256;

/** The request that a command line makes in these surroundings. */
export function requestOf({ paths, values, flags }: CommandLine, around: Surroundings): Request {
  const named = flags.has('demo') ? [around.samples(), ...paths] : paths;
  const currentFolder = named.length === 0 && around.stdinTerminal;
  const show = whatToShow({ values, flags }, around);
  // Settled columns are the list's: what scripts get does not depend on who runs them.
  const fields = values.fields ?? (show === 'screen' ? around.settled.values.fields : undefined);
  const threads = values.threads ?? around.settled.values.threads;
  return {
    // A query can be written as SQL without any events at hand.
    paths: named.length > 0 || values.sql !== undefined ? named : [currentFolder ? '.' : '-'],
    currentFolder,
    query: values.query ?? '',
    since: values.since,
    until: values.until,
    show,
    sqlEngine: values.sql as SqlEngineName | undefined,
    format: (values.output ?? 'table') as PrintFormat,
    columns: fields === undefined ? undefined : columnsNamed(fields).columns,
    countBy: values.count === undefined ? [] : columnsNamed(values.count).columns,
    sort: values.sort === undefined ? 'time' : fieldNamed(values.sort.toLowerCase())!.name,
    reverse: flags.has('reverse'),
    limit: values.limit === undefined ? undefined : Number(values.limit),
    keepDuplicates: flags.has('keep-duplicates'),
    csvSafe: flags.has('csv-safe'),
    zone: values.tz ?? zoneOf(flags) ?? around.settled.values.tz ?? 'UTC',
    threads: threads === undefined ? availableParallelism() : Math.min(Number(threads), mostThreads),
    color: !flags.has('no-color') && (around.env.NO_COLOR ?? '') === '' && around.env.TERM !== 'dumb',
    highContrast: flags.has('high-contrast') || around.settled.highContrast,
    lean: flags.has('lean'),
    // The variable is the one that programs made with Ink know.
    screenReader: flags.has('screen-reader') || around.env.INK_SCREEN_READER === 'true',
    keepsState: !flags.has('no-state'),
    debugFrames: values['debug-frames'],
  };
}

function whatToShow({ values, flags }: Omit<CommandLine, 'paths'>, around: Surroundings): Request['show'] {
  if (flags.has('problems')) return 'problems';
  if (flags.has('stats')) return 'stats';
  if (values.sql !== undefined) return 'sql';
  if (values.count !== undefined) return 'counts';
  // A format makes sense in print alone.
  const prints = flags.has('print') || values.output !== undefined || !around.screenTerminal;
  return prints ? 'events' : 'screen';
}

function zoneOf(flags: CommandLine['flags']): string | undefined {
  if (flags.has('utc')) return 'UTC';
  return flags.has('local') ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined;
}
