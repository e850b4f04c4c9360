import type { Line, Span, Style } from '../picture.ts';
import { type Cut, headOf, tailColumns, tailOf, textWidth } from './cell-width.ts';
import { type Range, visibleSpans } from './visible.ts';

/** Lines out of spans: measuring, cutting and filling them to the exact width of their place. */

// A value of a megabyte is cut before it is made visible: no cell shows more than a few units a column.
const unitsPerColumn = 16;

/** Cells that the spans take. */
export function spansWidth(spans: Line): number {
  let width = 0;
  for (const span of spans) width += textWidth(span.text);
  return width;
}

/** A span of blanks. */
export function blanks(columns: number, style: Style = 'plain'): Span {
  return { text: ' '.repeat(Math.max(0, columns)), style };
}

/** The spans cut to at most that many cells, an ellipsis for what is missing. */
export function cutSpans(spans: Line, columns: number, cut: Cut = 'end'): Line {
  if (spansWidth(spans) <= columns) return spans;
  if (columns <= 0) return [];
  const tail = tailColumns(columns, cut);
  const head = takeHead(spans, columns - 1 - tail);
  const style = head.at(-1)?.style ?? spans[0]!.style;
  return [...head, { text: '…', style }, ...takeTail(spans, tail)];
}

/** The spans cut or filled with blanks to exactly that many cells. */
export function fitSpans(spans: Line, columns: number, cut: Cut = 'end', fill: Style = 'plain'): Line {
  const short = cutSpans(spans, columns, cut);
  const missing = columns - spansWidth(short);
  return missing > 0 ? [...short, blanks(missing, fill)] : short;
}

/** A value from a log as a cell of exactly that many columns: made visible, highlighted, cut, filled. */
export function valueCell(
  text: string,
  columns: number,
  style: Style,
  cut: Cut = 'end',
  highlights: readonly Range[] = [],
): Line {
  const limit = columns * unitsPerColumn + 64;
  if (text.length <= 2 * limit) return fitSpans(visibleSpans(text, style, highlights), columns, cut, style);
  const joined = cut === 'end' ? `${text.slice(0, limit)}…` : `${text.slice(0, limit)}…${text.slice(-limit)}`;
  return fitSpans(visibleSpans(joined, style), columns, cut, style);
}

/** Every span with another style laid over its own. */
export function alsoStyled(spans: Line, style: Style): Line {
  return spans.map((span) => ({ ...span, also: [...(span.also ?? []), style] }));
}

function takeHead(spans: Line, columns: number): Span[] {
  const taken: Span[] = [];
  let left = columns;
  for (const span of spans) {
    const text = headOf(span.text, left);
    if (text !== '') taken.push(text === span.text ? span : { ...span, text });
    if (text.length < span.text.length) break;
    left -= textWidth(text);
  }
  return taken;
}

function takeTail(spans: Line, columns: number): Span[] {
  const taken: Span[] = [];
  let left = columns;
  for (let i = spans.length - 1; i >= 0; i--) {
    const span = spans[i]!;
    const text = tailOf(span.text, left);
    if (text !== '') taken.unshift(text === span.text ? span : { ...span, text });
    if (text.length < span.text.length) break;
    left -= textWidth(text);
  }
  return taken;
}
