import { visibleText } from '../screen/text/visible.ts';

/**
 * A text as it is printed outside the screen, for a mouse to select: every value whole, its lines kept, and nothing in it
 * that the terminal would obey. Ends with what to do next.
 */
export function plainPage(text: string): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return `\n${lines.map(visibleText).join('\n')}\n\n\x1b[7m any key goes back \x1b[m`;
}
