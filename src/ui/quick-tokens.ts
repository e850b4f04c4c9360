import {
  type StyledChar,
  type Token,
  styledCharsFromTokens as toStyledChars,
  tokenize as toTokens,
} from '@alcalzone/ansi-tokenize';

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
  tokens = older.get(text) ?? toTokens(text);
  if (recent.size >= generationSize) {
    older = recent;
    recent = new Map();
  }
  recent.set(text, tokens);
  return tokens;
}

/** The characters of tokens, each with its looks. */
export function styledCharsFromTokens(tokens: Token[]): StyledChar[] {
  let characters = styledChars.get(tokens);
  if (characters === undefined) {
    characters = toStyledChars(tokens);
    styledChars.set(tokens, characters);
  }
  return characters;
}
