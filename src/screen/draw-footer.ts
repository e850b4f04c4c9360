import { textWidth } from './cell-width.ts';
import { placesOf } from './key-places.ts';
import { type KeyRow, keyTable } from './key-table.ts';
import { keyText } from './key-text.ts';
import type { Line, Span } from './picture.ts';
import { rememberLast } from './remember.ts';
import { cutSpans } from './spans.ts';
import type { State } from './state.ts';
import { visibleSpans } from './visible.ts';

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
  const asked = state.input === undefined || state.input.purpose === 'query';
  const places = asked ? placesOf(state).join(' ') : 'line';
  return hintLine(
    state.family === undefined ? places : `${state.family.prefix}… ${places}`,
    state.family?.prefix ?? '',
    state.size.columns,
  );
}

/** The keys of a family, second character and words. */
export function familyRows(
  prefix: string,
): readonly { readonly key: string; readonly help: string; readonly row: KeyRow }[] {
  return keyTable
    .filter((row) => row.keys[0]!.length === 2 && row.keys[0]!.startsWith(prefix))
    .map((row) => ({ key: row.keys[0]![1]!, help: row.help.replace(/^(copy|print) /, ''), row }));
}

const gap = 3;

const hintLine = rememberLast((places: string, family: string, columns: number): Line => {
  const hints =
    family === ''
      ? placeHints(places.split(' '))
      : familyRows(family).map(({ key, help }) => ({
          key,
          hint: help.replace(/^(?:events (?:with|of|from|on) )?(?:this |the )?/, ''),
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
});

function placeHints(places: readonly string[]): { readonly key: string; readonly hint: string }[] {
  if (places[0] === 'line')
    return [
      { key: '⏎', hint: 'keep' },
      { key: 'Esc', hint: 'restore' },
    ];
  const rows = places.flatMap((place) =>
    keyTable.filter(
      (row) => row.hint !== undefined && row.places.includes(place as KeyRow['places'][number]),
    ),
  );
  const hints = [...new Set(rows)].map((row) => ({
    key: row.action.kind === 'move' ? '↑↓' : keyText(row.keys[0]!),
    hint: row.hint!,
  }));
  // Help and search before all, so that they are there on the smallest screen too.
  const first = ['?', '/', '⏎', '↑↓'];
  return hints.sort((a, b) => order(first, a.key) - order(first, b.key));
}

function order(first: readonly string[], key: string): number {
  const place = first.indexOf(key);
  return place < 0 ? first.length : place;
}
