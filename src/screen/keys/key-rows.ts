import type { Intent } from '../action.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { actionName } from './action-name.ts';
import type { KeyPlace } from './key-places.ts';
import { type KeyRow, keyTable } from './key-table.ts';
import { keyText } from './key-text.ts';

/** The key table as the user has it: with the keys changed in the configuration. */
export function keyRowsOf({ settings }: Pick<State, 'settings'>): readonly KeyRow[] {
  return settings.keys ?? keyTable;
}

/** A key of a row as hints and help show it; of a family the first key is the one that begins it now: `ak`. */
export function shownKey(rows: readonly KeyRow[], key: string): string {
  const begins = rows.find(({ action }) => action.kind === 'begin-family' && isOfFamily(key, action.prefix));
  return begins === undefined ? keyText(key) : keyText(begins.keys[0]!) + key[1];
}

/**
 * The key that does something, as the user has it, for what is said in words: `x` of `x drops the last filter`.
 *
 * @param place The part of the screen it is pressed in, where the same thing has several keys.
 */
export function keyFor(
  state: Pick<State, 'settings'>,
  action: Intent,
  place: KeyPlace | undefined = undefined,
): string {
  return keyIn(keyRowsOf(state), action, place);
}

/** The same of a key table. */
export function keyIn(
  rows: readonly KeyRow[],
  action: Intent,
  place: KeyPlace | undefined = undefined,
): string {
  const named = rowsByAction(rows).get(actionName(action)) ?? [];
  const row = named.find(({ places }) => place === undefined || places.includes(place));
  return row === undefined ? '' : shownKey(rows, row.keys[0]!);
}

const rowsByAction = rememberLast((rows: readonly KeyRow[]) =>
  Map.groupBy(rows, ({ action }) => actionName(action)),
);

/** How a command of the palette is typed, its key first: `:w FILE`. */
export function paletteLine(state: Pick<State, 'settings'>, command: string): string {
  const key = keyFor(state, { kind: 'open', what: 'palette' });
  return [...key].length === 1 ? key + command : `${key} ${command}`;
}

/** Whether a key is one of two characters that a family begins. */
export function isOfFamily(key: string, prefix: string): boolean {
  return key.length === 2 && key[0] === prefix;
}
