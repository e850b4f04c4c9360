import type { Action } from '../action.ts';
import type { KeyPlace } from '../keys/key-places.ts';
import { keyRowsOf, paletteLine, shownKey } from '../keys/key-rows.ts';
import type { KeyRow } from '../keys/key-table.ts';
import { loadedMarks, nothingMarked } from '../list/marks.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { type Step, saying, toState, withEffects } from '../step.ts';
import { fitText } from '../text/cell-width.ts';
import { visibleText } from '../text/visible.ts';
import { type Box, boxOfLines, isLeft } from './box.ts';

/** The palette: every command by its name, and commands that take a word. */

const listPlaces: readonly KeyPlace[] = ['list', 'detail', 'anywhere', 'always'];
const notCommands = new Set<Action['kind']>(['begin-family', 'move', 'move-cell']);

type Command = { readonly name: string; readonly keys: string; readonly action: Action };

/** The commands left by what is typed, those whose name begins with it first. */
const commandsLeft = rememberLast((narrow: string, rows: readonly KeyRow[]): readonly Command[] => {
  const left = commandsOf(rows).filter((command) => isLeft(`${command.name} ${command.keys}`, narrow));
  const begins = (command: Command) => (command.name.startsWith(narrow.toLowerCase()) ? 0 : 1);
  return left.sort((a, b) => begins(a) - begins(b));
});

/** The palette as a box. */
export const paletteBox = rememberLast((narrow: string, rows: readonly KeyRow[]): Box => {
  const exact = /^wm?!?(\s|$)/.test(narrow);
  const lines = exact
    ? [
        [
          {
            text: 'w FILE writes the matches, wm FILE the marks: .json .ndjson .csv .tsv .md; w! overwrites',
            style: 'dim' as const,
          },
        ],
      ]
    : commandsLeft(narrow, rows).map(
        ({ name, keys }): Line => [
          { text: fitText(shownKey(rows, keys), 14), style: 'hint-key' },
          { text: name, style: 'plain' },
        ],
      );
  return boxOfLines('Commands', lines, 'no command is called that', !exact);
});

/** The command typed out in full, if it is one: `w FILE`, `w! FILE`, `q`. Else undefined, and the chosen line counts. */
export function runPaletteLine(state: State, text: string): Step {
  const closed = { ...state, popup: undefined };
  const line = text.trim();
  if (line === 'q' || line === 'quit') return withEffects(closed, { kind: 'quit' });
  const write = /^w(m?)(!?)\s+(\S.*)$/.exec(line);
  if (write !== null) return exportEvents(closed, write[3]!, write[2] === '!', write[1] === 'm');
  if (/^wm?!?$/.test(line))
    return saying(
      closed,
      `${paletteLine(state, 'w')} needs a file: ${paletteLine(state, 'w matches.csv')}`,
      'warning',
    );
  return line === ''
    ? toState(closed)
    : saying(closed, `no command is called ${visibleText(line)}`, 'warning');
}

/** The action of the chosen command; undefined when a line like `w FILE` is typed, or none is left. */
export function chosenCommand(state: State): Action | undefined {
  const { popup } = state;
  if (popup?.kind !== 'palette' || /^(wm?!?(\s|$)|q$|quit$)/.test(popup.narrow.trim())) return undefined;
  return commandsLeft(popup.narrow, keyRowsOf(state))[popup.cursor]?.action;
}

const formats: { readonly [extension: string]: string } = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  md: 'markdown',
  txt: 'table',
};

/** Writes the matches in the order of the list, or the marked events, to a file: the format by its extension. */
function exportEvents(state: State, path: string, overwrite: boolean, marked: boolean): Step {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = formats[extension];
  if (format === undefined)
    return saying(state, 'the name must end in .json .ndjson .csv .tsv .md or .txt', 'warning');
  const matches = state.list.context ? state.question.matches : state.list.lines;
  const events = marked ? Uint32Array.from(loadedMarks(state)) : matches;
  if (events.length === 0)
    return saying(state, marked ? nothingMarked(state) : 'no event matches', 'warning');
  const effect = { kind: 'export', path, events, format, overwrite } as const;
  return withEffects({ ...state, exporting: effect }, effect);
}

const commandsOf = rememberLast((rows: readonly KeyRow[]): readonly Command[] => {
  const found = new Map<string, Command>();
  for (const row of rows) {
    if (!row.places.some((place) => listPlaces.includes(place)) || notCommands.has(row.action.kind)) continue;
    if (!found.has(row.help)) found.set(row.help, { name: row.help, keys: row.keys[0]!, action: row.action });
  }
  return [...found.values()];
});
