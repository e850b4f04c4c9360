import { keyIn } from './key-rows.ts';
import type { KeyRow } from './key-table.ts';

/** What to press first, in one line, for someone who has never seen the screen. */
export function firstHint(rows: readonly KeyRow[]): string {
  const ask = keyIn(rows, { kind: 'ask' });
  const help = keyIn(rows, { kind: 'open', what: 'help' }, 'anywhere');
  const leave = keyIn(rows, { kind: 'leave' });
  return `welcome: ${ask} searches as you type · ${help} lists every key · ${leave} steps back and quits`;
}
