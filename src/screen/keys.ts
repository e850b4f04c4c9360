import type { Action } from './action.ts';
import type { Key } from './key.ts';
import { placesOf } from './keys/key-places.ts';
import { keyFor, keyRowsOf } from './keys/key-rows.ts';
import type { KeyRow } from './keys/key-table.ts';
import { rememberLast } from './remember.ts';
import type { State } from './state.ts';

/**
 * What a key press means in a state, or undefined when it means nothing there. While a line is being typed, printable
 * characters are text; a paste is text always, never keys.
 */
export function actionFor(state: State, key: Key): Action | undefined {
  if (key.kind === 'paste')
    return state.input === undefined ? pasteOutside(state) : { kind: 'type', text: key.text };
  const name = keyName(key);
  if (state.family !== undefined && actionsOf(keyRowsOf(state)).get('always')?.has(name) !== true) {
    return lookUp(state, state.family.prefix + name) ?? { kind: 'end-family' };
  }
  const action = lookUp(state, name);
  if (action !== undefined || state.input === undefined) return action;
  return isText(key) ? { kind: 'type', text: key.name } : undefined;
}

/**
 * The keys that a key press means, in order. Esc and a character in a hurry arrive as one, with Alt; where nothing is typed
 * it means both, unless the user has bound it.
 */
export function keysMeant(state: State, key: Key): readonly Key[] {
  if (key.kind === 'paste' || !key.alt || [...key.name].length > 1 || state.input !== undefined) return [key];
  if (actionFor(state, key) !== undefined) return [key];
  const plain = { ...key, alt: false };
  return [{ ...plain, name: 'escape', ctrl: false, shift: false }, plain];
}

/** How a key is written in the table: `a`, `Ctrl-D`, `Alt-B`, `Shift-tab`, `space`. */
function keyName(key: Extract<Key, { kind: 'key' }>): string {
  if (key.ctrl) return `Ctrl-${key.name.length === 1 ? key.name.toUpperCase() : key.name}`;
  if (key.alt) return `Alt-${key.name.length === 1 ? key.name.toUpperCase() : key.name}`;
  if (key.shift && key.name.length > 1) return `Shift-${key.name}`;
  return key.name === ' ' ? 'space' : key.name;
}

function pasteOutside(state: State): Action {
  const ask = keyFor(state, { kind: 'ask' });
  const text = `pasted text is no command: press ${ask} first to search for it`;
  return { kind: 'told', message: { text, tone: 'warning' } };
}

/** The actions of a key table by place and key. */
const actionsOf = rememberLast(
  (rows: readonly KeyRow[]): ReadonlyMap<string, ReadonlyMap<string, Action>> => {
    const byPlace = new Map<string, Map<string, Action>>();
    for (const row of rows) {
      for (const place of row.places) {
        const actions = byPlace.get(place) ?? new Map<string, Action>();
        for (const key of row.keys) actions.set(key, row.action);
        byPlace.set(place, actions);
      }
    }
    return byPlace;
  },
);

function lookUp(state: State, name: string): Action | undefined {
  const actions = actionsOf(keyRowsOf(state));
  for (const place of placesOf(state)) {
    const action = actions.get(place)?.get(name);
    if (action !== undefined) return action;
  }
  return undefined;
}

function isText(key: Extract<Key, { kind: 'key' }>): boolean {
  return !key.ctrl && !key.alt && [...key.name].length === 1;
}
