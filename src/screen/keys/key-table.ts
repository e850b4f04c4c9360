import type { CopyWhat, Intent, PivotTo, Sought } from '../action.ts';
import type { Edit } from '../text/editor.ts';
import type { KeyPlace } from './key-places.ts';

/**
 * The one table of keys. Input, footer, help, palette and documentation are made from it. Long, because it is a table:
 * one row per thing that keys do.
 */
export type KeyRow = {
  readonly places: readonly KeyPlace[];
  /** As `keyName` writes them; two characters for the families. The first is the one that hints show. */
  readonly keys: readonly string[];
  readonly action: Intent;
  /** What it does, for help and palette: a sentence without a capital and a full stop. */
  readonly help: string;
  /** Two words at most for the footer of its place; rows without one are left to the help. */
  readonly hint?: string;
};

/** A row, its keys apart by blanks. */
function row(places: readonly KeyPlace[], keys: string, action: Intent, help: string, hint?: string): KeyRow {
  const known = { places, keys: keys.split(' '), action, help };
  return hint === undefined ? known : { ...known, hint };
}

/** Where an event is selected, and where lines can be moved over. */
const events: readonly KeyPlace[] = ['list', 'detail'];
const movable: readonly KeyPlace[] = ['list', 'detail', 'popup'];

const down = 1;
const up = -1;

const everywhere: readonly KeyRow[] = [
  row(['anywhere'], '/', { kind: 'ask' }, 'search: edit the query', 'search'),
  row(['anywhere'], 'tab', { kind: 'focus-next', direction: down }, 'go to the next pane'),
  row(['anywhere'], 'Shift-tab', { kind: 'focus-next', direction: up }, 'go to the previous pane'),
  row(['anywhere'], 'q', { kind: 'leave' }, 'step back; at the top, quit'),
  row(['anywhere'], 'escape', { kind: 'step-back' }, 'step back; never quits'),
  row(['anywhere'], '[', { kind: 'walk-history', direction: up }, 'back to the view before'),
  row(['anywhere'], ']', { kind: 'walk-history', direction: down }, 'forward again'),
  row(['anywhere'], 'x', { kind: 'drop-filter', which: 'last' }, 'drop the last filter'),
  row(['anywhere'], 'X', { kind: 'drop-filter', which: 'all' }, 'drop all filters and the query'),
  ...Array.from(
    { length: 9 },
    (_, i): KeyRow => ({
      places: ['anywhere'],
      keys: [String(i + 1)],
      action: { kind: 'lens', lens: i + 1 },
      help: `lens ${i + 1}, again = off`,
    }),
  ),
  row(['anywhere'], 'H', { kind: 'hide-services' }, 'hide calls made by AWS services, again = show'),
  row(['anywhere'], 'D', { kind: 'open', what: 'summary' }, 'summary: what was recorded, top values'),
  row(['anywhere'], '!', { kind: 'open', what: 'problems' }, 'problems: what could not be read'),
  row(['anywhere'], 'i', { kind: 'show-timeline' }, 'timeline of the matches'),
  row(['anywhere'], 'c', { kind: 'focus-chips' }, 'filters: switch off, negate, remove, edit'),
  row(['anywhere'], 'f', { kind: 'toggle-full' }, 'full screen for the focused pane, again = back'),
  row(['anywhere'], 't', { kind: 'go-to-time' }, 'go to a time'),
  row(
    ['anywhere'],
    ':',
    { kind: 'open', what: 'palette' },
    'palette: every command by name, and w FILE, which exports',
  ),
  row(['anywhere'], '? f1', { kind: 'open', what: 'help' }, 'this help', 'help'),
  row(['always'], 'Ctrl-L', { kind: 'redraw' }, 'draw the screen again'),
  row(['always'], 'Ctrl-Z', { kind: 'suspend' }, 'suspend; fg comes back'),
  row(['always'], 'Ctrl-C', { kind: 'quit' }, 'quit at once'),
];

const edits: readonly [Edit, readonly string[], string][] = [
  ['left', ['left'], 'a character to the left'],
  ['right', ['right'], 'a character to the right'],
  ['word-left', ['Alt-B', 'Ctrl-left', 'Alt-left'], 'a word to the left'],
  ['word-right', ['Alt-F', 'Ctrl-right', 'Alt-right'], 'a word to the right'],
  ['home', ['Ctrl-A', 'home'], 'to the beginning'],
  ['end', ['Ctrl-E', 'end'], 'to the end'],
  ['delete-left', ['backspace'], 'delete the character before'],
  ['delete-right', ['delete', 'Ctrl-D'], 'delete the character after'],
  ['delete-word-left', ['Ctrl-W', 'Alt-backspace'], 'delete the word before'],
  ['delete-to-start', ['Ctrl-U'], 'delete to the beginning'],
  ['delete-to-end', ['Ctrl-K'], 'delete to the end'],
];

const prompt: readonly KeyRow[] = [
  row(['prompt'], 'up', { kind: 'move', by: 'line', direction: up }, 'move the list up while typing', 'move'),
  row(['prompt'], 'down', { kind: 'move', by: 'line', direction: down }, 'move the list down while typing'),
  row(['prompt'], 'pageup', { kind: 'move', by: 'page', direction: up }, 'a page up'),
  row(['prompt'], 'pagedown', { kind: 'move', by: 'page', direction: down }, 'a page down'),
  row(['prompt'], 'tab', { kind: 'complete', direction: down }, 'complete; again for the next', 'complete'),
  row(['prompt'], 'Shift-tab', { kind: 'complete', direction: up }, 'the completion before'),
  row(['prompt'], 'Ctrl-P', { kind: 'recent-query', direction: up }, 'the recent query before', 'recent'),
  row(['prompt'], 'Ctrl-N', { kind: 'recent-query', direction: down }, 'the recent query after'),
  row(['prompt'], 'enter', { kind: 'keep-input' }, 'keep what is typed', 'keep'),
  row(['prompt'], 'escape', { kind: 'drop-input' }, 'back to what was there before', 'restore'),
  ...edits.map(
    ([edit, keys, help]): KeyRow => ({ places: ['prompt'], keys, action: { kind: 'edit', edit }, help }),
  ),
];

const moves: readonly KeyRow[] = [
  row(movable, 'down j', { kind: 'move', by: 'line', direction: down }, 'a line down', 'move'),
  row(movable, 'up k', { kind: 'move', by: 'line', direction: up }, 'a line up'),
  row(movable, 'Ctrl-D', { kind: 'move', by: 'half', direction: down }, 'half a page down'),
  row(movable, 'Ctrl-U', { kind: 'move', by: 'half', direction: up }, 'half a page up'),
  row(movable, 'pagedown space', { kind: 'move', by: 'page', direction: down }, 'a page down'),
  row(movable, 'pageup b', { kind: 'move', by: 'page', direction: up }, 'a page up'),
  row(movable, 'g home', { kind: 'move', by: 'all', direction: up }, 'to the first'),
  row(movable, 'G end', { kind: 'move', by: 'all', direction: down }, 'to the last'),
];

const seeks: readonly [Sought, string, string, string, string?][] = [
  ['failure', 'e', 'E', 'failed or denied call', 'failure'],
  ['write', 'w', 'W', 'call that changes something'],
  ['actor', 'o', 'O', 'event of the same actor'],
  ['mark', 'u', 'U', 'mark'],
];

const list: readonly KeyRow[] = [
  row(['list'], 'enter', { kind: 'enter' }, 'go to the parameters', 'parameters'),
  row(['list'], 'h left', { kind: 'move-cell', direction: up }, 'the cell to the left'),
  row(['list'], 'l right', { kind: 'move-cell', direction: down }, 'the cell to the right'),
  row(events, '+', { kind: 'filter-value', how: 'with' }, 'only events with this value', 'with'),
  row(events, '-', { kind: 'filter-value', how: 'without' }, 'only events without this value', 'without'),
  row(events, '*', { kind: 'filter-value', how: 'anywhere' }, 'this value anywhere in a record'),
  row(events, 'F', { kind: 'open', what: 'facet' }, 'counts of this field', 'counts'),
  ...seeks.flatMap(([what, next, previous, name, hint]): KeyRow[] => [
    {
      places: events,
      keys: [next],
      action: { kind: 'seek', what, direction: down },
      help: `next ${name}`,
      ...(hint ? { hint } : {}),
    },
    {
      places: events,
      keys: [previous],
      action: { kind: 'seek', what, direction: up },
      help: `previous ${name}`,
    },
  ]),
  row(['list'], 'n', { kind: 'seek', what: 'match', direction: down }, 'next match, in context'),
  row(['list'], 'N', { kind: 'seek', what: 'match', direction: up }, 'previous match, in context'),
  row(['list'], 's', { kind: 'sort', reverse: false }, 'sort by this field, again = by time'),
  row(['list'], 'S', { kind: 'sort', reverse: true }, 'sort by this field, reversed'),
  row(['list'], 'C', { kind: 'open', what: 'columns' }, 'choose the columns'),
  row(['list'], '\\', { kind: 'toggle-context' }, 'matches only, or among everything else'),
  row(events, 'm', { kind: 'mark', note: false }, 'mark at once, again = unmark'),
  row(events, 'M', { kind: 'mark', note: true }, 'mark with a note'),
  row(['list'], 'v', { kind: 'select-range' }, 'select a range of lines'),
  row(events, 'd', { kind: 'open', what: 'compare' }, 'compare two marked events'),
];

const detail: readonly KeyRow[] = [
  row(['detail'], 'l right', { kind: 'move-cell', direction: down }, 'unfold', 'unfold'),
  row(['detail'], 'h left', { kind: 'move-cell', direction: up }, 'fold', 'fold'),
  row(['detail'], 'enter', { kind: 'enter' }, 'fold or unfold'),
  row(['detail'], 'Ctrl-F', { kind: 'find' }, 'find in the parameters', 'find'),
  row(['detail'], 'n', { kind: 'seek', what: 'match', direction: down }, 'next place found'),
  row(['detail'], 'N', { kind: 'seek', what: 'match', direction: up }, 'previous place found'),
  row(['detail'], 'z', { kind: 'toggle-wrap' }, 'wrap long values, again = cut them'),
  row(events, 'r', { kind: 'toggle-raw' }, 'raw JSON, then the bytes of a mended record', 'raw'),
];

const facet: readonly KeyRow[] = [
  row(['facet'], 'enter +', { kind: 'confirm' }, 'only events with the value', 'with'),
  row(['facet'], '-', { kind: 'facet-exclude' }, 'only events without the value', 'without'),
  row(['facet'], 'space', { kind: 'choose' }, 'choose several', 'several'),
  row(['facet'], 's', { kind: 'facet-sort' }, 'by count, rare first, first seen, addresses', 'sort'),
  row(['facet'], 'l right', { kind: 'move-cell', direction: down }, 'counts of the next field', 'field'),
  row(['facet'], 'h left', { kind: 'move-cell', direction: up }, 'counts of the field before'),
];

const boxes: readonly KeyRow[] = [
  row(['facet', 'help', 'problems', 'columns'], '/', { kind: 'narrow' }, 'narrow the lines', 'narrow'),
  row(['problems'], 'enter', { kind: 'confirm' }, 'show the place', 'place'),
  row(['columns'], 'enter space', { kind: 'choose' }, 'show the column, again = hide', 'show'),
  row(['session', 'compare'], 'enter', { kind: 'confirm' }, 'go there', 'go there'),
  row(['confirm'], 'y enter', { kind: 'confirm' }, 'yes', 'yes'),
  row(['confirm'], 'n', { kind: 'step-back' }, 'no', 'no'),
  row(['popup'], 'escape q', { kind: 'step-back' }, 'close', 'close'),
  row(['popup'], '? f1', { kind: 'open', what: 'help' }, 'help'),
];

const timeline: readonly KeyRow[] = [
  row(['timeline'], 'l right', { kind: 'move-cell', direction: down }, 'the bin after', 'bin'),
  row(['timeline'], 'h left', { kind: 'move-cell', direction: up }, 'the bin before'),
  row(['timeline'], 'v', { kind: 'select-range' }, 'select a range of bins', 'range'),
  row(['timeline'], 'enter', { kind: 'enter' }, 'zoom into the bin or range', 'zoom'),
  row(
    ['timeline'],
    'B',
    { kind: 'take-as-normal' },
    'take the range as normal: only principals, addresses and calls that are new outside it',
    'as normal',
  ),
];

const chips: readonly KeyRow[] = [
  row(['chips'], 'l right', { kind: 'move-cell', direction: down }, 'the filter after', 'filter'),
  row(['chips'], 'h left', { kind: 'move-cell', direction: up }, 'the filter before'),
  row(['chips'], 'space', { kind: 'toggle-chip' }, 'off, again = on', 'off/on'),
  row(['chips'], '!', { kind: 'negate-chip' }, 'the opposite', 'negate'),
  row(['chips'], 'x', { kind: 'remove-chip' }, 'remove', 'remove'),
  row(['chips'], 'enter', { kind: 'enter' }, 'edit', 'edit'),
];

const pivots: readonly [PivotTo, string, string][] = [
  ['key', 'k', 'events with this access key'],
  ['ip', 'i', 'events from this address'],
  ['principal', 'p', 'events of this principal'],
  ['human', 'h', 'events of the human behind it'],
  ['session', 's', 'events of this session'],
  ['origin', 'o', 'the call that began the session'],
  ['children', 'c', 'sessions that this one began, and theirs'],
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
  ['policy', 'l', 'the least policy that this event (or the range) needs'],
  ['policy-of-matches', 'L', 'the least policy that all matches need'],
  ['sql-athena', 's', 'the query as SQL for Athena'],
  ['sql-lake', 'S', 'the query as SQL for CloudTrail Lake'],
  ['sql-duckdb', 'd', 'the query as SQL for DuckDB'],
];

const families: readonly KeyRow[] = [
  row(
    events,
    'a',
    { kind: 'begin-family', prefix: 'a' },
    'around this event: what shares its key, address, …',
    'around',
  ),
  row(events, 'y', { kind: 'begin-family', prefix: 'y' }, 'copy …', 'copy'),
  row(events, 'p', { kind: 'begin-family', prefix: 'p' }, 'print plainly, for the terminal to select: …'),
  ...pivots.map(
    ([to, key, help]): KeyRow => ({
      places: events,
      keys: [`a${key}`],
      action: { kind: 'pivot', to },
      help,
    }),
  ),
  ...copies.map(
    ([what, key, help]): KeyRow => ({
      places: events,
      keys: [`y${key}`],
      action: { kind: 'copy', what, to: 'clipboard' },
      help: `copy ${help}`,
    }),
  ),
  ...copies.map(
    ([what, key, help]): KeyRow => ({
      places: events,
      keys: what === 'event' ? ['pp', 'py'] : [what === 'path' ? 'pP' : `p${key}`],
      action: { kind: 'copy', what, to: 'terminal' },
      help: `print ${help}`,
    }),
  ),
  row(events, 'aS', { kind: 'open', what: 'session' }, 'what this session did'),
  row(events, 'aP', { kind: 'open', what: 'principal' }, 'what this principal did'),
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
