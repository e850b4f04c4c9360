import type { AnsiCode } from '@alcalzone/ansi-tokenize';
import type { Line, Span, Style } from '../screen/picture.ts';
import { changeLook, endOfCode, plainLook, sharedLook } from './shared-looks.ts';
import { lookOf, type Theme } from './theme.ts';

/**
 * A line as text with its looks as SGR sequences, ending plain. Looks are changed one attribute at a time, in just the form
 * that Ink would write itself: it then takes the text apart once a frame instead of twice.
 */
export function styledText(theme: Theme, line: Line): string {
  let text = '';
  let current = plainLook;
  for (const span of line) {
    if (span.text === '') continue;
    const { sequences, look } = changeLook(current, codesOf(theme, span.style, span.also));
    text += sequences + span.text;
    current = look;
  }
  return text + changeLook(current, plainLook).sequences;
}

/**
 * The line without the blanks at its end, which are there on the
 * screen anyway: Ink's work goes with the characters drawn.
 */
export function withoutBlankEnd(theme: Theme, line: Line): Line {
  let end = line.length;
  while (end > 0 && isBlank(line[end - 1]!) && isBare(theme, line[end - 1]!)) end--;
  const last = line[end - 1];
  if (last === undefined || !last.text.endsWith(' ') || !isBare(theme, last)) return line.slice(0, end);
  return [...line.slice(0, end - 1), { ...last, text: last.text.trimEnd() }];
}

function isBlank(span: Span): boolean {
  return span.text.trim() === '';
}

/** True when a blank in the style of the span looks like nothing: no inverse, no underline. */
function isBare(theme: Theme, span: Span): boolean {
  return !codesOf(theme, span.style, span.also).some(({ code }) => code === '\x1b[7m' || code === '\x1b[4m');
}

const cache = new WeakMap<Theme, Map<string, AnsiCode[]>>();

function codesOf(theme: Theme, style: Style, also: readonly Style[] = []): AnsiCode[] {
  const known = cache.get(theme) ?? new Map<string, AnsiCode[]>();
  cache.set(theme, known);
  const key = also.length === 0 ? style : `${style} ${also.join(' ')}`;
  let codes = known.get(key);
  if (codes === undefined) {
    codes = sharedLook(
      lookOf(theme, style, also).map((code) => ({
        type: 'ansi',
        code: `\x1b[${code}m`,
        endCode: `\x1b[${endOfCode(code)}m`,
      })),
    );
    known.set(key, codes);
  }
  return codes;
}
