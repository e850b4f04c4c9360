import type { Action, CopyWhat, PivotTo, Sought } from './action.ts';
import type { Edit } from './editor.ts';
import type { KeyPlace } from './key-places.ts';

/**
 * The one table of keys. Input, footer, help, palette and documentation are made from it. Long, because it is a table:
 * one row per thing that keys do.
 */
export type KeyRow = {
  readonly places: readonly KeyPlace[];
  /** As `keyName` writes them; two characters for the families. The first is the one that hints show. */
  readonly keys: readonly string[];
  readonly action: Action;
  /** What it does, for help and palette: a sentence without a capital and a full stop. */
  readonly help: string;
  /** Two words at most for the footer of its place; rows without one are left to the help. */
  readonly hint?: string;
};

const down = 1;
const up = -1;

const everywhere: readonly KeyRow[] = [
  {
    places: ['anywhere'],
    keys: ['/'],
    action: { kind: 'ask' },
    help: 'search: edit the query',
    hint: 'search',
  },
  {
    places: ['anywhere'],
    keys: ['tab'],
    action: { kind: 'focus-next', direction: down },
    help: 'go to the next pane',
  },
  {
    places: ['anywhere'],
    keys: ['Shift-tab'],
    action: { kind: 'focus-next', direction: up },
    help: 'go to the previous pane',
  },
  { places: ['anywhere'], keys: ['q'], action: { kind: 'leave' }, help: 'step back; at the top, quit' },
  { places: ['anywhere'], keys: ['escape'], action: { kind: 'step-back' }, help: 'step back; never quits' },
  {
    places: ['anywhere'],
    keys: ['['],
    action: { kind: 'walk-history', direction: up },
    help: 'back to the view before',
  },
  {
    places: ['anywhere'],
    keys: [']'],
    action: { kind: 'walk-history', direction: down },
    help: 'forward again',
  },
  {
    places: ['anywhere'],
    keys: ['x'],
    action: { kind: 'drop-filter', which: 'last' },
    help: 'drop the last filter',
  },
  {
    places: ['anywhere'],
    keys: ['X'],
    action: { kind: 'drop-filter', which: 'all' },
    help: 'drop all filters and the query',
  },
  ...Array.from(
    { length: 9 },
    (_, i): KeyRow => ({
      places: ['anywhere'],
      keys: [String(i + 1)],
      action: { kind: 'lens', lens: i + 1 },
      help: `lens ${i + 1}, again = off`,
    }),
  ),
  {
    places: ['anywhere'],
    keys: ['H'],
    action: { kind: 'hide-services' },
    help: 'hide calls made by AWS services, again = show',
  },
  {
    places: ['anywhere'],
    keys: ['D'],
    action: { kind: 'open', what: 'summary' },
    help: 'summary: what was recorded, top values',
  },
  {
    places: ['anywhere'],
    keys: ['!'],
    action: { kind: 'open', what: 'problems' },
    help: 'problems: what could not be read',
  },
  { places: ['anywhere'], keys: ['i'], action: { kind: 'show-timeline' }, help: 'timeline of the matches' },
  {
    places: ['anywhere'],
    keys: ['c'],
    action: { kind: 'focus-chips' },
    help: 'filters: switch off, negate, remove, edit',
  },
  {
    places: ['anywhere'],
    keys: ['f'],
    action: { kind: 'toggle-full' },
    help: 'full screen for the focused pane, again = back',
  },
  { places: ['anywhere'], keys: ['t'], action: { kind: 'go-to-time' }, help: 'go to a time' },
  {
    places: ['anywhere'],
    keys: [':'],
    action: { kind: 'open', what: 'palette' },
    help: 'palette: every command by name; :w FILE exports',
  },
  {
    places: ['anywhere'],
    keys: ['?', 'f1'],
    action: { kind: 'open', what: 'help' },
    help: 'this help',
    hint: 'help',
  },
  { places: ['always'], keys: ['Ctrl-L'], action: { kind: 'redraw' }, help: 'draw the screen again' },
  { places: ['always'], keys: ['Ctrl-Z'], action: { kind: 'suspend' }, help: 'suspend; fg comes back' },
  { places: ['always'], keys: ['Ctrl-C'], action: { kind: 'quit' }, help: 'quit at once' },
];

const edits: readonly [Edit, readonly string[], string][] = [
  ['left', ['left'], 'a character to the left'],
  ['right', ['right'], 'a character to the right'],
  ['word-left', ['Alt-B', 'Ctrl-left', 'Alt-left'], 'a word to the left'],
  ['word-right', ['Alt-F', 'Ctrl-right', 'Alt-right'], 'a word to the right'],
  ['home', ['Ctrl-A', 'home'], 'to the beginning'],
  ['end', ['Ctrl-E', 'end'], 'to the end'],
  ['delete-left', ['backspace', 'Ctrl-H'], 'delete the character before'],
  ['delete-right', ['delete', 'Ctrl-D'], 'delete the character after'],
  ['delete-word-left', ['Ctrl-W', 'Alt-backspace'], 'delete the word before'],
  ['delete-to-start', ['Ctrl-U'], 'delete to the beginning'],
  ['delete-to-end', ['Ctrl-K'], 'delete to the end'],
];

const prompt: readonly KeyRow[] = [
  {
    places: ['prompt'],
    keys: ['up'],
    action: { kind: 'move', by: 'line', direction: up },
    help: 'move the list up while typing',
    hint: 'move',
  },
  {
    places: ['prompt'],
    keys: ['down'],
    action: { kind: 'move', by: 'line', direction: down },
    help: 'move the list down while typing',
  },
  {
    places: ['prompt'],
    keys: ['pageup'],
    action: { kind: 'move', by: 'page', direction: up },
    help: 'a page up',
  },
  {
    places: ['prompt'],
    keys: ['pagedown'],
    action: { kind: 'move', by: 'page', direction: down },
    help: 'a page down',
  },
  {
    places: ['prompt'],
    keys: ['tab'],
    action: { kind: 'complete', direction: down },
    help: 'complete; again for the next',
    hint: 'complete',
  },
  {
    places: ['prompt'],
    keys: ['Shift-tab'],
    action: { kind: 'complete', direction: up },
    help: 'the completion before',
  },
  {
    places: ['prompt'],
    keys: ['Ctrl-P'],
    action: { kind: 'recent-query', direction: up },
    help: 'the recent query before',
    hint: 'recent',
  },
  {
    places: ['prompt'],
    keys: ['Ctrl-N'],
    action: { kind: 'recent-query', direction: down },
    help: 'the recent query after',
  },
  {
    places: ['prompt'],
    keys: ['enter'],
    action: { kind: 'keep-input' },
    help: 'keep what is typed',
    hint: 'keep',
  },
  {
    places: ['prompt'],
    keys: ['escape'],
    action: { kind: 'drop-input' },
    help: 'back to what was there before',
    hint: 'restore',
  },
  ...edits.map(
    ([edit, keys, help]): KeyRow => ({ places: ['prompt'], keys, action: { kind: 'edit', edit }, help }),
  ),
];

const moves: readonly KeyRow[] = [
  {
    places: ['list', 'detail', 'popup'],
    keys: ['down', 'j'],
    action: { kind: 'move', by: 'line', direction: down },
    help: 'a line down',
    hint: 'move',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['up', 'k'],
    action: { kind: 'move', by: 'line', direction: up },
    help: 'a line up',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['Ctrl-D'],
    action: { kind: 'move', by: 'half', direction: down },
    help: 'half a page down',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['Ctrl-U'],
    action: { kind: 'move', by: 'half', direction: up },
    help: 'half a page up',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['pagedown', 'space'],
    action: { kind: 'move', by: 'page', direction: down },
    help: 'a page down',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['pageup', 'b'],
    action: { kind: 'move', by: 'page', direction: up },
    help: 'a page up',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['g', 'home'],
    action: { kind: 'move', by: 'all', direction: up },
    help: 'to the first',
  },
  {
    places: ['list', 'detail', 'popup'],
    keys: ['G', 'end'],
    action: { kind: 'move', by: 'all', direction: down },
    help: 'to the last',
  },
];

const seeks: readonly [Sought, string, string, string, string?][] = [
  ['failure', 'e', 'E', 'failed or denied call', 'failure'],
  ['write', 'w', 'W', 'call that changes something'],
  ['actor', 'o', 'O', 'event of the same actor'],
  ['mark', 'u', 'U', 'mark'],
];

const list: readonly KeyRow[] = [
  {
    places: ['list'],
    keys: ['enter'],
    action: { kind: 'enter' },
    help: 'go to the parameters',
    hint: 'parameters',
  },
  {
    places: ['list'],
    keys: ['h', 'left'],
    action: { kind: 'move-cell', direction: up },
    help: 'the cell to the left',
  },
  {
    places: ['list'],
    keys: ['l', 'right'],
    action: { kind: 'move-cell', direction: down },
    help: 'the cell to the right',
  },
  {
    places: ['list', 'detail'],
    keys: ['+'],
    action: { kind: 'filter-value', how: 'with' },
    help: 'only events with this value',
    hint: 'with',
  },
  {
    places: ['list', 'detail'],
    keys: ['-'],
    action: { kind: 'filter-value', how: 'without' },
    help: 'only events without this value',
    hint: 'without',
  },
  {
    places: ['list', 'detail'],
    keys: ['*'],
    action: { kind: 'filter-value', how: 'anywhere' },
    help: 'this value anywhere in a record',
  },
  {
    places: ['list', 'detail'],
    keys: ['F'],
    action: { kind: 'open', what: 'facet' },
    help: 'counts of this field',
    hint: 'counts',
  },
  ...seeks.flatMap(([what, next, previous, name, hint]): KeyRow[] => [
    {
      places: ['list', 'detail'],
      keys: [next],
      action: { kind: 'seek', what, direction: down },
      help: `next ${name}`,
      ...(hint ? { hint } : {}),
    },
    {
      places: ['list', 'detail'],
      keys: [previous],
      action: { kind: 'seek', what, direction: up },
      help: `previous ${name}`,
    },
  ]),
  {
    places: ['list'],
    keys: ['n'],
    action: { kind: 'seek', what: 'match', direction: down },
    help: 'next match, in context',
  },
  {
    places: ['list'],
    keys: ['N'],
    action: { kind: 'seek', what: 'match', direction: up },
    help: 'previous match, in context',
  },
  {
    places: ['list'],
    keys: ['s'],
    action: { kind: 'sort', reverse: false },
    help: 'sort by this field, again = by time',
  },
  {
    places: ['list'],
    keys: ['S'],
    action: { kind: 'sort', reverse: true },
    help: 'sort by this field, reversed',
  },
  { places: ['list'], keys: ['C'], action: { kind: 'open', what: 'columns' }, help: 'choose the columns' },
  {
    places: ['list'],
    keys: ['\\'],
    action: { kind: 'toggle-context' },
    help: 'matches only, or among everything else',
  },
  {
    places: ['list', 'detail'],
    keys: ['m'],
    action: { kind: 'mark', note: false },
    help: 'mark at once, again = unmark',
  },
  { places: ['list', 'detail'], keys: ['M'], action: { kind: 'mark', note: true }, help: 'mark with a note' },
  { places: ['list'], keys: ['v'], action: { kind: 'select-range' }, help: 'select a range of lines' },
  {
    places: ['list', 'detail'],
    keys: ['d'],
    action: { kind: 'open', what: 'compare' },
    help: 'compare two marked events',
  },
];

const detail: readonly KeyRow[] = [
  {
    places: ['detail'],
    keys: ['l', 'right'],
    action: { kind: 'move-cell', direction: down },
    help: 'unfold',
    hint: 'unfold',
  },
  {
    places: ['detail'],
    keys: ['h', 'left'],
    action: { kind: 'move-cell', direction: up },
    help: 'fold',
    hint: 'fold',
  },
  { places: ['detail'], keys: ['enter'], action: { kind: 'enter' }, help: 'fold or unfold' },
  {
    places: ['detail'],
    keys: ['Ctrl-F'],
    action: { kind: 'find' },
    help: 'find in the parameters',
    hint: 'find',
  },
  {
    places: ['detail'],
    keys: ['n'],
    action: { kind: 'seek', what: 'match', direction: down },
    help: 'next place found',
  },
  {
    places: ['detail'],
    keys: ['N'],
    action: { kind: 'seek', what: 'match', direction: up },
    help: 'previous place found',
  },
  {
    places: ['detail'],
    keys: ['z'],
    action: { kind: 'toggle-wrap' },
    help: 'wrap long values, again = cut them',
  },
  {
    places: ['detail', 'list'],
    keys: ['r'],
    action: { kind: 'toggle-raw' },
    help: 'raw JSON, then the bytes of a mended record',
    hint: 'raw',
  },
];

const facet: readonly KeyRow[] = [
  {
    places: ['facet'],
    keys: ['enter', '+'],
    action: { kind: 'confirm' },
    help: 'only events with the value',
    hint: 'with',
  },
  {
    places: ['facet'],
    keys: ['-'],
    action: { kind: 'facet-exclude' },
    help: 'only events without the value',
    hint: 'without',
  },
  { places: ['facet'], keys: ['space'], action: { kind: 'choose' }, help: 'choose several', hint: 'several' },
  {
    places: ['facet'],
    keys: ['s'],
    action: { kind: 'facet-sort' },
    help: 'by count, rare first, first seen, addresses',
    hint: 'sort',
  },
  {
    places: ['facet'],
    keys: ['l', 'right'],
    action: { kind: 'move-cell', direction: down },
    help: 'counts of the next field',
    hint: 'next field',
  },
  {
    places: ['facet'],
    keys: ['h', 'left'],
    action: { kind: 'move-cell', direction: up },
    help: 'counts of the field before',
  },
];

const boxes: readonly KeyRow[] = [
  {
    places: ['facet', 'help', 'problems', 'columns'],
    keys: ['/'],
    action: { kind: 'narrow' },
    help: 'narrow the lines',
    hint: 'narrow',
  },
  {
    places: ['problems'],
    keys: ['enter'],
    action: { kind: 'confirm' },
    help: 'show the place',
    hint: 'place',
  },
  {
    places: ['columns'],
    keys: ['enter', 'space'],
    action: { kind: 'choose' },
    help: 'show the column, again = hide',
    hint: 'show',
  },
  {
    places: ['session', 'compare'],
    keys: ['enter'],
    action: { kind: 'confirm' },
    help: 'go there',
    hint: 'go there',
  },
  { places: ['confirm'], keys: ['y', 'enter'], action: { kind: 'confirm' }, help: 'yes', hint: 'yes' },
  { places: ['confirm'], keys: ['n'], action: { kind: 'step-back' }, help: 'no', hint: 'no' },
  { places: ['popup'], keys: ['escape', 'q'], action: { kind: 'step-back' }, help: 'close', hint: 'close' },
  { places: ['popup'], keys: ['?', 'f1'], action: { kind: 'open', what: 'help' }, help: 'help' },
];

const timeline: readonly KeyRow[] = [
  {
    places: ['timeline'],
    keys: ['l', 'right'],
    action: { kind: 'move-cell', direction: down },
    help: 'the bin after',
    hint: 'bin',
  },
  {
    places: ['timeline'],
    keys: ['h', 'left'],
    action: { kind: 'move-cell', direction: up },
    help: 'the bin before',
  },
  {
    places: ['timeline'],
    keys: ['v'],
    action: { kind: 'select-range' },
    help: 'select a range of bins',
    hint: 'range',
  },
  {
    places: ['timeline'],
    keys: ['enter'],
    action: { kind: 'enter' },
    help: 'zoom into the bin or range',
    hint: 'zoom',
  },
];

const chips: readonly KeyRow[] = [
  {
    places: ['chips'],
    keys: ['l', 'right'],
    action: { kind: 'move-cell', direction: down },
    help: 'the filter after',
    hint: 'filter',
  },
  {
    places: ['chips'],
    keys: ['h', 'left'],
    action: { kind: 'move-cell', direction: up },
    help: 'the filter before',
  },
  {
    places: ['chips'],
    keys: ['space'],
    action: { kind: 'toggle-chip' },
    help: 'off, again = on',
    hint: 'off/on',
  },
  { places: ['chips'], keys: ['!'], action: { kind: 'negate-chip' }, help: 'the opposite', hint: 'negate' },
  { places: ['chips'], keys: ['x'], action: { kind: 'remove-chip' }, help: 'remove', hint: 'remove' },
  { places: ['chips'], keys: ['enter'], action: { kind: 'enter' }, help: 'edit', hint: 'edit' },
];

const pivots: readonly [PivotTo, string, string][] = [
  ['key', 'k', 'events with this access key'],
  ['ip', 'i', 'events from this address'],
  ['principal', 'p', 'events of this principal'],
  ['human', 'h', 'events of the human behind it'],
  ['session', 's', 'events of this session'],
  ['origin', 'o', 'the call that began the session'],
  ['children', 'c', 'sessions that this one began'],
  ['target', 't', 'events on this target'],
  ['request', 'r', 'events with this request id'],
  ['agent', 'u', 'events with this user agent'],
];

const copies: readonly [CopyWhat, string, string][] = [
  ['event', 'y', 'the event as JSON'],
  ['value', 'v', 'the value'],
  ['name', 'k', 'the name of the field'],
  ['path', 'p', 'the path of the value'],
  ['jq', 'j', 'a jq filter for the value'],
  ['actor', 'a', "the actor's ARN"],
  ['command', 'c', 'the command that reopens this view'],
  ['timeline', 't', 'a timeline of the marks, in Markdown'],
  ['policy', 'l', 'the least policy that these events need'],
];

const families: readonly KeyRow[] = [
  {
    places: ['list', 'detail'],
    keys: ['a'],
    action: { kind: 'begin-family', prefix: 'a' },
    help: 'around this event: what shares its key, address, …',
    hint: 'around',
  },
  {
    places: ['list', 'detail'],
    keys: ['y'],
    action: { kind: 'begin-family', prefix: 'y' },
    help: 'copy …',
    hint: 'copy',
  },
  {
    places: ['list', 'detail'],
    keys: ['p'],
    action: { kind: 'begin-family', prefix: 'p' },
    help: 'print plainly, for the terminal to select: …',
  },
  ...pivots.map(
    ([to, key, help]): KeyRow => ({
      places: ['list', 'detail'],
      keys: [`a${key}`],
      action: { kind: 'pivot', to },
      help,
    }),
  ),
  ...copies.map(
    ([what, key, help]): KeyRow => ({
      places: ['list', 'detail'],
      keys: [`y${key}`],
      action: { kind: 'copy', what, to: 'clipboard' },
      help: `copy ${help}`,
    }),
  ),
  ...copies.map(
    ([what, key, help]): KeyRow => ({
      places: ['list', 'detail'],
      keys: [what === 'event' ? 'pp' : what === 'path' ? 'pP' : `p${key}`],
      action: { kind: 'copy', what, to: 'terminal' },
      help: `print ${help}`,
    }),
  ),
  {
    places: ['list', 'detail'],
    keys: ['aS'],
    action: { kind: 'open', what: 'session' },
    help: 'what this session did',
  },
];

/** Every row, in the order of help and footer. */
export const keyTable: readonly KeyRow[] = [
  ...moves,
  ...facet,
  ...timeline,
  ...chips,
  ...boxes,
  ...list,
  ...detail,
  ...families,
  ...everywhere,
  ...prompt,
];
