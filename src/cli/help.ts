import { type Option, optionGroups, options } from './options.ts';

/** The text of `--help`, at most `columns` wide. */
export function helpText(columns = 80): string {
  const sections = optionGroups.map(
    (group) =>
      `${group}:\n${optionsIn(group)
        .map((option) => optionLines(option, columns))
        .join('\n')}`,
  );
  return `${introduction}\n\n${sections.join('\n\n')}\n\n${closing}\n`;
}

const introduction = `trailtui [options] [path…]

Find out what happened in an AWS account: opens CloudTrail logs full screen,
or prints what matches when standard output is no terminal.

Paths are files, folders (searched deep), globs, archives (.zip, .tar, .tar.gz),
or - for standard input. Without a path: standard input, or the current folder.`;

const closing = `Exit code: 0 something matched, 1 nothing matched, 2 nothing could be loaded
or wrong usage.

Examples:
  trailtui logs/
  trailtui --demo
  trailtui -p -q 'is:denied user:alice' logs/
  trailtui -p -o csv --fields time,event,requestParameters.bucketName logs/
  trailtui --count event,source_ip --since -2h logs/`;

// The widest spelling that still leaves its explanation on the same line.
const spellingColumns = 24;

/** An option as it is written: `-q, --query TEXT`. */
export function spellingOf(option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
}

/** The options under one heading, in the order of the table. */
export function optionsIn(group: Option['group']): readonly Option[] {
  return options.filter((option) => option.group === group);
}

function optionLines(option: Option, columns: number): string {
  const indent = option.short === undefined ? '      ' : '  ';
  const spelling = `${indent}${spellingOf(option)}`;
  const about = wrapWords(option.about, Math.max(24, columns - spellingColumns - 4));
  const margin = ' '.repeat(spellingColumns + 4);
  const [first, ...rest] = spelling.length <= spellingColumns + 2 ? about : ['', ...about];
  const head = `${spelling.padEnd(spellingColumns + 4)}${first}`.trimEnd();
  return [head, ...rest.map((line) => margin + line)].join('\n');
}

function wrapWords(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
