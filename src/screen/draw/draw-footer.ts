import { placeOf } from '../change/move-list.ts';
import { placesOf } from '../keys/key-places.ts';
import { isOfFamily, keyIn, keyRowsOf } from '../keys/key-rows.ts';
import type { KeyRow } from '../keys/key-table.ts';
import { keyText } from '../keys/key-text.ts';
import type { Line, Span } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { plural } from '../text/number-text.ts';
import { cutSpans } from '../text/spans.ts';
import { visibleSpans } from '../text/visible.ts';

/** The last line: what just happened, else the keys that work here. */
export function drawFooter(state: State): Line {
  if (state.message !== undefined) {
    const { text, tone } = state.message;
    return cutSpans(
      [{ text: ' ', style: 'plain' }, ...visibleSpans(text, tone === 'warning' ? 'warning' : 'accent')],
      state.size.columns,
    );
  }
  // Completions and recent queries are for queries only.
  const purpose = state.input?.purpose ?? 'query';
  const places = purpose === 'query' ? placesOf(state).join(' ') : purpose === 'palette' ? 'palette' : 'line';
  const range = rangeText(state);
  const hints = hintLine(
    state.family === undefined ? places : `${state.family.prefix}… ${places}`,
    state.family?.prefix ?? '',
    state.size.columns - textWidth(range),
    keyRowsOf(state),
  );
  return range === '' ? hints : [{ text: range, style: 'accent' }, ...hints];
}

/** That a range is being selected, as long as it is: keys act on all of it. */
function rangeText(state: State): string {
  const { list, timeline, focus } = state;
  if (focus === 'timeline') return timeline.rangeFrom === undefined ? '' : ' range of time ';
  const from = list.rangeFrom === undefined ? -1 : placeOf(state, list.rangeFrom);
  return from < 0 ? '' : ` range of ${plural(Math.abs(list.position - from) + 1, 'event')} `;
}

/** What a key of a family does in fewer words: `address` of `events from this address`. */
export function shortHelp(help: string): string {
  return help.replace(/^(?:events (?:with|of|from|on) )?(?:this |the )?/, '');
}

/** The keys of a family, second character and words. */
export function familyRows(
  rows: readonly KeyRow[],
  prefix: string,
): readonly { readonly key: string; readonly help: string; readonly row: KeyRow }[] {
  return rows
    .filter((row) => isOfFamily(row.keys[0]!, prefix))
    .map((row) => ({ key: row.keys[0]![1]!, help: row.help.replace(/^(copy|print) /, ''), row }));
}

const gap = 3;

const hintLine = rememberLast(
  (places: string, family: string, columns: number, table: readonly KeyRow[]): Line => {
    const hints =
      family === ''
        ? placeHints(places.split(' '), table)
        : familyRows(table, family).map(({ key, help }) => ({
            key,
            hint: shortHelp(help),
          }));
    const spans: Span[] = [];
    let used = 0;
    for (const { key, hint } of hints) {
      const before = spans.length === 0 ? 1 : gap;
      const width = before + textWidth(key) + 1 + textWidth(hint);
      if (used + width > columns) continue;
      spans.push(
        { text: ' '.repeat(before), style: spans.length === 0 ? 'plain' : 'dim' },
        { text: key, style: 'hint-key' },
        { text: ` ${hint}`, style: 'dim' },
      );
      used += width;
    }
    return spans;
  },
);

/** What the keys that end a line do, where there is more to a place than its own keys. */
const lineHints: { readonly [place: string]: readonly [keep: string, drop: string] | undefined } = {
  line: ['keep', 'restore'],
  palette: ['run', 'close'],
};

function placeHints(
  places: readonly string[],
  table: readonly KeyRow[],
): { readonly key: string; readonly hint: string }[] {
  const [keep, drop] = lineHints[places[0]!] ?? [];
  if (keep !== undefined && drop !== undefined)
    return [
      { key: keyIn(table, { kind: 'keep-input' }), hint: keep },
      { key: keyIn(table, { kind: 'drop-input' }), hint: drop },
    ];
  const rows = places.flatMap((place) =>
    table.filter((row) => row.hint !== undefined && row.places.includes(place as KeyRow['places'][number])),
  );
  return [...new Set(rows)]
    .sort((a, b) => urgency(a) - urgency(b))
    .map((row) => ({ key: hintKey(row), hint: row.hint! }));
}

function hintKey({ places, action, keys }: KeyRow): string {
  if (action.kind === 'move' && (keys.includes('down') || keys.includes('up'))) return '↑↓';
  // The other direction has no hint of its own but in the parameters, where it folds.
  const sideways = action.kind === 'move-cell' && !places.includes('detail');
  return sideways && (keys.includes('right') || keys.includes('left')) ? '←→' : keyText(keys[0]!);
}

/** Help and search before all, so that they are there on the smallest screen too. */
function urgency({ action, keys }: KeyRow): number {
  if (action.kind === 'open' && action.what === 'help') return 0;
  if (action.kind === 'ask' || action.kind === 'narrow') return 1;
  if (keys[0] === 'enter') return 2;
  return action.kind === 'move' ? 3 : 4;
}
