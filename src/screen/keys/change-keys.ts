import { namedKeys } from '../key.ts';
import { actionName } from './action-name.ts';
import type { KeyPlace } from './key-places.ts';
import { type KeyRow, keyTable } from './key-table.ts';

/** A key table with changes, and why some of them do not count. */
export type ChangedKeys = {
  readonly rows: readonly KeyRow[];
  /** By the name in the configuration. */
  readonly complaints: readonly { readonly name: string; readonly message: string }[];
};

/** Other keys for actions: by the name of the action, or `place.action` for the keys of one part of the screen. */
export type KeyChanges = ReadonlyMap<string, readonly string[]>;

/** Every name that keys can be changed by. */
export function actionNames(): readonly string[] {
  return [...new Set(keyTable.map((row) => actionName(row.action)))];
}

/**
 * The key table with other keys for some actions. All changes are made at once, so that two actions can swap keys; one that
 * names no action or no key, or a key that has another meaning in the same place, is left out.
 */
export function changeKeys(changes: KeyChanges): ChangedKeys {
  const complaints: { name: string; message: string }[] = [];
  const left = new Map<string, readonly string[]>();
  for (const [name, keys] of changes) {
    const named = keys.map((key) => keyNamed(key));
    const message = complaintOf(name, keys, named);
    if (message === undefined) left.set(name, named as string[]);
    else complaints.push({ name, message });
  }
  for (;;) {
    const rows = rowsWith(left);
    const conflict = findConflict(rows, left);
    if (conflict === undefined) return { rows, complaints };
    complaints.push(conflict);
    left.delete(conflict.name);
  }
}

function complaintOf(
  name: string,
  keys: readonly string[],
  named: readonly (string | undefined)[],
): string | undefined {
  const targets = keyTable.filter((row) => isMeant(row, name));
  if (targets.length === 0) return 'there is no such action';
  if (keys.length === 0) return 'a key is missing';
  const unknown = named.indexOf(undefined);
  if (unknown >= 0) return `there is no key ${JSON.stringify(keys[unknown])}`;
  const typed = named.find((key) => key === 'space' || ([...key!].length <= 2 && !isNamed(key!)));
  if (typed !== undefined && targets.some((row) => row.places.includes('prompt')))
    return `${typed} is text while a line is typed`;
  return undefined;
}

/**
 * Whether a name means a row. Without a place it means what is not
 * about typing, unless there is nothing else of the name.
 */
function isMeant(row: KeyRow, name: string): boolean {
  const [place, action] = splitName(name);
  if (actionName(row.action) !== action) return false;
  if (place !== undefined) return row.places.includes(place as KeyPlace);
  return !row.places.includes('prompt') || isPromptOnly(action);
}

/** Whether the action is about typing alone. */
function isPromptOnly(name: string): boolean {
  return keyTable.every((row) => actionName(row.action) !== name || row.places.includes('prompt'));
}

function splitName(name: string): readonly [place: string | undefined, action: string] {
  const dot = name.indexOf('.');
  return dot < 0 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
}

function rowsWith(changes: KeyChanges): readonly KeyRow[] {
  return [...changes].reduce<readonly KeyRow[]>(
    (rows, [name, keys]) =>
      rows.flatMap((row): readonly KeyRow[] => {
        if (!isMeant(row, name)) return [row];
        const place = splitName(name)[0] as KeyPlace | undefined;
        if (place === undefined || row.places.length === 1) return [{ ...row, keys }];
        const others = row.places.filter((other) => other !== place);
        return [
          { ...row, places: [place], keys },
          { ...row, places: others },
        ];
      }),
    keyTable,
  );
}

/** Places in which keys are looked up together, the nearest first. */
const lookedUpTogether: readonly (readonly KeyPlace[])[] = [
  ...(['list', 'detail', 'timeline', 'chips'] as const).map(
    (place) => [place, 'anywhere', 'always'] as const,
  ),
  ...([...new Set(keyTable.flatMap((row) => row.places))] as readonly KeyPlace[])
    .filter(
      (place) => !['list', 'detail', 'timeline', 'chips', 'anywhere', 'always', 'prompt'].includes(place),
    )
    .map((place) => [place, 'popup', 'always'] as const),
  ['prompt', 'always'],
];

/** A key that was changed to one which means something else in the same place; of two changes, the later. */
function findConflict(
  rows: readonly KeyRow[],
  changes: KeyChanges,
): { name: string; message: string } | undefined {
  for (const [name, keys] of [...changes].reverse()) {
    for (const key of keys) {
      const other = rows.find((row) => row.keys.includes(key) && isBeside(rows, row, name, key));
      if (other !== undefined) return { name, message: `${key} already means “${other.help}” there` };
    }
  }
  return undefined;
}

function isBeside(rows: readonly KeyRow[], other: KeyRow, name: string, key: string): boolean {
  if (isMeant(other, name)) return false;
  const own = rows.filter((row) => isMeant(row, name) && row.keys.includes(key) && !hadKey(row, key));
  return own.some((row) =>
    lookedUpTogether.some(
      (places) =>
        places.some((place) => row.places.includes(place)) &&
        places.some((place) => other.places.includes(place)),
    ),
  );
}

/** What the table itself means twice, such as a key of a pane that is another one elsewhere, is no conflict. */
function hadKey(row: KeyRow, key: string): boolean {
  return keyTable.some(
    (usual) =>
      usual.keys.includes(key) &&
      actionName(usual.action) === actionName(row.action) &&
      row.places.every((place) => usual.places.includes(place)),
  );
}

const otherNames: { readonly [name: string]: string } = {
  esc: 'escape',
  return: 'enter',
  pgup: 'pageup',
  pgdn: 'pagedown',
  del: 'delete',
  ' ': 'space',
};
// Terminals send the same bytes for these as for Backspace, Tab and Enter.
const sentAsOthers = /^Ctrl-[HIJM]$/;

/** A key as the table writes it; undefined when there is none of that name. */
function keyNamed(text: string): string | undefined {
  const [, modifier, name] = /^(ctrl|alt|shift)-(.+)$/i.exec(text) ?? [];
  if (modifier === undefined || name === undefined) {
    if ([...text].length === 1 || /^[ayp][!-~]$/.test(text)) return otherNames[text] ?? text;
    return namedKey(text);
  }
  const held = modifier[0]!.toUpperCase() + modifier.slice(1).toLowerCase();
  if (held === 'Shift') return withName(held, namedKey(name));
  const key = /^[a-z]$/i.test(name) ? `${held}-${name.toUpperCase()}` : withName(held, namedKey(name));
  return key === undefined || sentAsOthers.test(key) ? undefined : key;
}

function withName(held: string, name: string | undefined): string | undefined {
  return name === undefined || name === 'space' ? undefined : `${held}-${name}`;
}

function namedKey(text: string): string | undefined {
  const name = otherNames[text.toLowerCase()] ?? text.toLowerCase();
  return name === 'space' || isNamed(name) ? name : undefined;
}

function isNamed(name: string): boolean {
  return (namedKeys as readonly string[]).includes(name);
}
