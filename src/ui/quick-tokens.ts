import {
  reduceAnsiCodesIncremental,
  type StyledChar,
  type Token,
  tokenize as toTokens,
} from '@alcalzone/ansi-tokenize';
import { isClean } from './clean-text.ts';
import { changeLook, endOfCode, plainLook, sharedLook } from './shared-looks.ts';

/**
 * The library that Ink takes texts apart with, remembering what it took apart: most lines of a frame stood in the one before.
 * In the published program Ink gets this module in its place; it changes none of what it is given.
 */

export * from '@alcalzone/ansi-tokenize';

// Two generations of texts: those of the last frames survive, older ones go all at once.
const generationSize = 400;
let recent = new Map<string, Token[]>();
let older = new Map<string, Token[]>();
const styledChars = new WeakMap<Token[], StyledChar[]>();

/** The tokens of a text. */
export function tokenize(text: string, endChar?: number): Token[] {
  if (endChar !== undefined) return toTokens(text, endChar);
  let tokens = recent.get(text);
  if (tokens !== undefined) return tokens;
  tokens = older.get(text) ?? (isClean(text) ? tokensOfClean(text) : toTokens(text));
  if (recent.size >= generationSize) {
    older = recent;
    recent = new Map();
  }
  recent.set(text, tokens);
  return tokens;
}

// Both of a known few: characters of one cell, and what themes and libraries write.
const characters = new Map<string, Token>();
const sequences = new Map<string, Token[]>();
const mostSequences = 1000;

/** Each character of a clean text is one of its own: nobody has to look for where characters join. */
function tokensOfClean(text: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; ) {
    if (text.charCodeAt(i) === 0x1b) {
      const end = text.indexOf('m', i) + 1;
      tokens.push(...tokensOfSequence(text.slice(i, end)));
      i = end;
    } else tokens.push(tokenOfCharacter(text[i++]!));
  }
  return tokens;
}

function tokenOfCharacter(value: string): Token {
  let token = characters.get(value);
  if (token === undefined) {
    token = { type: 'char', value, fullWidth: false };
    characters.set(value, token);
  }
  return token;
}

function tokensOfSequence(sequence: string): Token[] {
  let tokens = sequences.get(sequence);
  if (tokens === undefined) {
    tokens = tokensOfKnown(sequence) ?? toTokens(sequence);
    if (sequences.size >= mostSequences) sequences.clear();
    sequences.set(sequence, tokens);
  }
  return tokens;
}

/**
 * Those of a sequence of one attribute or colour of the sixteen;
 * undefined for others, which the library needs 15 ms to get ready for.
 */
function tokensOfKnown(sequence: string): Token[] | undefined {
  const code = /^\x1b\[([1-9]\d*)m$/.exec(sequence)?.[1];
  const end = code === undefined ? undefined : endOfCode(Number(code));
  return end === undefined ? undefined : [{ type: 'ansi', code: sequence, endCode: `\x1b[${end}m` }];
}

/** The characters of tokens, each with its looks: the same list for all that look the same. */
export function styledCharsFromTokens(tokens: Token[]): StyledChar[] {
  let styled = styledChars.get(tokens);
  if (styled === undefined) {
    styled = [];
    let look = plainLook;
    for (const token of tokens) {
      if (token.type === 'ansi') look = sharedLook(reduceAnsiCodesIncremental(look, [token]));
      else if (token.type === 'char') styled.push({ ...token, styles: look });
    }
    styledChars.set(tokens, styled);
  }
  return styled;
}

/** The characters as text, with the sequences between those that look different. */
export function styledCharsToString(styled: StyledChar[]): string {
  let text = '';
  let look = plainLook;
  for (const { value, styles } of styled) {
    if (styles !== look) {
      const next = sharedLook(styles);
      if (next !== look) text += changeLook(look, next).sequences;
      look = next;
    }
    text += value;
  }
  return look === plainLook ? text : text + changeLook(look, plainLook).sequences;
}
