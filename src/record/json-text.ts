import { parseJson } from './json.ts';

/** Places in a JSON text, found without parsing it. Indices count UTF-16 units. */

/** The index of the quote that closes the string opened at `open`; -1 when it never closes. */
export function closingQuote(json: string, open: number): number {
  let quote = json.indexOf('"', open + 1);
  while (quote !== -1) {
    let backslash = quote - 1;
    while (json.charCodeAt(backslash) === 0x5c) backslash--;
    if ((quote - backslash) % 2 === 1) return quote;
    quote = json.indexOf('"', quote + 1);
  }
  return -1;
}

/** One past the closing quote of the string that opens at `open`; the text's end when it never closes. */
export function endOfString(json: string, open: number): number {
  const quote = closingQuote(json, open);
  return quote === -1 ? json.length : quote + 1;
}

/** What a string literal, quotes included, stands for; one that is no JSON is given without its quotes. */
export function decodeString(literal: string): string {
  const inner = literal.slice(1, -1);
  return literal.includes('\\') ? ((parseJson(literal) as string | undefined) ?? inner) : inner;
}

/** One past the value that begins at `start`, which is no white space, in a text that is valid. */
export function endOfValue(json: string, start: number): number {
  const first = json.charCodeAt(start);
  if (first === 0x22) return endOfString(json, start);
  let depth = 0;
  for (let i = start; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === 0x22) i = endOfString(json, i) - 1;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      if (depth === 0) return i; // the end of what the value stands in
      if (--depth === 0) return i + 1;
    } else if (depth === 0 && (code === 0x2c || isJsonSpace(code))) return i;
  }
  return json.length;
}

/** The first index from `start` on that holds no white space. */
export function skipJsonSpace(json: string, start: number): number {
  let i = start;
  while (isJsonSpace(json.charCodeAt(i))) i++;
  return i;
}

/** True for the four characters that JSON allows between its parts. */
export function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
