import type { Action } from './action.ts';
import { type Box, boxOfLines, isLeft } from './box.ts';
import { fitText } from './cell-width.ts';
import type { KeyPlace } from './key-places.ts';
import { keyTable } from './key-table.ts';
import { keyText } from './key-text.ts';
import type { Line } from './picture.ts';
import { rememberLast } from './remember.ts';
import type { State } from './state.ts';
import { type Step, saying, toState, withEffects } from './step.ts';

/** The palette: every command by its name, and commands that take a word. */

const listPlaces: readonly KeyPlace[] = ['list', 'detail', 'anywhere', 'always'];
const notCommands = new Set<Action['kind']>(['begin-family', 'move', 'move-cell']);

type Command = { readonly name: string; readonly keys: string; readonly action: Action };

const commands: readonly Command[] = uniqueCommands();

/** The commands left by what is typed, those whose name begins with it first. */
export const commandsLeft = rememberLast((narrow: string): readonly Command[] => {
  const left = commands.filter((command) => isLeft(`${command.name} ${command.keys}`, narrow));
  const begins = (command: Command) => (command.name.startsWith(narrow.toLowerCase()) ? 0 : 1);
  return left.sort((a, b) => begins(a) - begins(b));
});

/** The palette as a box. */
export const paletteBox = rememberLast((narrow: string): Box => {
  const exact = narrow.startsWith('w ') || narrow === 'w' || narrow.startsWith('w!');
  const lines = exact
    ? [
        [
          {
            text: ':w FILE writes the matches: .json .ndjson .csv .tsv .md; :w! overwrites',
            style: 'dim' as const,
          },
        ],
      ]
    : commandsLeft(narrow).map(
        ({ name, keys }): Line => [
          { text: fitText(keyText(keys), 14), style: 'hint-key' },
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
  const write = /^w(!?)\s+(\S.*)$/.exec(line);
  if (write !== null) return exportMatches(closed, write[2]!, write[1] === '!');
  if (line === 'w' || line === 'w!') return saying(closed, ':w needs a file: :w matches.csv', 'warning');
  return toState(closed);
}

/** The action of the chosen command; undefined when a line like `w FILE` is typed, or none is left. */
export function chosenCommand(state: State): Action | undefined {
  const { popup } = state;
  if (popup?.kind !== 'palette' || /^(w!?(\s|$)|q$|quit$)/.test(popup.narrow.trim())) return undefined;
  return commandsLeft(popup.narrow)[popup.cursor]?.action;
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

/** Writes the matches (in the order of the list) to a file, the format by its extension. */
export function exportMatches(state: State, path: string, overwrite: boolean): Step {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = formats[extension];
  if (format === undefined)
    return saying(state, 'the name must end in .json .ndjson .csv .tsv .md or .txt', 'warning');
  const events = state.list.context ? state.question.matches : state.list.lines;
  return withEffects(state, { kind: 'export', path, events, format, overwrite });
}

function uniqueCommands(): Command[] {
  const found = new Map<string, Command>();
  for (const row of keyTable) {
    if (!row.places.some((place) => listPlaces.includes(place)) || notCommands.has(row.action.kind)) continue;
    if (!found.has(row.help)) found.set(row.help, { name: row.help, keys: row.keys[0]!, action: row.action });
  }
  return [...found.values()];
}
