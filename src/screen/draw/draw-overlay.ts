import type { Box } from '../boxes/box.ts';
import { boxOf, boxRows, boxSize } from '../boxes/boxes.ts';
import { partsFrom } from '../boxes/scrolled-tables.ts';
import type { Line, Overlay, Span } from '../picture.ts';
import type { Popup, State } from '../state.ts';
import { numberText } from '../text/number-text.ts';
import { alsoStyled, fitSpans, spansWidth } from '../text/spans.ts';
import { drawFamilyMenu } from './draw-family-menu.ts';
import { windowOf } from './draw-prompt.ts';
import { type DrawnOverlay, overlayPlace, padded } from './overlay-frame.ts';

/** The open box, or the menu of a family of keys that has waited; undefined when there is none. */
export function drawOverlay(state: State): DrawnOverlay | undefined {
  if (state.popup !== undefined) return drawBox(state, state.popup);
  if (state.family?.menu) return drawFamilyMenu(state, state.family.prefix);
  return undefined;
}

function drawBox(state: State, popup: Popup): DrawnOverlay {
  const box = boxOf(state, popup);
  const { widthColumns, heightRows } = boxSize(state, box);
  const place = overlayPlace(state.size, widthColumns, heightRows);
  const inner = widthColumns - 2;
  const heading = box.heading(inner - 2).map((line) => padded(line, inner));
  const rows = boxRows(state, box);
  if (box.tables !== undefined) {
    const { shown, usedRows, whole } = partsFrom(box.tables, popup.top, heightRows - 2);
    const body = shown.map((part) =>
      part.kind === 'lines' ? { ...part, lines: part.lines.map((line) => padded(line, inner)) } : part,
    );
    const below = Array.from({ length: heightRows - 2 - usedRows }, () => padded([], inner));
    // The border at its end makes a table look whole.
    const title = whole ? box.title : `${box.title} · more below`;
    const overlay = {
      title,
      ...place,
      widthColumns,
      heightRows,
      body: below.length > 0 ? [...body, { kind: 'lines' as const, lines: below }] : body,
    };
    return { overlay, cursor: { column: place.left + 1, row: place.top + 1 } };
  }
  const lines: Line[] = [];
  if (box.count === 0) lines.push(padded([{ text: box.empty, style: 'dim' }], inner));
  for (let i = popup.top; i < box.count && lines.length < rows; i++) {
    const line = padded(box.line(i, inner - 2), inner);
    lines.push(box.selectable && i === popup.cursor ? alsoStyled(line, 'selected') : line);
  }
  while (lines.length < rows) lines.push(padded([], inner));
  const last = lastLine(state, box, popup, inner);
  const overlay: Overlay = {
    title: box.title,
    ...place,
    widthColumns,
    heightRows,
    body: [{ kind: 'lines', lines: [...heading, ...lines, last.line].slice(0, heightRows - 2) }],
  };
  const atLine = {
    column: place.left + 1,
    row: place.top + 1 + heading.length + Math.max(0, popup.cursor - popup.top),
  };
  const atPrompt = { column: place.left + 1 + (last.cursor ?? 0), row: place.top + heightRows - 2 };
  return { overlay, cursor: last.cursor === undefined ? atLine : atPrompt };
}

/** Where the cursor stands; of lines that only scroll which ones are seen, where that is not all of them. */
function placeText({ count, selectable }: Box, { cursor, top }: Popup, rows: number): string {
  if (selectable) return count > 1 ? `${numberText(cursor + 1)} of ${numberText(count)}` : '';
  return count > rows
    ? `${numberText(top + 1)} to ${numberText(Math.min(count, top + rows))} of ${numberText(count)}`
    : '';
}

/** The last line of a box: what narrows it, or its place; at the right how many lines are chosen. */
function lastLine(
  state: State,
  box: Box,
  popup: Popup,
  inner: number,
): { readonly line: Line; readonly cursor: number | undefined } {
  const { input } = state;
  const note: Line = box.note ? [{ text: ` ${box.note} `, style: 'accent' }] : [];
  const room = inner - spansWidth(note);
  if (input !== undefined && (input.purpose === 'narrow' || input.purpose === 'palette')) {
    const label = input.purpose === 'palette' ? ' : ' : ' / ';
    const shown = windowOf(input.editor, room - label.length - 2);
    const line = fitSpans(
      [
        { text: label, style: 'accent' },
        { text: shown.text, style: 'plain' },
      ],
      room,
    );
    return { line: [...line, ...note], cursor: label.length + shown.cursor };
  }
  const narrowed =
    popup.narrow === ''
      ? []
      : [{ text: ` / ${windowOf({ text: popup.narrow, cursor: 0 }, inner).text}  `, style: 'dim' as const }];
  const place = placeText(box, popup, boxRows(state, box));
  const spans: Span[] = [...narrowed, { text: ` ${place}`, style: 'dim' }];
  return { line: [...fitSpans(spans, room), ...note], cursor: undefined };
}
