import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { KeyRow } from '../screen/keys/key-table.ts';
import type { Lens } from '../screen/lenses.ts';
import { type Complain, settings } from './config-settings.ts';
import { nearestWord } from './nearest-word.ts';
import type { ValueOptionName } from './options.ts';

/** What a user settled once for all runs. */
export type Config = {
  /** Values for options that the command line does not give. Columns are for the screen alone. */
  readonly values: { readonly [N in ValueOptionName]?: string };
  readonly highContrast: boolean;
  /** The key table with other keys; undefined: the usual ones. */
  readonly keys: readonly KeyRow[] | undefined;
  /** The questions under `1` to `9`; undefined: the usual ones. */
  readonly lenses: readonly Lens[] | undefined;
  /** Names of accounts by their number. */
  readonly accounts: ReadonlyMap<string, string>;
  /** What is wrong with the file, a sentence each, with its line. What is right in it counts all the same. */
  readonly complaints: readonly string[];
};

const none: Config = {
  values: {},
  highContrast: false,
  keys: undefined,
  lenses: undefined,
  accounts: new Map(),
  complaints: [],
};

/** The version of the file that this program writes about; a file without one is of this version. */
const knownVersion = 1;

/** The configuration in `$XDG_CONFIG_HOME/trailtui/config.json`, else `~/.config/trailtui/config.json`. None is no fault. */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const file = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'trailtui', 'config.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return none;
  }
  const config = parseConfig(text);
  return { ...config, complaints: config.complaints.map((complaint) => `${file}${complaint}`) };
}

/** The configuration that a text holds; complaints begin with the place: `:3: …`. */
export function parseConfig(text: string): Config {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { ...none, complaints: [`:${lineOfError(text, error as Error)}: this is no JSON`] };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { ...none, complaints: [':1: settings belong in { }'] };
  }
  const complaints: string[] = [];
  const complain: Complain = (path, message) => {
    complaints.push(`:${lineOfKey(text, path)}: ${[...path.slice(0, -1), message].join(': ')}`);
  };
  let config = none;
  for (const [name, value] of Object.entries(parsed)) {
    if (name === 'version') {
      if (value !== knownVersion) complain([name], `version is not ${knownVersion}, the one known here`);
    } else if (!Object.hasOwn(settings, name)) {
      complain([name], `there is no setting ${JSON.stringify(name)} (${hintFor(name)})`);
    } else {
      config = { ...config, ...settings[name as keyof typeof settings](value, config, complain) };
    }
  }
  return { ...config, complaints };
}

function hintFor(name: string): string {
  const nearest = nearestWord(name, Object.keys(settings));
  return nearest === undefined ? Object.keys(settings).join(', ') : `did you mean ${nearest}?`;
}

/** The line that a key stands in; of keys within others, the one after those. */
function lineOfKey(text: string, path: readonly string[]): number {
  let at = 0;
  for (const key of path) {
    const quoted = JSON.stringify(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = new RegExp(`${quoted}\\s*:`, 'g');
    found.lastIndex = at;
    at = found.exec(text)?.index ?? at;
  }
  return lineAt(text, at);
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
