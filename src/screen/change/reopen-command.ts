import { lensAt } from '../lenses.ts';
import type { Settings, State, View } from '../state.ts';

/** The `trailtui …` command that opens this very view; with `--print` it prints the same events in the same order. */
export function reopenCommand({ settings, question, list }: State): string {
  const words = ['trailtui'];
  if (settings.command !== '') words.push(settings.command);
  const query = queryText(question, settings);
  if (query !== '') words.push(`--query ${shellQuoted(query)}`);
  if (list.sort !== undefined)
    words.push(`--sort ${list.sort.field}${list.sort.reverse ? ' --reverse' : ''}`);
  return words.join(' ');
}

/** All that a view asks as one query: the filters that are on, the lens and the typed text. Empty when it asks nothing. */
export function queryText(
  { chips, lens, text }: Pick<View, 'chips' | 'lens' | 'text'>,
  { lenses }: Settings,
): string {
  const parts = chips.filter((chip) => !chip.off).map((chip) => chip.text);
  if (lens !== undefined) parts.push(lensAt(lens, lenses)?.text ?? '');
  return [...parts, text.trim()].filter((part) => part !== '').join(' ');
}

/** A text as one word of a POSIX shell. */
export function shellQuoted(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
