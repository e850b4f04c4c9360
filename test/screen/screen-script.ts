import type { RecordText } from '../../src/load/loading.ts';
import type { Action } from '../../src/screen/action.ts';
import { pictureOf } from '../../src/screen/draw.ts';
import type { Effect } from '../../src/screen/effect.ts';
import { initialState } from '../../src/screen/initial-state.ts';
import type { Key } from '../../src/screen/key.ts';
import { actionFor, keysMeant } from '../../src/screen/keys.ts';
import { reduce } from '../../src/screen/reduce.ts';
import type { Settings, State } from '../../src/screen/state.ts';
import type { Snapshot } from '../../src/store/snapshot.ts';
import type { Loaded } from '../query/samples.ts';
import { textOf } from './text-of.ts';

/** The pure screen driven by keys, its records read from memory at once. */
export type ScreenScript = {
  readonly state: () => State;
  /** Presses keys: words apart by blanks, each a key's name or text to type in quotes: `/ "kinesis" enter down`. */
  readonly press: (keys: string) => void;
  readonly send: (action: Action) => void;
  readonly lines: () => string[];
  /** The effects asked for since the last call, those for records left out. */
  readonly effects: () => Effect[];
};

/** Opens the screen on loaded events. */
export function openScreen(
  loaded: Loaded,
  columns = 120,
  rows = 40,
  query = '',
  settings: Partial<Settings> = {},
  queries: readonly string[] = [],
): ScreenScript {
  let state = initialState({
    columns,
    rows,
    settings: {
      title: 'samples',
      zone: 'UTC',
      nowMs: Date.UTC(2026, 2, 5),
      command: 'samples',
      readList: () => undefined,
      ...settings,
    },
    snapshot: loaded.snapshot,
    progress: progressDone,
    query,
    marks: new Map(),
    queries,
  } as Parameters<typeof initialState>[0]);
  const asked: Effect[] = [];
  const send = (action: Action) => {
    const step = reduce(state, action);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.kind === 'read-record') send(recordRead(loaded, state.load.snapshot, effect.event));
      else asked.push(effect);
    }
  };
  send({ kind: 'loaded', snapshot: loaded.snapshot, progress: progressDone });
  return {
    state: () => state,
    press: (keys) => {
      for (const key of keysOf(keys)) {
        for (const meant of keysMeant(state, key)) {
          const action = actionFor(state, meant);
          if (action !== undefined) send(action);
        }
      }
    },
    send,
    lines: () => textOf(pictureOf(state)),
    effects: () => asked.splice(0, asked.length),
  };
}

/** A load that is over. */
export const progressDone = {
  filesDone: 1,
  filesFound: 1,
  bytesDone: 1,
  bytesFound: 1,
  discovered: true,
  done: true,
  elapsedMs: 1000,
};

/** Keys by their names, as the table writes them; text in quotes is typed. */
export function keysOf(script: string): Key[] {
  return [...script.matchAll(/"([^"]*)"|(\S+)/g)].flatMap(([, text, name]) =>
    text !== undefined ? [...text].map((character) => keyNamed(character)) : [keyNamed(name!)],
  );
}

function keyNamed(name: string): Key {
  const ctrl = name.startsWith('Ctrl-');
  const alt = name.startsWith('Alt-');
  const shift = name.startsWith('Shift-');
  const rest = name.length > 1 ? name.replace(/^(Ctrl|Alt|Shift)-(?=.)/, '') : name;
  return {
    kind: 'key',
    name: rest === 'space' ? ' ' : rest.length === 1 && (ctrl || alt) ? rest.toLowerCase() : rest,
    ctrl,
    alt,
    shift,
  };
}

function recordRead({ recordBytes }: Loaded, snapshot: Snapshot, event: number): Action {
  const json = new TextDecoder().decode(recordBytes(event));
  const record: RecordText = { event, json, repairs: snapshot.repairs(event), original: undefined };
  return { kind: 'record-read', event, version: snapshot.version, record };
}
