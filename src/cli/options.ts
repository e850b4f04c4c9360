import type { PrintFormat } from '../print/sheet.ts';
import { sqlEngines } from '../query/sql-engine.ts';

/**
 * The one table of options. Parsing, `--help`, the README, the manual page and the completions of the shells are made
 * from it or checked against it.
 */

/** How an option's value is completed by a shell, and what is checked of it where the value alone can tell. */
export type ValueKind =
  | 'text'
  | 'format'
  | 'fields'
  | 'field'
  | 'time'
  | 'zone'
  | 'count'
  | 'file'
  | 'engine';

type OptionRow = {
  /** Without the dashes. */
  readonly name: string;
  /** One letter, without the dash. */
  readonly short?: string;
  /** The value's word in the help; absent for an option that takes none. */
  readonly value?: string;
  readonly kind?: ValueKind;
  /** What it does, for the help: one line. */
  readonly about: string;
  /** The heading it stands under. */
  readonly group: OptionGroup;
};

/** The headings of the help, in their order. */
export const optionGroups = ['Which events', 'Printing', 'Times', 'The program'] as const;

/** A heading of the help. */
export type OptionGroup = (typeof optionGroups)[number];

/** Formats of `--output`, with what each gives. */
export const outputFormats = {
  table: 'columns for people',
  ndjson: 'the records as AWS wrote them, one a line',
  json: '{"Records":[…]}, which any CloudTrail tool loads again',
  csv: 'comma-separated, RFC 4180',
  tsv: 'tab-separated',
  markdown: 'a table for a ticket or a report',
} as const satisfies { readonly [F in PrintFormat]: string };

const table = [
  {
    name: 'query',
    short: 'q',
    value: 'TEXT',
    kind: 'text',
    group: 'Which events',
    about: 'start with this query (same language as the search box)',
  },
  {
    name: 'since',
    value: 'T',
    kind: 'time',
    group: 'Which events',
    about: 'from this time on: 2026-03-01, 2026-03-01T09:15Z, -2h (before the newest event), now-1d',
  },
  { name: 'until', value: 'T', kind: 'time', group: 'Which events', about: 'before this time' },
  {
    name: 'keep-duplicates',
    group: 'Which events',
    about: 'do not fold identical records that repeat an eventID',
  },
  { name: 'demo', group: 'Which events', about: 'open the sample incident that ships with trailtui' },

  { name: 'print', short: 'p', group: 'Printing', about: 'print the matches and exit' },
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT',
    kind: 'format',
    group: 'Printing',
    about: `print as ${Object.keys(outputFormats).join(', ')}`,
  },
  {
    name: 'fields',
    value: 'LIST',
    kind: 'fields',
    group: 'Printing',
    about: 'columns of table, csv, tsv, markdown; paths too: time,event,requestParameters.bucketName',
  },
  {
    name: 'sort',
    value: 'FIELD',
    kind: 'field',
    group: 'Printing',
    about: 'order by this field instead of time',
  },
  { name: 'reverse', group: 'Printing', about: 'last first' },
  { name: 'limit', value: 'N', kind: 'count', group: 'Printing', about: 'at most this many' },
  {
    name: 'count',
    value: 'FIELDS',
    kind: 'fields',
    group: 'Printing',
    about: 'instead of events: each distinct combination with count, first and last time',
  },
  {
    name: 'stats',
    group: 'Printing',
    about: 'instead of events: totals, time range, and the top values of each field',
  },
  {
    name: 'problems',
    group: 'Printing',
    about: 'instead of events: what could not be read, was repaired or skipped',
  },
  {
    name: 'sql',
    value: 'ENGINE',
    kind: 'engine',
    group: 'Printing',
    about: `instead of events: the query as SQL for ${sqlEngines.join(', ')}`,
  },
  { name: 'csv-safe', group: 'Printing', about: 'guard values that a spreadsheet would run as formulas' },

  {
    name: 'utc',
    group: 'Times',
    about: 'show times in UTC (the default; csv, tsv, json and ndjson always are)',
  },
  { name: 'local', group: 'Times', about: "show times in this computer's zone" },
  {
    name: 'tz',
    value: 'ZONE',
    kind: 'zone',
    group: 'Times',
    about: 'show times in this zone: Europe/Berlin',
  },

  {
    name: 'threads',
    value: 'N',
    kind: 'count',
    group: 'The program',
    about: 'threads that load files (one for each core); 0 loads without',
  },
  { name: 'no-color', group: 'The program', about: 'no colours (so does NO_COLOR)' },
  {
    name: 'high-contrast',
    group: 'The program',
    about: 'nothing dim, and stronger signs of what is selected',
  },
  {
    name: 'lean',
    group: 'The program',
    about: 'draw less often, for a slow line (by itself when the line turns out to be slow)',
  },
  {
    name: 'screen-reader',
    group: 'The program',
    about: 'tell what changes line by line instead of drawing a screen',
  },
  {
    name: 'doctor',
    group: 'The program',
    about: 'look at terminal, colours, clipboard, tmux and memory, and say what to do',
  },
  {
    name: 'debug-frames',
    value: 'FILE',
    kind: 'file',
    group: 'The program',
    about: 'write what each frame took to a file',
  },
  {
    name: 'no-state',
    group: 'The program',
    about: 'keep no marks and recent queries for the next run, and use none of the last',
  },
  { name: 'help', short: 'h', group: 'The program', about: 'this help' },
  { name: 'version', short: 'V', group: 'The program', about: 'the version' },
] as const satisfies readonly OptionRow[];

/** The name of an option. */
export type OptionName = (typeof table)[number]['name'];

/** One row of the option table. */
export type Option = OptionRow & { readonly name: OptionName };

/** The name of an option that takes a value. */
export type ValueOptionName = Extract<(typeof table)[number], { value: string }>['name'];

/** The name of an option that is there or not. */
export type FlagOptionName = Exclude<OptionName, ValueOptionName>;

/** Every option, in the order of the help. */
export const options: readonly Option[] = table;
