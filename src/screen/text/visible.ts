import type { Span, Style } from '../picture.ts';

/**
 * The one door by which text from a log reaches a screen or a terminal. Attackers write user agents, tags and error
 * messages; what a terminal would obey, hide or reorder is shown as an escape that can be read.
 */

/** A half-open range of UTF-16 units of a text. */
export type Range = readonly [start: number, end: number];

// Controls, format characters (bidi, zero width, tags), line and paragraph separators, lone surrogates, everything
// that terminals draw as nothing, and a combining mark with nothing before it to stand on.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+|^\p{M}+/gu;
const plainAscii = /^[\x20-\x7e]*$/;

const named: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** True when every character is printable ASCII: one cell each, safe as it is. */
export function isPlainAscii(text: string): boolean {
  return plainAscii.test(text);
}

/**
 * The text with everything unsafe to show written as an escape: `\n`,
 * `\u001b`, `\u{e0041}`. Text that is safe comes back as it is.
 */
export function visibleText(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(unsafe, escapeAll);
}

/**
 * The text as spans of `style`, with escapes in the style `escape` and the highlighted ranges also in `match`.
 * Ranges count in `text`, in order and not overlapping. No span is empty.
 */
export function visibleSpans(text: string, style: Style, highlights: readonly Range[] = []): Span[] {
  const spans: Span[] = [];
  const add = (start: number, end: number, as: Style) => {
    addHighlighted(spans, text, start, end, as, highlights);
  };
  let from = 0;
  if (!plainAscii.test(text)) {
    for (const match of text.matchAll(unsafe)) {
      add(from, match.index, style);
      from = match.index + match[0].length;
      spans.push({ text: escapeAll(match[0]), style: 'escape' });
    }
  }
  add(from, text.length, style);
  return spans;
}

function addHighlighted(
  spans: Span[],
  text: string,
  start: number,
  end: number,
  style: Style,
  highlights: readonly Range[],
): void {
  let from = start;
  for (const [first, last] of highlights) {
    const lit = Math.max(first, from);
    const dark = Math.min(last, end);
    if (lit >= dark) continue;
    if (lit > from) spans.push({ text: text.slice(from, lit), style });
    spans.push({ text: text.slice(lit, dark), style, also: ['match'] });
    from = dark;
  }
  if (from < end) spans.push({ text: text.slice(from, end), style });
}

function escapeAll(characters: string): string {
  let escaped = '';
  for (const character of characters) escaped += named[character] ?? escapeOne(character.codePointAt(0)!);
  return escaped;
}

function escapeOne(codePoint: number): string {
  const hex = codePoint.toString(16);
  return codePoint > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
