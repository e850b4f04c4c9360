import { type Option, options, outputFormats } from '../cli/options.ts';
import { sqlEngines } from '../query/sql-engine.ts';
import { fields } from '../record/fields.ts';

/** Scripts that complete a command line, made from the option table, by the name of the file that each shell expects. */
export const completionScripts: { readonly [file: string]: () => string } = {
  'trailtui.bash': bashScript,
  _trailtui: zshScript,
  'trailtui.fish': fishScript,
};

const formats = Object.keys(outputFormats);
const fieldNames = fields.map((field) => field.name);

function bashScript(): string {
  const words = options.flatMap((option) => spellings(option)).join(' ');
  const cases = options.filter((option) => option.value !== undefined).map((option) => bashCase(option));
  return `# Completion of trailtui for bash. Source it, or put it where bash-completion looks.
_trailtui() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} start
  COMPREPLY=()
  case $before in
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W '${words}' -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _trailtui trailtui
`;
}

function bashCase(option: Option): string {
  const head = `    ${spellings(option).join('|')})`;
  const words = valueWords(option);
  if (option.kind === 'file') return `${head} COMPREPLY=($(compgen -f -- "$current")); return ;;`;
  if (words === undefined) return `${head} return ;;`;
  if (!isList(option))
    return `${head} COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current")); return ;;`;
  return `${head}
      [[ $current == *,* ]] && start=\${current%,*},
      COMPREPLY=($(compgen -P "$start" -W '${words.join(' ')}' -- "\${current##*,}"))
      compopt -o nospace 2>/dev/null
      return ;;`;
}

function zshScript(): string {
  return `#compdef trailtui
# Completion of trailtui for zsh. Put it in a folder of $fpath.
_arguments -s -S \\
${options.map((option) => `  ${zshSpec(option)} \\`).join('\n')}
  '*:path:_files'
`;
}

function zshSpec(option: Option): string {
  const [long, short] = [`--${option.name}`, `-${option.short}`];
  const about = `[${option.about.replace(/[[\]:\\]/g, '\\$&')}]${zshValue(option)}`;
  if (option.short === undefined) return zshQuoted(`${long}${about}`);
  return `${zshQuoted(`(${short} ${long})`)}{${short},${long}}${zshQuoted(about)}`;
}

function zshValue(option: Option): string {
  if (option.value === undefined) return '';
  const words = valueWords(option);
  if (option.kind === 'file') return `:${option.value}:_files`;
  if (words === undefined) return `:${option.value}: `;
  return isList(option)
    ? `:${option.value}:_values -s , ${option.value} ${words.join(' ')}`
    : `:${option.value}:(${words.join(' ')})`;
}

function zshQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishScript(): string {
  const lines = options.map((option) => {
    const parts = ['complete -c trailtui'];
    if (option.short !== undefined) parts.push(`-s ${option.short}`);
    parts.push(`-l ${option.name}`);
    if (option.value !== undefined) parts.push(option.kind === 'file' ? '-r' : '-x');
    const words = valueWords(option);
    if (words !== undefined)
      parts.push(isList(option) ? `-a '${fishList(words)}'` : `-a '${words.join(' ')}'`);
    parts.push(`-d '${option.about.replace(/['\\]/g, '\\$&')}'`);
    return parts.join(' ');
  });
  return `# Completion of trailtui for fish. Put it in ~/.config/fish/completions.\n${lines.join('\n')}\n`;
}

/** Completes the last name of a list that is joined by commas. */
function fishList(words: readonly string[]): string {
  return `(__fish_append , ${words.join(' ')})`;
}

function spellings(option: Option): readonly string[] {
  return option.short === undefined ? [`--${option.name}`] : [`-${option.short}`, `--${option.name}`];
}

/** The words that an option's value can be, where they are known. */
function valueWords(option: Option): readonly string[] | undefined {
  if (option.kind === 'format') return formats;
  if (option.kind === 'engine') return sqlEngines;
  return option.kind === 'field' || option.kind === 'fields' ? fieldNames : undefined;
}

function isList(option: Option): boolean {
  return option.kind === 'fields';
}
