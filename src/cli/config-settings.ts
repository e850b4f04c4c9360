import { parseQuery } from '../query/parse.ts';
import { actionNames, changeKeys } from '../screen/keys/change-keys.ts';
import { type Lens, lenses as usualLenses } from '../screen/lenses.ts';
import { checkValue } from './check-value.ts';
import type { Config } from './config.ts';
import { nearestWord } from './nearest-word.ts';
import { options, type ValueOptionName } from './options.ts';

/**
 * Says what is wrong with the setting at that path of keys. The
 * message stands alone: the path before its last key is put before it.
 */
export type Complain = (path: readonly string[], message: string) => void;

/** What a setting changes in a configuration; what is wrong with it is complained about, and left out. */
type Setting = (value: unknown, config: Config, complain: Complain) => Partial<Config>;

/** Every setting of the file by its name. */
export const settings = {
  columns: optionSetting('columns', 'fields'),
  zone: optionSetting('zone', 'tz'),
  threads: optionSetting('threads', 'threads'),
  theme: (value, _config, complain) => {
    if (value === 'high-contrast' || value === 'default') return { highContrast: value === 'high-contrast' };
    complain(['theme'], 'theme: this is neither "default" nor "high-contrast"');
    return {};
  },
  keys: (value, _config, complain) => {
    const changes = new Map<string, readonly string[]>();
    for (const [name, keys] of membersOf('keys', value, complain)) {
      const texts = typeof keys === 'string' ? [keys] : keys;
      if (isTexts(texts)) changes.set(name, texts);
      else complain(['keys', name], `${name}: this is neither a key nor a list of keys`);
    }
    const { rows, complaints } = changeKeys(changes);
    for (const { name, message } of complaints)
      complain(['keys', name], `${name}: ${message}${actionHint(name, message)}`);
    return { keys: rows };
  },
  lenses: (value, _config, complain) => {
    const lenses: Lens[] = [...usualLenses];
    for (const [digit, lens] of membersOf('lenses', value, complain)) {
      const wrong = (message: string) => complain(['lenses', digit], `${digit}: ${message}`);
      if (!/^[1-9]$/.test(digit)) wrong('lenses are numbered 1 to 9');
      else if (!isLens(lens)) wrong('a lens is { "name": "…", "query": "…" }');
      else {
        const { error } = parseQuery(lens.query);
        if (error === undefined) lenses[Number(digit) - 1] = { name: lens.name, text: lens.query };
        else wrong(`the query cannot be read: ${error.message}`);
      }
    }
    return { lenses };
  },
  accounts: (value, _config, complain) => {
    const accounts = new Map<string, string>();
    for (const [account, name] of membersOf('accounts', value, complain)) {
      if (typeof name === 'string') accounts.set(account, name);
      else complain(['accounts', account], `${account}: this is no name`);
    }
    return { accounts };
  },
} as const satisfies { readonly [name: string]: Setting };

/** A setting that stands for an option of the command line. */
function optionSetting(name: string, optionName: ValueOptionName): Setting {
  return (value, { values }, complain) => {
    const option = options.find((row) => row.name === optionName)!;
    const text = textOf(value);
    const complaint =
      text === undefined ? 'this is neither a text, a number nor a list of texts' : checkValue(option, text);
    if (complaint === undefined) return { values: { ...values, [optionName]: text } };
    complain([name], `${name}: ${complaint}`);
    return {};
  };
}

/** A setting as the text that its option would have on the command line: lists joined by commas. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return isTexts(value) ? value.join(',') : undefined;
}

function membersOf(name: string, value: unknown, complain: Complain): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  complain([name], `${name}: this belongs in { }`);
  return [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

function isLens(value: unknown): value is { readonly name: string; readonly query: string } {
  const lens = value as { readonly name?: unknown; readonly query?: unknown } | null;
  return typeof lens === 'object' && typeof lens?.name === 'string' && typeof lens.query === 'string';
}

function actionHint(name: string, message: string): string {
  if (message !== 'there is no such action') return '';
  const nearest = nearestWord(name, actionNames());
  return nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
}
