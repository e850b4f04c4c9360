import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { checkValue } from './check-value.ts';
import { nearestWord } from './nearest-word.ts';
import { options, type ValueOptionName } from './options.ts';

/** What a user settled once for all runs: values for options that the command line does not give. Columns are for the screen alone. */
export type Config = {
  readonly values: { readonly [N in ValueOptionName]?: string };
  /** What is wrong with the file, a sentence each, with its line where it has one. What is right in it counts all the same. */
  readonly complaints: readonly string[];
};

/** The settings of the file, with the options that they stand for. */
const settings = { columns: 'fields', zone: 'tz', threads: 'threads' } as const satisfies {
  readonly [setting: string]: ValueOptionName;
};

const none: Config = { values: {}, complaints: [] };

/** The configuration in `$XDG_CONFIG_HOME/trailtui/config.json`, else `~/.config/trailtui/config.json`. None is no fault. */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const file = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'trailtui', 'config.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return none;
  }
  const { values, complaints } = parseConfig(text);
  return { values, complaints: complaints.map((complaint) => `${file}${complaint}`) };
}

/** The configuration that a text holds; complaints begin with the place: `:3: …`. */
export function parseConfig(text: string): Config {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { values: {}, complaints: [`:${lineOfError(text, error as Error)}: this is no JSON`] };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { values: {}, complaints: [':1: settings belong in { }'] };
  }
  const values: { [N in ValueOptionName]?: string } = {};
  const complaints: string[] = [];
  for (const [name, value] of Object.entries(parsed)) {
    if (name === 'version') continue;
    const complaint = settingComplaint(name, value);
    if (complaint === undefined) values[settings[name as keyof typeof settings]] = textOf(value);
    else complaints.push(`:${lineOfKey(text, name)}: ${complaint}`);
  }
  return { values, complaints };
}

function settingComplaint(name: string, value: unknown): string | undefined {
  if (!Object.hasOwn(settings, name)) {
    const nearest = nearestWord(name, Object.keys(settings));
    const hint = nearest === undefined ? Object.keys(settings).join(', ') : `did you mean ${nearest}?`;
    return `there is no setting ${JSON.stringify(name)} (${hint})`;
  }
  const option = options.find((row) => row.name === settings[name as keyof typeof settings])!;
  const text = textOf(value);
  const complaint =
    text === undefined ? 'this is neither a text, a number nor a list of texts' : checkValue(option, text);
  return complaint === undefined ? undefined : `${name}: ${complaint}`;
}

/** A setting as the text that its option would have on the command line: lists joined by commas. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
    ? value.join(',')
    : undefined;
}

function lineOfKey(text: string, key: string): number {
  return lineAt(text, Math.max(0, text.indexOf(JSON.stringify(key))));
}

/** V8 says where it stopped, at times as `position 12`, at times as `line 2 column 3`; at the end it says nothing. */
function lineOfError(text: string, { message }: Error): number {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return lineAt(text, position === undefined ? text.length : Number(position));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
