import { fail } from './parse-failure.ts';

/** A query text and how far it has been read. */
export type Reading = {
  readonly text: string;
  /** IANA zone or `UTC` for dates without a zone. */
  readonly zone: string;
  /** Index of the next character. */
  at: number;
};

/** The next character, or an empty string at the end. */
export function peek(reading: Reading): string {
  return reading.text.charAt(reading.at);
}

/** Moves on over white space. */
export function skipSpace(reading: Reading): void {
  while (reading.at < reading.text.length && isSpace(peek(reading))) reading.at++;
}

/** True for the characters that part words. */
export function isSpace(char: string): boolean {
  return char !== '' && char.trim() === '';
}

/** True at the end of the text and before a character that ends every word. */
export function atBreak(reading: Reading): boolean {
  const char = peek(reading);
  return char === '' || char === '|' || char === ')' || isSpace(char);
}

/**
 * Reads characters up to white space, `|`, a closing parenthesis that was not opened within them, or one of `stops`.
 * Parentheses inside a word stay in it, since names hold them.
 */
export function readBare(reading: Reading, stops = ''): string {
  const start = reading.at;
  let open = 0;
  for (; reading.at < reading.text.length; reading.at++) {
    const char = peek(reading);
    if (isSpace(char) || char === '|' || stops.includes(char)) break;
    if (char === '(') open++;
    if (char === ')' && --open < 0) break;
  }
  return reading.text.slice(start, reading.at);
}

const escapes: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

/**
 * Reads a text in double quotes, the next character being the first of them. `\"`, `\\`, `\n`, `\t`, `\r` and
 * `\uXXXX` stand for what they do in JSON; any other backslash stands for itself.
 */
export function readQuoted(reading: Reading): string {
  const start = reading.at;
  let value = '';
  for (reading.at++; reading.at < reading.text.length; reading.at++) {
    const char = peek(reading);
    if (char === '"') {
      reading.at++;
      return value;
    }
    if (char !== '\\') {
      value += char;
      continue;
    }
    const hex = /^u[0-9a-fA-F]{4}/.exec(reading.text.slice(reading.at + 1, reading.at + 6))?.[0];
    const escaped = escapes[reading.text.charAt(reading.at + 1)];
    if (hex !== undefined) value += String.fromCharCode(Number.parseInt(hex.slice(1), 16));
    else value += escaped ?? '\\';
    reading.at += hex?.length ?? (escaped === undefined ? 0 : 1);
  }
  return fail(start, reading.text.length, 'the quotation mark is not closed', ['"']);
}
