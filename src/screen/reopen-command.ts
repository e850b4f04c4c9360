import { lensAt } from './lenses.ts';
import type { State } from './state.ts';

/** The `trailtui …` command that opens this very view; with `--print` it prints the same events in the same order. */
export function reopenCommand({ settings, question, list }: State): string {
  const parts = question.chips.filter((chip) => !chip.off).map((chip) => chip.text);
  const lens = question.lens === undefined ? undefined : lensAt(question.lens, settings.lenses);
  if (lens !== undefined) parts.push(lens.text);
  if (question.text.trim() !== '') parts.push(question.text.trim());
  const words = ['trailtui'];
  if (settings.command !== '') words.push(settings.command);
  if (parts.length > 0) words.push(`--query ${shellQuoted(parts.join(' '))}`);
  if (list.sort !== undefined)
    words.push(`--sort ${list.sort.field}${list.sort.reverse ? ' --reverse' : ''}`);
  return words.join(' ');
}

/** A text as one word of a POSIX shell. */
export function shellQuoted(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
