import { type KeyRow, keyTable } from './key-table.ts';
import { keyText } from './key-text.ts';
import type { State } from './state.ts';

/** The key table as the user has it: with the keys changed in the configuration. */
export function keyRowsOf({ settings }: Pick<State, 'settings'>): readonly KeyRow[] {
  return settings.keys ?? keyTable;
}

/** A key of a row as hints and help show it; of a family the first key is the one that begins it now: `ak`. */
export function shownKey(rows: readonly KeyRow[], key: string): string {
  const begins = rows.find(({ action }) => action.kind === 'begin-family' && isOfFamily(key, action.prefix));
  return begins === undefined ? keyText(key) : keyText(begins.keys[0]!) + key[1];
}

/** Whether a key is one of two characters that a family begins. */
export function isOfFamily(key: string, prefix: string): boolean {
  return key.length === 2 && key[0] === prefix;
}
