import { parseArgs } from 'node:util';
import { checkValue } from './check-value.ts';
import { nearestWord } from './nearest-word.ts';
import {
  type FlagOptionName,
  type Option,
  type OptionName,
  options,
  type ValueOptionName,
} from './options.ts';

/** What a command line asks for. */
export type CommandLine = {
  /** Everything that is no option, in the order given. */
  readonly paths: readonly string[];
  /** The values given, checked; the last one when an option was given several times. */
  readonly values: { readonly [N in ValueOptionName]?: string };
  /** The options without a value that were given. */
  readonly flags: ReadonlySet<FlagOptionName>;
};

/** A command line, or a sentence that says what is wrong with it. */
export type ParsedArguments =
  | { readonly commandLine: CommandLine; readonly error: undefined }
  | { readonly commandLine: undefined; readonly error: string };

/**
 * The command line that these arguments (without Node and script) stand for. An option that takes a value takes the next
 * argument, whatever it begins with; after `--` everything is a path.
 */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const paths: string[] = [];
  const values: { [N in ValueOptionName]?: string } = {};
  const flags = new Set<FlagOptionName>();
  const wrong = (error: string): ParsedArguments => ({ commandLine: undefined, error });

  // Not strict: Node would refuse a value that begins with a dash. What strictness gives otherwise is checked here.
  const { tokens } = parseArgs({
    args: [...args],
    options: forNode,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const option = byName.get(token.name);
    if (option === undefined) return wrong(unknownOption(token.rawName));
    if (option.value === undefined) {
      if (token.value !== undefined) return wrong(`--${option.name} takes no value`);
      flags.add(option.name as FlagOptionName);
      continue;
    }
    if (token.value === undefined)
      return wrong(`--${option.name} needs a value: --${option.name} ${option.value}`);
    const complaint = checkValue(option, token.value);
    if (complaint !== undefined) return wrong(`--${option.name}: ${complaint}`);
    values[option.name as ValueOptionName] = token.value;
  }
  return { commandLine: { paths, values, flags }, error: undefined };
}

const byName = new Map<string, Option>(options.map((option) => [option.name, option]));

const forNode = Object.fromEntries(
  options.map(({ name, short, value }) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const,
  ]),
);

function unknownOption(rawName: string): string {
  const name = rawName.replace(/^-+/, '');
  const nearest: OptionName | undefined =
    name.length > 1
      ? nearestWord(
          name,
          options.map((option) => option.name),
        )
      : undefined;
  const hint = nearest === undefined ? 'trailtui --help lists them' : `did you mean --${nearest}?`;
  return `unknown option ${rawName} (${hint})`;
}
