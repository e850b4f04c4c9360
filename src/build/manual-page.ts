import { optionsIn, spellingOf } from '../cli/help.ts';
import { type Option, optionGroups, outputFormats } from '../cli/options.ts';
import { queryForms } from '../cli/query-forms.ts';
import { fields } from '../record/fields.ts';

/** The manual page, `trailtui.1`, made from the tables of options and fields. */
export function manualPage(version: string): string {
  return [
    `.TH TRAILTUI 1 "" "trailtui ${roff(version)}" "User commands"`,
    '.SH NAME',
    'trailtui \\- find out what happened in an AWS account, from CloudTrail logs, in a terminal',
    '.SH SYNOPSIS',
    '.B trailtui',
    '.RI [ options ]\\ [ path ...]',
    '.SH DESCRIPTION',
    ...description,
    '.SH OPTIONS',
    ...optionGroups.flatMap((group) => [`.SS ${roff(group)}`, ...optionsIn(group).flatMap(optionEntry)]),
    '.SH FORMATS',
    ...Object.entries(outputFormats).flatMap(([format, about]) => entry(format, about)),
    '.SH QUERY LANGUAGE',
    'Words are joined by',
    '.IR and ,',
    'in any order.',
    ...queryForms.flatMap(([write, means]) => entry(write, means)),
    '.SH FIELDS',
    ...fields.flatMap(({ name, short, about }) => entry([name, ...short].join(', '), about)),
    '.SH EXIT STATUS',
    ...entry('0', 'something matched; with --stats and --problems: something could be read'),
    ...entry('1', 'nothing matched'),
    ...entry('2', 'nothing could be loaded, or wrong usage'),
    '.SH FILES',
    ...entry(
      '$XDG_CONFIG_HOME/trailtui/config.json',
      'columns, zone, threads, theme, accounts, lenses and keys for all runs; without the variable in ~/.config',
    ),
    ...entry(
      '$XDG_STATE_HOME/trailtui',
      'marks, notes and recent queries, for their owner alone; without the variable in ~/.local/state',
    ),
    ...entry(
      '$XDG_CACHE_HOME/trailtui',
      'what Node compiles of the program, to start faster; without the variable in ~/.cache',
    ),
    '.SH ENVIRONMENT',
    ...entry('NO_COLOR', 'no colours'),
    ...entry('NODE_COMPILE_CACHE', 'the folder for what Node compiles of the program'),
    ...entry('NODE_DISABLE_COMPILE_CACHE', 'keep nothing of what Node compiles'),
    '',
  ].join('\n');
}

const description = [
  'Opens CloudTrail logs in a full screen: a search box, the events in order of time, and the request and response of',
  'the selected event side by side.',
  'When standard output is no terminal, or with',
  '.BR \\-\\-print ,',
  'prints what matches instead.',
  '.PP',
  'Paths are files, folders (searched deep, hidden ones left out), globs, archives (.zip, .tar, .tar.gz), or',
  '.B \\-',
  'for standard input.',
  'Without a path: standard input, or the current folder.',
].map((line) => (line.startsWith('.') && !line.startsWith('.zip') ? line : line.replace(/^\./, '\\&.')));

function optionEntry(option: Option): string[] {
  return entry(spellingOf(option), option.about);
}

function entry(term: string, text: string): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(text)];
}

/** Text that reads as it is in roff: backslashes and dashes escaped, no line taken for a request. */
function roff(text: string): string {
  return text
    .replaceAll('…', '...')
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/^([.'])/, '\\&$1');
}
